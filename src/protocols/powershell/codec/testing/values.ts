import fc from 'fast-check'
import {
  noMembers,
  type CliXmlDictionary,
  type CliXmlList,
  type CliXmlNumberType,
  type CliXmlObject,
  type CliXmlScalar,
  type CliXmlValue,
} from '../value.ts'
import { documents, uris } from './cases.ts'
import { text } from './text.ts'
import { dateTimeTexts, spans } from './times.ts'

/**
 * Values that the engine gives back as they were when it has read and serialised them again. Left out is what it changes
 * (see round-trip.test.ts): type names without its prefix, script blocks, enumerables, empty properties.
 */
const prefix = 'Deserialized.'

function whole(type: CliXmlNumberType, min: number, max: number): fc.Arbitrary<CliXmlScalar> {
  return fc.integer({ min, max }).map((value) => ({ type, value }))
}

/** Seven digits are told apart in single precision, so that reading gives the same decimal. */
const single = fc.oneof(
  fc
    .tuple(fc.integer({ min: -999_999, max: 999_999 }), fc.integer({ min: -9, max: 9 }))
    .map(([digits, power]) => Number(`${digits}e${power}`)),
  fc.constantFrom(Number.NaN, Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY, -0),
)

/** All but null, which an object cannot wrap and a dictionary not have as a key. */
const something: fc.Arbitrary<CliXmlScalar> = fc.oneof(
  text.map((value): CliXmlScalar => ({ type: 'string', value })),
  fc.integer({ min: 0, max: 0xff_ff }).map((code): CliXmlScalar => ({ type: 'char', value: String.fromCharCode(code) })),
  fc.boolean().map((value): CliXmlScalar => ({ type: 'boolean', value })),
  whole('byte', 0, 255),
  whole('sbyte', -128, 127),
  whole('uint16', 0, 65_535),
  whole('int16', -32_768, 32_767),
  whole('uint32', 0, 4_294_967_295),
  whole('int32', -2_147_483_648, 2_147_483_647),
  fc.bigInt({ min: 0n, max: 18_446_744_073_709_551_615n }).map((value): CliXmlScalar => ({ type: 'uint64', value })),
  fc.bigInt({ min: -9_223_372_036_854_775_808n, max: 9_223_372_036_854_775_807n }).map((value): CliXmlScalar => ({ type: 'int64', value })),
  fc.double().map((value): CliXmlScalar => ({ type: 'double', value })),
  single.map((value): CliXmlScalar => ({ type: 'single', value })),
  fc
    .tuple(fc.bigInt({ min: -(10n ** 20n), max: 10n ** 20n }), fc.stringMatching(/^\d{1,8}$/))
    .map(([units, decimals]): CliXmlScalar => ({ type: 'decimal', value: `${units}.${decimals}` })),
  dateTimeTexts.map((value): CliXmlScalar => ({ type: 'dateTime', value })),
  fc.constantFrom(...spans).map(([, value]): CliXmlScalar => ({ type: 'duration', value })),
  fc.uuid().map((value): CliXmlScalar => ({ type: 'guid', value })),
  fc
    .array(fc.integer({ min: 0, max: 99_999 }), { minLength: 2, maxLength: 4 })
    .map((parts): CliXmlScalar => ({ type: 'version', value: parts.join('.') })),
  fc.constantFrom(...uris).map((value): CliXmlScalar => ({ type: 'uri', value })),
  fc.constantFrom(...documents).map((value): CliXmlScalar => ({ type: 'xml', value })),
  fc.uint8Array({ maxLength: 40 }).map((value): CliXmlScalar => ({ type: 'bytes', value })),
)

const filled = text.filter((value) => value !== '')
const number = fc.integer({ min: -1, max: 100 }).map(String)

const progress: fc.Arbitrary<CliXmlValue> = fc
  .record({ activity: filled, operation: fc.option(filled), percent: number, seconds: number, status: filled })
  .map(({ activity, operation, percent, seconds, status }) => ({
    type: 'progress',
    fields: new Map([
      ['AV', activity],
      ['AI', '7'],
      operation === null ? ['Nil', ''] : ['S', operation],
      ['PI', '3'],
      ['PC', percent],
      ['T', 'Processing'],
      ['SR', seconds],
      ['SD', status],
    ]),
  }))

const typeNames = fc.array(
  filled.map((name) => `${prefix}${name}`),
  { minLength: 1, maxLength: 3 },
)

function membersOf(values: fc.Arbitrary<CliXmlValue>, minLength = 0): fc.Arbitrary<ReadonlyMap<string, CliXmlValue>> {
  return fc
    .uniqueArray(fc.tuple(filled, values), { minLength, maxLength: 3, selector: ([name]) => name.toLowerCase() })
    .map((members) => new Map(members))
}

type Parts = { readonly [Part in keyof CliXmlObject]?: fc.Arbitrary<CliXmlObject[Part]> }

function object(parts: Parts): fc.Arbitrary<CliXmlObject> {
  const plain = {
    type: fc.constant('object' as const),
    typeNames,
    text: fc.constant(null),
    base: fc.constant(null),
    properties: fc.constant(null),
    extended: fc.constant(noMembers),
  }
  return fc.record<CliXmlObject>({ ...plain, ...parts }, { noNullPrototype: true })
}

function holding(value: fc.Arbitrary<CliXmlValue>): fc.Arbitrary<CliXmlObject> {
  const set = membersOf(value).map((members): CliXmlValue => ({ type: 'memberSet', members }))
  const extended = membersOf(fc.oneof({ weight: 5, arbitrary: value }, set))
  const properties = fc.option(membersOf(value, 1))
  const items = fc.array(value, { maxLength: 3 }).chain((some) => fc.constantFrom(some, [...some, ...some]))
  const list = fc
    .tuple(fc.constantFrom<CliXmlList['form']>('list', 'stack', 'queue'), items)
    .map(([form, items]): CliXmlList => ({ type: 'list', form, items }))
  // The engine tells equal keys apart by identity only, and there is but one empty string: it cannot read that key twice (observed).
  const entries = fc.uniqueArray(fc.tuple(something, value), {
    maxLength: 3,
    selector: ([key]) => `${key.type} ${'value' in key ? key.value : ''}`,
  })
  const ordered = entries.map((entries): CliXmlDictionary => ({ type: 'dictionary', entries }))
  return fc.oneof(
    object({ text: fc.option(text), properties, extended }),
    object({ text: fc.option(text), base: something, extended }),
    object({ typeNames: fc.constant([]), text, base: something, extended }),
    object({ base: list, properties, extended }),
    object({ typeNames: fc.constant([`${prefix}System.Collections.Specialized.OrderedDictionary`]), base: ordered, extended }),
  )
}

/** Values inside values, three deep, some of them met twice. */
export const values = fc.letrec<{ readonly value: CliXmlValue }>((tie) => ({
  value: fc.oneof(
    { maxDepth: 3, depthIdentifier: 'value' },
    fc.oneof({ weight: 12, arbitrary: something }, fc.constant<CliXmlValue>({ type: 'nil' }), progress),
    holding(tie('value')),
  ),
})).value
