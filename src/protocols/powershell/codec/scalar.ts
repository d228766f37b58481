import { decodeText } from './escape.ts'
import type { CliXmlNumberType, CliXmlScalar, CliXmlTextType } from './value.ts'

/** The value in an element's text; undefined where the text is none of its type. */
export type ScalarReader = (text: string) => CliXmlScalar | undefined

const text =
  (type: CliXmlTextType): ScalarReader =>
  (value) => ({ type, value: decodeText(value) })

const raw =
  (type: CliXmlTextType, form: RegExp): ScalarReader =>
  (value) =>
    form.test(value) ? { type, value } : undefined

const integer =
  (type: CliXmlNumberType, least: number, most: number): ScalarReader =>
  (value) => {
    const number = Number(value)
    return /^-?\d+$/.test(value) && number >= least && number <= most ? { type, value: number } : undefined
  }

const wide =
  (type: 'int64' | 'uint64', least: bigint, most: bigint): ScalarReader =>
  (value) => {
    if (!/^-?\d{1,20}$/.test(value)) return undefined
    const number = BigInt(value)
    return number >= least && number <= most ? { type, value: number } : undefined
  }

/** .NET writes the three special values as XML Schema does. */
const special: ReadonlyMap<string, number> = new Map([
  ['NaN', Number.NaN],
  ['INF', Number.POSITIVE_INFINITY],
  ['-INF', Number.NEGATIVE_INFINITY],
])
const real =
  (type: CliXmlNumberType, rounded: (value: number) => number): ScalarReader =>
  (value) => {
    const known = special.get(value)
    if (known !== undefined) return { type, value: known }
    const number = /^[+-]?[\d.]+(?:[eE][+-]?\d+)?$/.test(value) ? Number(value) : Number.NaN
    return Number.isFinite(rounded(number)) ? { type, value: number } : undefined
  }

const char: ScalarReader = (value) => {
  const code = Number(value)
  return /^\d{1,5}$/.test(value) && code <= 0xff_ff ? { type: 'char', value: String.fromCharCode(code) } : undefined
}

const booleans: ReadonlyMap<string, boolean> = new Map([
  ['true', true],
  ['1', true],
  ['false', false],
  ['0', false],
])
const boolean: ScalarReader = (value) => {
  const known = booleans.get(value.toLowerCase())
  return known === undefined ? undefined : { type: 'boolean', value: known }
}

const bytes: ScalarReader = (value) =>
  /^[A-Za-z0-9+/=\s]*$/.test(value) ? { type: 'bytes', value: new Uint8Array(Buffer.from(value, 'base64')) } : undefined

const dateTimeForm = /^-?\d{4,}-(?:0[1-9]|1[0-2])-(?:0[1-9]|[12]\d|3[01])T(?:[01]\d|2[0-4]):[0-5]\d:[0-5]\d(?:\.\d+)?(?:Z|[+-]\d\d:\d\d)?$/
const durationForm = /^-?P(?!$)(?:\d+Y)?(?:\d+M)?(?:\d+D)?(?:T(?!$)(?:\d+H)?(?:\d+M)?(?:\d+(?:\.\d+)?S)?)?$/
const guidForm = /^[0-9a-fA-F]{8}(?:-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12}$/

/** One primitive type: how its element is called, what its text says and what its text is. */
export interface ScalarForm {
  readonly type: CliXmlScalar['type']
  readonly tag: string
  readonly read: ScalarReader
}

/** Every primitive type of [MS-PSRP] 2.2.5.1. Encoded: S, URI, XD, SBK (engine source). */
const forms: readonly ScalarForm[] = [
  { type: 'nil', tag: 'Nil', read: () => ({ type: 'nil' }) },
  { type: 'string', tag: 'S', read: text('string') },
  { type: 'uri', tag: 'URI', read: text('uri') },
  { type: 'xml', tag: 'XD', read: text('xml') },
  { type: 'scriptBlock', tag: 'SBK', read: text('scriptBlock') },
  { type: 'secureString', tag: 'SS', read: () => ({ type: 'secureString' }) },
  { type: 'char', tag: 'C', read: char },
  { type: 'boolean', tag: 'B', read: boolean },
  { type: 'dateTime', tag: 'DT', read: raw('dateTime', dateTimeForm) },
  { type: 'duration', tag: 'TS', read: raw('duration', durationForm) },
  { type: 'decimal', tag: 'D', read: raw('decimal', /^-?\d+(?:\.\d+)?$/) },
  { type: 'guid', tag: 'G', read: raw('guid', guidForm) },
  { type: 'version', tag: 'Version', read: raw('version', /^\d+(?:\.\d+){1,3}$/) },
  { type: 'byte', tag: 'By', read: integer('byte', 0, 255) },
  { type: 'sbyte', tag: 'SB', read: integer('sbyte', -128, 127) },
  { type: 'uint16', tag: 'U16', read: integer('uint16', 0, 65_535) },
  { type: 'int16', tag: 'I16', read: integer('int16', -32_768, 32_767) },
  { type: 'uint32', tag: 'U32', read: integer('uint32', 0, 4_294_967_295) },
  { type: 'int32', tag: 'I32', read: integer('int32', -2_147_483_648, 2_147_483_647) },
  { type: 'uint64', tag: 'U64', read: wide('uint64', 0n, 18_446_744_073_709_551_615n) },
  { type: 'int64', tag: 'I64', read: wide('int64', -9_223_372_036_854_775_808n, 9_223_372_036_854_775_807n) },
  { type: 'single', tag: 'Sg', read: real('single', Math.fround) },
  { type: 'double', tag: 'Db', read: real('double', Number) },
  { type: 'bytes', tag: 'BA', read: bytes },
]

export const scalarReaders: ReadonlyMap<string, ScalarReader> = new Map(forms.map(({ tag, read }) => [tag, read]))
export const scalarForms: ReadonlyMap<CliXmlScalar['type'], ScalarForm> = new Map(forms.map((form) => [form.type, form]))
