import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { readCliXml, type CliXmlTop } from './document.ts'
import { cliXmlWriteLimits, type CliXmlWriteLimits } from './limits.ts'
import { compact, rewritten, written } from './testing/compact.ts'
import { noMembers, type CliXmlObject, type CliXmlValue } from './value.ts'
import { writeCliXml } from './write.ts'

const recording = new URL('../../../../fixtures/recordings/manageiq-scvmm-inventory/inventory-2014-06-clixml.xml', import.meta.url)
const object: CliXmlObject = { type: 'object', typeNames: [], text: null, base: null, properties: null, extended: noMembers }
const string = (value: string): CliXmlValue => ({ type: 'string', value })
const list = (...items: CliXmlValue[]): CliXmlObject => ({ ...object, base: { type: 'list', form: 'list', items } })
const member = (name: string, value: CliXmlValue): CliXmlObject => ({ ...object, extended: new Map([[name, value]]) })
const top = (value: CliXmlValue): CliXmlTop => ({ value, stream: undefined })
/** What stands inside the root element. */
const inside = (value: CliXmlValue): string =>
  written(value)
    .replace(/^<Objs [^>]*>/, '')
    .replace(/<\/Objs>$/, '')

describe('the writer', () => {
  it('writes a real export as Windows PowerShell did, byte for byte (SCVMM 2012 R2)', () => {
    const document = readFileSync(recording, 'utf8')
    expect(rewritten(document)).toBe(compact(document))
  })

  it.each<readonly [string, CliXmlValue, string]>([
    ['a lone surrogate, a pair and a control', string('\uD800 \u{1F600}\u0000\u0085'), '<S>_xD800_ _xD83D__xDE00__x0000__x0085_</S>'],
    ['what looks like an escape', string('_x0041_ _X _y'), '<S>_x005F_x0041_ _x005F_X _y</S>'],
    ['what XML escapes', string(`<&>"'`), `<S>&lt;&amp;&gt;"'</S>`],
    ['a name', member(`<"_x\n`, string('')), '<Obj RefId="0"><MS><S N="&lt;&quot;_x005F_x_x000A_"></S></MS></Obj>'],
    ['a character', { type: 'char', value: '\uDC00' }, '<C>56320</C>'],
    ['single precision', { type: 'single', value: Math.fround(0.1) }, '<Sg>0.1</Sg>'],
    ['nothing at all', object, '<Obj RefId="0" />'],
    ['no bytes', { type: 'bytes', value: new Uint8Array() }, '<BA />'],
    [
      'an object that an object wraps',
      { ...object, base: member('A', { type: 'nil' }) },
      '<Obj RefId="0"><Obj RefId="1"><MS><Nil N="A" /></MS></Obj></Obj>',
    ],
  ])('%s', (_what, value, expected) => {
    expect(inside(value)).toBe(expected)
  })

  it('writes an object once and a chain of types once, by identity and by content', () => {
    const shared = { ...object, typeNames: ['A', 'B'] }
    expect(inside(list(shared, shared, { ...object, typeNames: ['A', 'B'] }, { ...object, typeNames: ['AB'] }))).toBe(
      '<Obj RefId="0"><LST><Obj RefId="1"><TN RefId="0"><T>A</T><T>B</T></TN></Obj><Ref RefId="1" />' +
        '<Obj RefId="2"><TNRef RefId="0" /></Obj><Obj RefId="3"><TN RefId="1"><T>AB</T></TN></Obj></LST></Obj>',
    )
  })

  it('asks for a value only when what came before has gone out, in pieces', () => {
    let asked = 0
    function* values(): Generator<CliXmlTop> {
      for (; asked < 1000; asked++) yield top(list(...Array.from({ length: 100 }, () => string('x'.repeat(1000)))))
    }
    const pieces = writeCliXml(values(), 'test')[Symbol.iterator]()
    let longest = 0
    for (let count = 0; count < 20; count++) longest = Math.max(longest, String(pieces.next().value).length)
    expect(asked).toBeLessThan(20)
    expect(longest).toBeLessThan(70 * 1024)
  })
})

describe('what CLIXML cannot carry is refused, with its place', () => {
  it.each<readonly [string, CliXmlValue, string]>([
    ['a secure string', { type: 'secureString' }, 'a secure string'],
    ['a character that XML has no form for', string('a\uFFFF'), 'a'],
    ['a released object', { type: 'released' }, 'released'],
    ['a member set that is no member', { type: 'memberSet', members: noMembers }, 'a member set'],
    ['a number that is no integer', { type: 'int32', value: 1.5 }, 'int32 "1.5"'],
    ['a number that is too large', { type: 'byte', value: 256 }, 'byte "256"'],
    ['a number that single precision cannot hold', { type: 'single', value: 1e300 }, 'single'],
    ['more than one character', { type: 'char', value: '12' }, 'char'],
    ['a wrong GUID', { type: 'guid', value: '1' }, 'guid "1"'],
    ['markup in a time', { type: 'dateTime', value: '2014-05-06T14:32:17<x/>' }, 'dateTime'],
    ['a month that is none', { type: 'dateTime', value: '2014-13-06T14:32:17' }, 'dateTime'],
    ['an empty duration', { type: 'duration', value: 'PT' }, 'duration'],
    ['a progress record that lacks something', { type: 'progress', fields: new Map([['AV', 'x']]) }, 'a progress record of AV'],
    ['null as a key', { ...object, base: { type: 'dictionary', entries: [[{ type: 'nil' }, string('')]] } }, 'null as a key'],
  ])('%s', (_what, value, observed) => {
    expect(thrownBy(() => written(list(string(''), { ...object, properties: new Map([['Outer', value]]) })))).toMatchObject({
      code: 'SNAPCHECK_CANNOT_CARRY',
      place: expect.stringContaining('test, at 0 > 1 > Outer'),
      observed: expect.stringContaining(observed),
      expected: expect.any(String),
    })
  })

  const set = (depth: number): CliXmlValue => ({ type: 'memberSet', members: depth === 0 ? noMembers : new Map([['in', set(depth - 1)]]) })
  it.each<readonly [string, CliXmlValue, Partial<CliXmlWriteLimits>, string]>([
    ['too many values inside each other', list(list(list(string('x')))), { values: 3 }, 'over 3 values'],
    ['too many elements inside each other', member('out', set(1000)), {}, 'over 160 elements'],
    ['a text that is too long', string('x'.repeat(101)), { token: 100 }, 'over 100 characters in one text'],
    ['a text that is too long with its escapes', string('\n'.repeat(100)), { token: 100 }, 'over 100 characters in one text'],
    ['a name that is too long', member('x'.repeat(101), string('')), { token: 100 }, 'over 100 characters in one text'],
    ['too many bytes', { type: 'bytes', value: new Uint8Array(101) }, { token: 100 }, 'over 100 characters in one text'],
    ['too much of all', list(string('x'), string('x'), string('x')), { size: 120 }, 'over 120 characters'],
  ])('%s', (_what, value, limits, observed) => {
    expect(thrownBy(() => [...writeCliXml([top(value)], 'test', { ...cliXmlWriteLimits, ...limits })])).toMatchObject({
      code: 'SNAPCHECK_XML_LIMIT',
      place: expect.stringContaining('test, at 0'),
      observed: expect.stringContaining(observed),
    })
  })

  it('an endless stream of values', () => {
    function* endless(): Generator<CliXmlTop> {
      for (;;) yield top(string('x'.repeat(1000)))
    }
    let length = 0
    const error = thrownBy(() => {
      for (const piece of writeCliXml(endless(), 'test', { ...cliXmlWriteLimits, size: 1_000_000 })) length += piece.length
    })
    expect(error).toMatchObject({ code: 'SNAPCHECK_XML_LIMIT', observed: 'over 1000000 characters' })
    expect(length).toBeLessThanOrEqual(1_000_000)
  })
})

it('what is written as deep as it may be is read again', () => {
  let value: CliXmlValue = string('innermost')
  for (let depth = 1; depth < cliXmlWriteLimits.values; depth++)
    value = { ...object, base: { type: 'dictionary', entries: [[string('key'), value]] } }
  expect(rewritten(written(value))).toBe(written(value))
  expect(readCliXml(written(value), 'test')[0]!.value).toEqual(value)
})

function thrownBy(work: () => unknown): unknown {
  try {
    work()
  } catch (error) {
    return error
  }
  return expect.fail('nothing was thrown')
}
