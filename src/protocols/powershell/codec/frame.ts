import { noMembers, type CliXmlList, type CliXmlObject, type CliXmlValue } from './value.ts'

/** An object that is still being read; a reference to it from inside itself gets this same object. */
export interface GrowingObject extends CliXmlObject {
  typeNames: readonly string[]
  text: string | null
  base: CliXmlObject['base']
  properties: ReadonlyMap<string, CliXmlValue> | null
  extended: ReadonlyMap<string, CliXmlValue>
}

/** An element that is open and has elements inside; scalars are handled without one. */
export type Frame =
  | { readonly kind: 'root'; count: number }
  | ObjectFrame
  | { readonly kind: 'types'; readonly names: string[]; readonly refId: string | undefined }
  | MembersFrame
  | { readonly kind: 'list'; readonly form: CliXmlList['form']; readonly items: CliXmlValue[] }
  | { readonly kind: 'dictionary'; readonly entries: [CliXmlValue, CliXmlValue][] }
  | EntryFrame
  | { readonly kind: 'progress'; readonly name: string | undefined; readonly fields: Map<string, string> }

/** Members of an object, or of a set that stands among them. */
export interface MembersFrame {
  readonly kind: 'members'
  readonly target: Map<string, CliXmlValue>
  readonly set: { readonly name: string | undefined } | undefined
}

export interface EntryFrame {
  readonly kind: 'entry'
  key: CliXmlValue | undefined
  value: CliXmlValue | undefined
}

export interface ObjectFrame {
  readonly kind: 'object'
  readonly object: GrowingObject
  readonly name: string | undefined
  readonly refId: string | undefined
  /** How many objects had been defined when this one began: what came later is inside it. */
  readonly mark: number
}

const noTypes: readonly string[] = []

export function growingObject(): GrowingObject {
  return { type: 'object', typeNames: noTypes, text: null, base: null, properties: null, extended: noMembers }
}

/** Where the value that begins now will stand: a member's name, an item's or top-level object's number, an entry's key. */
export function keyIn(frame: Frame, name: string | undefined): string | number {
  if (frame.kind === 'root') return frame.count
  if (frame.kind === 'list') return frame.items.length
  if (frame.kind === 'entry' && name === 'Value') return keyText(frame.key)
  return name ?? ''
}

/** A dictionary's key as a step of a path. */
export function keyText(key: CliXmlValue | undefined): string {
  if (key === undefined) return ''
  if (key.type === 'object') return key.text ?? ''
  return 'value' in key ? String(key.value) : ''
}
