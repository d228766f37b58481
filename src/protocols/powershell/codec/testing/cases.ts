import fc from 'fast-check'
import { utf16, type Case, type Description, type Shape } from './description.ts'
import { text } from './text.ts'
import { dateTime, durations } from './times.ts'

function simple<Value>(
  type: string,
  values: fc.Arbitrary<Value>,
  described: (value: Value) => unknown,
  shaped: (value: Value) => unknown,
): fc.Arbitrary<Case> {
  return values.map((value) => ({ description: { type, value: described(value) }, shape: { type, value: shaped(value) } as Shape }))
}

function whole(type: string, min: number, max: number): fc.Arbitrary<Case> {
  return simple(
    type,
    fc.integer({ min, max }),
    (value) => value,
    (value) => value,
  )
}

function wide(type: string, min: bigint, max: bigint): fc.Arbitrary<Case> {
  return simple(type, fc.bigInt({ min, max }), String, (value) => value)
}

function floatBits(value: number): number {
  const view = new DataView(new ArrayBuffer(4))
  view.setFloat32(0, value)
  return view.getInt32(0)
}

function doubleBits(value: number): string {
  const view = new DataView(new ArrayBuffer(8))
  view.setFloat64(0, value)
  return String(view.getBigInt64(0))
}

const guid = fc.uuid()

export const uris: readonly string[] = ['https://vmm.example/a_x0041_b?c=1', 'urn:uuid:1', 'relative/ä']
export const documents: readonly string[] = ['<a><b>1</b></a>', '<a x="&lt;" />', '<a>_x0041_</a>']

const hex = (bytes: Uint8Array): string => Buffer.from(bytes).toString('hex')
const part = fc.integer({ min: 0, max: 99_999 })

/** Every primitive type, by name. */
export const primitives: Readonly<Record<string, fc.Arbitrary<Case>>> = {
  nil: fc.constant({ description: { type: 'nil' }, shape: { type: 'nil' } }),
  string: simple('string', text, utf16, (value) => value),
  char: simple(
    'char',
    fc.integer({ min: 0, max: 0xff_ff }),
    (code) => code,
    (code) => String.fromCharCode(code),
  ),
  boolean: simple(
    'boolean',
    fc.boolean(),
    (value) => value,
    (value) => value,
  ),
  byte: whole('byte', 0, 255),
  sbyte: whole('sbyte', -128, 127),
  uint16: whole('uint16', 0, 65_535),
  int16: whole('int16', -32_768, 32_767),
  uint32: whole('uint32', 0, 4_294_967_295),
  int32: whole('int32', -2_147_483_648, 2_147_483_647),
  uint64: wide('uint64', 0n, 18_446_744_073_709_551_615n),
  int64: wide('int64', -9_223_372_036_854_775_808n, 9_223_372_036_854_775_807n),
  double: simple('double', fc.double(), doubleBits, (value) => value),
  dateTime,
  guid: simple(
    'guid',
    guid,
    (value) => value,
    (value) => value,
  ),
  decimal: simple(
    'decimal',
    fc
      .tuple(fc.bigInt({ min: -(10n ** 20n), max: 10n ** 20n }), fc.stringMatching(/^\d{1,8}$/))
      .map(([units, decimals]) => `${units}.${decimals}`),
    (value) => value,
    (value) => value,
  ),
  bytes: simple('bytes', fc.uint8Array({ maxLength: 40 }), (value) => Buffer.from(value).toString('base64'), hex),
  uri: simple('uri', fc.constantFrom(...uris), utf16, (value) => value),
  version: simple(
    'version',
    fc.array(part, { minLength: 2, maxLength: 4 }).map((parts) => parts.join('.')),
    (value) => value,
    (value) => value,
  ),
  scriptBlock: simple('scriptBlock', fc.constantFrom(' Get-VM ', '"_x0041_"', "'\uD83D\uDE00'", '1\r\n2'), utf16, (value) => value),
  xml: simple('xml', fc.constantFrom(...documents), utf16, (value) => value),
  secureString: fc.constant({ description: { type: 'secureString', value: utf16('secret') }, shape: { type: 'secureString' } }),
  duration: durations,
  single: simple('single', fc.float(), floatBits, (value) => value),
}

const lists: Readonly<Record<string, 'list' | 'stack' | 'queue'>> = { array: 'list', list: 'list', stack: 'stack', queue: 'queue' }

/** Values inside values, three deep. */
export const nested: fc.Arbitrary<Case> = fc.letrec<{ readonly value: Case }>((tie) => ({
  value: fc.oneof(
    { maxDepth: 3, depthIdentifier: 'value' },
    fc.oneof(...Object.values(primitives)),
    collection(tie('value')),
    dictionary(tie('value')),
    members(tie('value')),
  ),
})).value

function collection(inner: fc.Arbitrary<Case>): fc.Arbitrary<Case> {
  return fc.tuple(fc.constantFrom('array', 'list', 'stack', 'queue'), fc.array(inner, { maxLength: 4 })).map(([type, items]) => {
    const shapes = items.map((item) => item.shape)
    // A stack is enumerated from its top: the last one pushed comes first.
    return {
      description: { type, value: items.map((item) => item.description) },
      shape: { type: lists[type]!, items: type === 'stack' ? shapes.toReversed() : shapes },
    }
  })
}

function dictionary(inner: fc.Arbitrary<Case>): fc.Arbitrary<Case> {
  return fc.tuple(text, inner).map(([key, value]) => ({
    description: { type: 'dictionary', value: [[{ type: 'string', value: utf16(key) }, value.description]] },
    shape: { type: 'dictionary', entries: [[{ type: 'string', value: key }, value.shape]] },
  }))
}

function members(inner: fc.Arbitrary<Case>): fc.Arbitrary<Case> {
  const named = fc.uniqueArray(
    fc.tuple(
      text.filter((name) => name !== ''),
      inner,
    ),
    { minLength: 1, maxLength: 4, selector: ([name]) => name.toLowerCase() },
  )
  return named.map((list) => ({
    description: { type: 'object', value: list.map(([name, value]): readonly [string, Description] => [utf16(name), value.description]) },
    shape: { type: 'members', members: list.map(([name, value]) => [name, value.shape] as const), base: null },
  }))
}
