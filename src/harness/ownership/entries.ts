import type { Guid } from '../../checkpoint/guid.ts'
import type { InterfaceId } from '../../checkpoint/interface-id.ts'

/** One endpoint, as the configuration names it: never its address. */
export interface Place {
  readonly interface: InterfaceId
  readonly endpoint: string
}

/** One checkpoint as it stood when it was read. */
export interface Standing {
  readonly id: Guid
  readonly name: string | null
  /** Null for a root. */
  readonly parent: Guid | null
}

/** Something that is still there, and why. */
export interface Leftover {
  readonly checkpoint: Guid
  readonly why: string
  /** False where it could be ours and nothing proves it. */
  readonly owned: boolean
}

/** A create that is about to be sent. */
export interface Intent {
  /** Counts from 1 within one telling. */
  readonly step: number
  readonly vm: Guid
  readonly through: Place
  /** Null where the name is left to the product. */
  readonly name: string | null
  /** Every checkpoint of the VM at this moment, as the creating interface showed it. */
  readonly before: readonly Guid[]
}

/** What a telling did that somebody may have to undo, in the order in which it was done. */
export type OwnershipEntry =
  | { readonly entry: 'baseline'; readonly vm: Guid; readonly checkpoints: readonly Standing[] }
  | ({ readonly entry: 'intended' } & Intent)
  | { readonly entry: 'created'; readonly step: number; readonly checkpoint: Guid }
  /** The create of this step never reached the product. */
  | { readonly entry: 'unsent'; readonly step: number }
  /** The product said no to this step: what it has made all the same is there by now. */
  | { readonly entry: 'refused'; readonly step: number }
  | { readonly entry: 'renamed'; readonly checkpoint: Guid; readonly name: string }
  /** Something is about to be done that nothing takes back; in a sentence for a person. */
  | { readonly entry: 'lasting'; readonly effect: string }
  | { readonly entry: 'removed'; readonly checkpoint: Guid }
  | { readonly entry: 'closed'; readonly by: 'run' | 'sweep'; readonly outcome: string; readonly left: readonly Leftover[] }
