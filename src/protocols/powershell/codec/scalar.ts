import type { CliXmlNumberType, CliXmlScalar, CliXmlTextType } from './value.ts'

/** The value in an element's text; undefined where the text is none of its type. */
export type ScalarReader = (text: string) => CliXmlScalar | undefined

const text =
  (type: CliXmlTextType): ScalarReader =>
  (value) => ({ type, value: decodeName(value) })

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
const special: Readonly<Record<string, number>> = { NaN: Number.NaN, INF: Number.POSITIVE_INFINITY, '-INF': Number.NEGATIVE_INFINITY }
const real =
  (type: CliXmlNumberType): ScalarReader =>
  (value) => {
    const number = special[value] ?? (/^[+-]?[\d.]+(?:[eE][+-]?\d+)?$/.test(value) ? Number(value) : Number.NaN)
    return Number.isNaN(number) && value !== 'NaN' ? undefined : { type, value: number }
  }

const char: ScalarReader = (value) => {
  const code = Number(value)
  return /^\d{1,5}$/.test(value) && code <= 0xff_ff ? { type: 'char', value: String.fromCharCode(code) } : undefined
}

const booleans: Readonly<Record<string, boolean>> = { true: true, '1': true, false: false, '0': false }
const boolean: ScalarReader = (value) => {
  const known = booleans[value.toLowerCase()]
  return known === undefined ? undefined : { type: 'boolean', value: known }
}

const bytes: ScalarReader = (value) =>
  /^[A-Za-z0-9+/=\s]*$/.test(value) ? { type: 'bytes', value: new Uint8Array(Buffer.from(value, 'base64')) } : undefined

const dateTimeForm = /^-?\d{4,}-\d\d-\d\dT\d\d:\d\d:\d\d(?:\.\d+)?(?:Z|[+-]\d\d:\d\d)?$/
const durationForm = /^-?P[\dDTHMSY.]+$/
const guidForm = /^[0-9a-fA-F]{8}(?:-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12}$/

/** Every primitive tag of [MS-PSRP] 2.2.5.1. Encoded: S, URI, XD, SBK (engine source). */
export const scalarReaders: ReadonlyMap<string, ScalarReader> = new Map<string, ScalarReader>([
  ['Nil', () => ({ type: 'nil' })],
  ['S', text('string')],
  ['URI', text('uri')],
  ['XD', text('xml')],
  ['SBK', text('scriptBlock')],
  ['SS', () => ({ type: 'secureString' })],
  ['C', char],
  ['B', boolean],
  ['DT', raw('dateTime', dateTimeForm)],
  ['TS', raw('duration', durationForm)],
  ['D', raw('decimal', /^-?\d+(?:\.\d+)?$/)],
  ['G', raw('guid', guidForm)],
  ['Version', raw('version', /^\d+(?:\.\d+){1,3}$/)],
  ['By', integer('byte', 0, 255)],
  ['SB', integer('sbyte', -128, 127)],
  ['U16', integer('uint16', 0, 65_535)],
  ['I16', integer('int16', -32_768, 32_767)],
  ['U32', integer('uint32', 0, 4_294_967_295)],
  ['I32', integer('int32', -2_147_483_648, 2_147_483_647)],
  ['U64', wide('uint64', 0n, 18_446_744_073_709_551_615n)],
  ['I64', wide('int64', -9_223_372_036_854_775_808n, 9_223_372_036_854_775_807n)],
  ['Sg', real('single')],
  ['Db', real('double')],
  ['BA', bytes],
])

const escaped = /_x([0-9a-f]{4}|[0-9a-f]{8})_/gi

/**
 * Undoes `_xHHHH_`, one UTF-16 unit each, so that surrogate pairs come together again; `_x005F_` is an underscore that
 * would have looked like an escape. Strings, member names, type names and ToString are written so.
 */
export function decodeName(value: string): string {
  return value.includes('_x') || value.includes('_X') ? value.replace(escaped, (whole, hex: string) => character(hex) ?? whole) : value
}

function character(hex: string): string | undefined {
  const code = Number.parseInt(hex, 16)
  return code > 0x10_ff_ff ? undefined : String.fromCodePoint(code)
}
