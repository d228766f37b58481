import { SnapcheckError } from '../../../foundation/errors.ts'
import type { CimDatetime, CimInterval } from './datetime.ts'
import type { Reference } from './reference.ts'

export const integerTypes = ['uint8', 'uint16', 'uint32', 'sint8', 'sint16', 'sint32'] as const
export const wideIntegerTypes = ['uint64', 'sint64'] as const
export const realTypes = ['real32', 'real64'] as const
export const textTypes = ['string', 'char16'] as const

/** The CIM types as class definitions and CIM-XML name them. */
export type CimType =
  | (typeof integerTypes)[number]
  | (typeof wideIntegerTypes)[number]
  | (typeof realTypes)[number]
  | (typeof textTypes)[number]
  | 'boolean'
  | 'datetime'
  | 'reference'

/** One value. A number holds integers of up to 32 bits and reals, a bigint those of 64 bits. */
export type CimScalar = string | boolean | number | bigint | CimDatetime | CimInterval | Reference
/** Null is "there, without a value" (`xsi:nil`); a property that is not there at all is not in the map. */
export type CimValue = CimScalar | readonly CimScalar[] | null

export interface PropertyType {
  readonly type: CimType
  readonly array: boolean
}

/**
 * The type of a property, which the wire does not tell: every scalar but times and references is text there, and an array
 * with one element looks like a scalar (ws-man.md section 8). Undefined where it is not known.
 */
export type Schema = (className: string, property: string) => PropertyType | undefined

/** Reads everything as text, a repeated element as an array. */
export const untyped: Schema = () => undefined

export function isArray(value: CimValue): value is readonly CimScalar[] {
  return Array.isArray(value)
}

/** The value of its type; text stays text where a type is not known. @throws SNAPCHECK_PROTOCOL for text that is no value of the type. */
export function typedScalar(text: string, type: CimType | undefined, place: string): string | boolean | number | bigint {
  const read = type === undefined ? undefined : readers[type]
  if (read === undefined) return text
  const value = read(text.trim())
  if (value === undefined)
    throw new SnapcheckError('SNAPCHECK_PROTOCOL', `${place} is no ${type}.`, { place, observed: text.slice(0, 100), expected: type! })
  return value
}

type ScalarReader = (text: string) => boolean | number | bigint | undefined

/** CIM-XML allows any case for booleans, and WS-CIM the two spellings of XML Schema. */
const booleans: Readonly<Record<string, boolean>> = { true: true, '1': true, false: false, '0': false }
const boolean: ScalarReader = (text) => booleans[text.toLowerCase()]
const integer: ScalarReader = (text) => (/^[+-]?\d{1,10}$/.test(text) ? Number(text) : undefined)
const wideInteger: ScalarReader = (text) => (/^-?\d{1,20}$/.test(text) ? BigInt(text) : undefined)
const real: ScalarReader = (text) => (text === '' || Number.isNaN(Number(text)) ? undefined : Number(text))

const readers: Readonly<Partial<Record<CimType, ScalarReader>>> = {
  boolean,
  ...Object.fromEntries(integerTypes.map((type) => [type, integer])),
  ...Object.fromEntries(wideIntegerTypes.map((type) => [type, wideInteger])),
  ...Object.fromEntries(realTypes.map((type) => [type, real])),
}
