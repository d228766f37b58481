import fc from 'fast-check'
import { expect, test } from 'vitest'
import { isXmlText } from '../../xml/write.ts'
import { checkProperties, type EdmValue, type EntitySet } from './edm.ts'
import { declareSet } from './declare.ts'
import { formatFilter, matches, parseFilter } from './filter.ts'
import { formatNames, formats } from './formats.ts'
import { formatResourcePath, parseResourcePath } from './key.ts'
import { formatLiteral, readLiteral, type Literal } from './literals.ts'
import { readMetadata, writeMetadata } from './metadata.ts'

const guid = fc.uuid()
const anyText = fc.string({ unit: 'binary' })
const xmlText = anyText.filter(isXmlText)
const name = fc.constantFrom('ID', 'StampId', 'Name', 'VMId')

const literals: fc.Arbitrary<Literal> = fc.oneof(
  guid.map((value): Literal => ({ kind: 'guid', value })),
  anyText.map((value): Literal => ({ kind: 'string', value })),
  fc.constant<Literal>({ kind: 'datetime', value: '2014-09-03T14:45:26.463' }),
  fc.boolean().map((value): Literal => ({ kind: 'boolean', value })),
  fc.integer().map((value): Literal => ({ kind: 'number', value })),
  fc.constant<Literal>({ kind: 'null', value: null }),
)

test('a literal reads back, and ends where it ends', () => {
  fc.assert(
    fc.property(literals, fc.constantFrom('', ',', ')', ' and '), (value, after) => {
      const written = formatLiteral(value)
      expect(readLiteral(`x${written}${after}`, 1)).toEqual({ literal: value, end: 1 + written.length })
    }),
  )
})

test('a quote in a string is doubled, as the protocol says', () => {
  expect(formatLiteral({ kind: 'string', value: "O'Neil" })).toBe("'O''Neil'")
  expect(readLiteral("'''' and", 0)).toEqual({ literal: { kind: 'string', value: "'" }, end: 4 })
})

test('a key reads back from a URL, whatever the text', () => {
  fc.assert(
    fc.property(fc.uniqueArray(fc.tuple(name, literals), { selector: ([key]) => key, minLength: 1 }), (pairs) => {
      const key = Object.fromEntries(pairs)
      fc.pre(Object.values(key).every(({ value }) => typeof value !== 'string' || value.isWellFormed()))
      const path = formatResourcePath({ name: 'VMCheckPoints', key })
      expect(new URL(path, 'http://host/svc/').pathname).toBe(`/svc/${path.replaceAll('#', '%23')}`)
      expect(parseResourcePath(path)).toEqual({ name: 'VMCheckPoints', key })
    }),
  )
})

test('a filter reads back, with parentheses around its parts too', () => {
  fc.assert(
    fc.property(
      fc.array(fc.record({ property: name, operator: fc.constantFrom('eq' as const, 'ne' as const), literal: literals }), { minLength: 1 }),
      (filter) => {
        expect(parseFilter(formatFilter(filter))).toEqual(filter)
        expect(parseFilter(filter.map((condition) => `(${formatFilter([condition])})`).join(' and '))).toEqual(filter)
      },
    ),
  )
})

test('a filter lets through what has the value, GUIDs in any case', () => {
  const rows = [
    { ID: 'aaaaaaaa-0000-0000-0000-000000000001', Name: "it's" },
    { ID: null, Name: 'x' },
  ]
  expect(rows.filter((row) => matches(parseFilter("ID eq guid'AAAAAAAA-0000-0000-0000-000000000001' and Name eq 'it''s'"), row))).toEqual([
    rows[0],
  ])
  expect(rows.filter((row) => matches(parseFilter('ID eq null'), row))).toEqual([rows[1]])
  expect(rows.filter((row) => matches(parseFilter("Name ne 'x'"), row))).toEqual([rows[0]])
})

test.each([
  '',
  'Name',
  "Name eq 'a' or Name eq 'b'",
  "substringof('a',Name)",
  "Name eq 'a",
  "(Name eq 'a'",
  "Name eq 'a')",
  "Name gt 'a'",
  'Name eq guid',
  "Name eq 'a' and",
])('the filter %j is refused', (text) => {
  expect(() => parseFilter(text)).toThrow(expect.objectContaining({ code: 'SNAPCHECK_PROTOCOL' }))
})

test.each([
  '(ID=1)',
  'VMCheckPoints(',
  'VMCheckPoints(ID)',
  "VMCheckPoints(ID='a'",
  "VMCheckPoints(ID='a',ID='b')",
  "VMCheckPoints(ID='a')/VM",
  'VM%ZZ',
  '../x',
])('the path %j is refused', (path) => {
  expect(() => parseResourcePath(path)).toThrow(expect.objectContaining({ code: 'SNAPCHECK_PROTOCOL' }))
})

const set: EntitySet = declareSet(
  {
    type: 'VMM.Thing',
    collection: 'Things',
    key: ['ID'],
    properties: [
      { name: 'ID', type: 'Edm.Guid', nullable: false },
      { name: 'Name', type: 'Edm.String', nullable: true },
      { name: 'Count', type: 'Edm.Int32', nullable: true },
      { name: 'Enabled', type: 'Edm.Boolean', nullable: true },
      { name: 'Added', type: 'Edm.DateTime', nullable: true },
      { name: 'Info', type: 'VMM.Info', nullable: true },
    ],
  },
  { 'VMM.Info': [{ name: 'Code', type: 'Edm.String', nullable: true }] },
)

const nullable = <Value>(arbitrary: fc.Arbitrary<Value>): fc.Arbitrary<Value | null> => fc.option(arbitrary)
const things = (text: fc.Arbitrary<string>): fc.Arbitrary<Record<string, EdmValue>> =>
  fc.record(
    {
      ID: guid,
      Name: nullable(text),
      Count: nullable(fc.integer()),
      Enabled: nullable(fc.boolean()),
      Added: nullable(fc.constantFrom('2014-09-03T14:45:26.463', '2014-09-03T14:45:26.463-07:00')),
      Info: fc.record({ Code: nullable(text) }),
    },
    { requiredKeys: ['ID'] },
  )

const context = { root: 'http://host/a&b/', set, now: '2026-01-15T09:00:00.000Z' }

test.each(formatNames)('%s carries every value, null and missing apart', (format) => {
  const { codec } = formats[format]
  fc.assert(
    fc.property(
      fc.array(things(format === 'atom' ? xmlText : anyText)),
      fc.option(fc.constant('Things?$skiptoken=2&x=1'), { nil: undefined }),
      (rows, next) => {
        const entities = rows.map((properties) => ({ type: set.type.name, properties }))
        const type = format === 'json-minimal' ? undefined : set.type.name
        expect(codec.read(codec.writeFeed(entities, context, next), 'test')).toEqual({
          kind: 'feed',
          next,
          entities: rows.map((properties) => ({ type, properties })),
        })
        for (const entity of entities) {
          expect(codec.read(codec.writeEntity(entity, context), 'test')).toEqual({
            kind: 'entity',
            entity: { type, properties: entity.properties },
          })
          expect(codec.read(codec.writeRequest(entity.properties, set.type), 'test')).toEqual({ kind: 'entity', entity })
        }
      },
    ),
    { numRuns: 60 },
  )
})

test.each(formatNames)('%s carries errors and service documents', (format) => {
  const { codec } = formats[format]
  fc.assert(
    fc.property(xmlText, xmlText, fc.option(xmlText, { nil: undefined }), (code, message, innerCode) => {
      expect(codec.readError(codec.writeError({ code, message, innerCode }), 'test')).toEqual({ code, message, innerCode })
    }),
  )
  expect(codec.readService(codec.writeService(context.root, ['A', 'B']), 'test')).toEqual(['A', 'B'])
})

test('Atom refuses what XML cannot hold before it is sent', () => {
  expect(() => formats.atom.codec.writeRequest({ Name: 'a\u0000' }, set.type)).toThrow(
    expect.objectContaining({ code: 'SNAPCHECK_CANNOT_CARRY' }),
  )
})

test('$metadata tells sets, keys and types', () => {
  expect(readMetadata(writeMetadata('VMM', 'VMM', [set]), 'test')).toEqual([
    {
      name: 'Things',
      type: 'VMM.Thing',
      key: ['ID'],
      properties: {
        ID: 'Edm.Guid',
        Name: 'Edm.String',
        Count: 'Edm.Int32',
        Enabled: 'Edm.Boolean',
        Added: 'Edm.DateTime',
        Info: 'VMM.Info',
      },
    },
  ])
})

test.each([
  ['an unknown property', { Nmae: 'x' }],
  ['a GUID that is none', { ID: 'x' }],
  ['a null key', { ID: null }],
  ['a number as text', { Count: '1' }],
  ['a number beyond 32 bits', { Count: 2 ** 40 }],
  ['text as a truth value', { Enabled: 'true' }],
  ['a time that is none', { Added: 'yesterday' }],
  ['a text as a complex value', { Info: 'x' }],
  ['an unknown property inside a complex value', { Info: { X: 'x' } }],
])('%s is refused', (_what, properties) => {
  expect(() => checkProperties(properties, set.type)).toThrow(expect.objectContaining({ code: 'SNAPCHECK_PROTOCOL' }))
})

test.each(formatNames)('%s refuses what is no document', (format) => {
  for (const body of ['', 'null', '[]', '"x"', '<html/>', '{"value":[1]}', '<!DOCTYPE x><entry/>', '<entry>']) {
    expect(() => formats[format].codec.read(body, 'test')).toThrow(
      expect.objectContaining({ code: expect.stringMatching(/^SNAPCHECK_(PROTOCOL|XML_)/) }),
    )
  }
})
