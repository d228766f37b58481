/** Types whose value is kept as text: as written for times, spans, decimals, GUIDs and versions, so that nothing is lost. */
export type CliXmlTextType =
  | 'string'
  /** One UTF-16 code unit, which may be half of a surrogate pair. */
  | 'char'
  /** xsd:dateTime; ends in Z, in an offset, or in neither: that is the Kind of the .NET value. */
  | 'dateTime'
  /** xsd:duration. */
  | 'duration'
  | 'decimal'
  | 'guid'
  | 'uri'
  | 'version'
  | 'xml'
  | 'scriptBlock'

export type CliXmlNumberType = 'byte' | 'sbyte' | 'uint16' | 'int16' | 'uint32' | 'int32' | 'single' | 'double'

/** A value of a primitive type of [MS-PSRP] 2.2.5.1. A secure string's content is never kept. */
export type CliXmlScalar =
  | { readonly type: 'nil' }
  | { readonly type: CliXmlTextType; readonly value: string }
  | { readonly type: CliXmlNumberType; readonly value: number }
  | { readonly type: 'int64' | 'uint64'; readonly value: bigint }
  | { readonly type: 'boolean'; readonly value: boolean }
  | { readonly type: 'bytes'; readonly value: Uint8Array }
  | { readonly type: 'secureString' }

/** The tag says what it was: LST a list or array, IE another enumerable, STK a stack, QUE a queue. */
export interface CliXmlList {
  readonly type: 'list'
  readonly form: 'list' | 'enumerable' | 'stack' | 'queue'
  readonly items: readonly CliXmlValue[]
}

export interface CliXmlDictionary {
  readonly type: 'dictionary'
  readonly entries: readonly (readonly [key: CliXmlValue, value: CliXmlValue])[]
}

/** An `Obj`, with what it wraps (`base`: the number of an enum, the items of a list, …) and its members. */
export interface CliXmlObject {
  readonly type: 'object'
  /** The type chain, nearest first; empty where the object has none. */
  readonly typeNames: readonly string[]
  /** What ToString gave: the name of an enum's value, or of a truncated object. */
  readonly text: string | null
  readonly base: CliXmlValue | CliXmlList | CliXmlDictionary | null
  /** `Props`: members of the type itself; null where the object has none. Empty where none of them could be read. */
  readonly properties: ReadonlyMap<string, CliXmlValue> | null
  /** `MS`: members added to this one object, which hide those of the same name. Only here may a value be a member set. */
  readonly extended: ReadonlyMap<string, CliXmlValue>
}

/** An `MS` inside an `MS`: members under a common name, such as PSStandardMembers ([MS-PSRP] 2.2.5.2.9). */
export interface CliXmlMemberSet {
  readonly type: 'memberSet'
  readonly members: ReadonlyMap<string, CliXmlValue>
}

/**
 * A progress record, by the tags of [MS-PSRP] 2.2.5.1.25 (AV activity, AI id, SD status description, …); the current
 * operation stands under its own tag, `S` or `Nil`.
 */
export interface CliXmlProgress {
  readonly type: 'progress'
  readonly fields: ReadonlyMap<string, string>
}

/** A reference to an object that the caller has released. */
export interface CliXmlReleased {
  readonly type: 'released'
}

export type CliXmlValue = CliXmlScalar | CliXmlObject | CliXmlMemberSet | CliXmlProgress | CliXmlReleased

/** Of an object without members of the one kind or the other. */
export const noMembers: ReadonlyMap<string, CliXmlValue> = new Map()

/** A member by its name, in the order in which PowerShell itself would find it; names are not case-sensitive there. */
export function memberOf(object: CliXmlObject, name: string): CliXmlValue | undefined {
  return object.extended.get(name) ?? object.properties?.get(name) ?? memberInAnyCase(object, name.toLowerCase())
}

function memberInAnyCase(object: CliXmlObject, lowerName: string): CliXmlValue | undefined {
  for (const members of [object.extended, object.properties]) {
    for (const [name, value] of members ?? noMembers) if (name.toLowerCase() === lowerName) return value
  }
  return undefined
}
