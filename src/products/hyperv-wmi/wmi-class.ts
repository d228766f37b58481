import type { Mark } from '../mark.ts'
import type { ClassSource } from './builds.ts'

export type WmiScalarType = 'string' | 'boolean' | 'datetime' | 'uint8' | 'uint16' | 'uint32' | 'uint64' | 'sint8' | 'sint16' | 'reference'

/** An array has `[]` after the type of its elements. */
export type WmiType = WmiScalarType | `${WmiScalarType}[]`

/** Properties that share their source: which builds have them, and how sure that is. */
export interface PropertyGroup {
  readonly seenIn: readonly ClassSource[]
  readonly mark: Mark
  readonly types: Readonly<Record<string, WmiType>>
}

/** Parameters by name. Only methods that the lab does are listed; it refuses the others by fault. */
export interface WmiMethod {
  readonly in: Readonly<Record<string, WmiType>>
  readonly out: Readonly<Record<string, WmiType>>
  readonly mark: Mark
  readonly source: string
}

/** A class as snapcheck needs it: the types that the wire does not tell, and what each build's instances hold. */
export interface WmiClass {
  readonly name: string
  /** With slashes, e.g. `root/virtualization/v2`. */
  readonly namespace: string
  readonly keys: readonly string[]
  readonly keysMark: Mark
  readonly source: string
  readonly properties: readonly PropertyGroup[]
  readonly methods?: Readonly<Record<string, WmiMethod>>
}
