import { SnapcheckError } from '../../../foundation/errors.ts'
import { memberOf, type CliXmlValue } from '../codec/value.ts'

/** Members of what session.ps1 answers. Each throws SNAPCHECK_POWERSHELL_ANSWER where the member is not there or of another type. */
export function text(value: CliXmlValue, name: string): string {
  return textIn(member(value, name), name)
}

export function whole(value: CliXmlValue, name: string): number {
  const found = member(value, name)
  if (found.type === 'int32') return found.value
  throw malformed(name, found.type, 'a whole number')
}

export function flag(value: CliXmlValue, name: string): boolean {
  const found = member(value, name)
  if (found.type === 'boolean') return found.value
  throw malformed(name, found.type, 'true or false')
}

export function items(value: CliXmlValue, name: string): readonly CliXmlValue[] {
  const found = member(value, name)
  if (found.type === 'object' && found.base?.type === 'list') return found.base.items
  throw malformed(name, found.type, 'a list')
}

export function texts(value: CliXmlValue, name: string): readonly string[] {
  return items(value, name).map((item) => textIn(item, name))
}

export function isNothing(value: CliXmlValue, name: string): boolean {
  return member(value, name).type === 'nil'
}

export function member(value: CliXmlValue, name: string): CliXmlValue {
  const found = value.type === 'object' ? memberOf(value, name) : undefined
  if (found !== undefined) return found
  throw malformed(name, value.type, 'an object with this member')
}

function textIn(value: CliXmlValue, name: string): string {
  if (value.type === 'string') return value.value
  throw malformed(name, value.type, 'text')
}

function malformed(name: string, observed: string, expected: string): SnapcheckError {
  return new SnapcheckError('SNAPCHECK_POWERSHELL_ANSWER', `The answer of PowerShell has another form than session.ps1 gives it.`, {
    place: name,
    observed,
    expected,
  })
}
