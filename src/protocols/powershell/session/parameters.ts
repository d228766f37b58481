import { SnapcheckError } from '../../../foundation/errors.ts'

/** A whole number arrives as Int64, another as Double. */
export type ParameterValue = string | boolean | number | readonly string[]

/** By the name that the script's `param()` has. */
export type Parameters = Readonly<Record<string, ParameterValue>>

/**
 * `Name:kind:payload;…`, read by ConvertFrom-SnapcheckParameters in session.ps1. Text is base64 of UTF-16, so that each code
 * unit arrives, and nothing in it can end the quoted argument that it stands in: there is no quote in its alphabet.
 */
export function encodeParameters(parameters: Parameters): string {
  return Object.entries(parameters)
    .map(([name, value]) => `${checkedName(name)}:${encodeValue(name, value)}`)
    .join(';')
}

function encodeValue(name: string, value: ParameterValue): string {
  if (typeof value === 'string') return `text:${utf16(name, value)}`
  if (typeof value === 'boolean') return `flag:${value}`
  // The letter in front tells a list of one empty text from an empty list.
  if (typeof value === 'object') return `texts:${value.map((text) => `x${utf16(name, text)}`).join(',')}`
  if (Number.isSafeInteger(value)) return `whole:${value}`
  if (Number.isFinite(value)) return `number:${value}`
  throw cannotCarry(name, String(value), 'a finite number')
}

function checkedName(name: string): string {
  if (/^[A-Za-z][A-Za-z0-9_]*$/.test(name)) return name
  throw cannotCarry(JSON.stringify(name), 'another name', 'letters, digits and _')
}

/** The engine's serialiser escapes every other code unit that XML has no place for, but throws at these (observed: 7.6.9). */
const unanswerable = /[\uFFFE\uFFFF]/

function utf16(name: string, text: string): string {
  const found = unanswerable.exec(text)
  if (found !== null) throw cannotCarry(name, `U+${found[0].charCodeAt(0).toString(16).toUpperCase()}`, 'text that CLIXML can hold')
  return Buffer.from(text, 'utf16le').toString('base64')
}

function cannotCarry(name: string, observed: string, expected: string): SnapcheckError {
  return new SnapcheckError('SNAPCHECK_CANNOT_CARRY', `Parameter ${name} cannot be given to PowerShell.`, { observed, expected })
}
