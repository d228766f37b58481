import type { CellProperty } from '../../checkpoint/cell-property.ts'
import type { InterfaceId } from '../../checkpoint/interface-id.ts'
import type { Effects } from './effects.ts'

/** The cells that a fault makes wrong: what these interfaces created, as those see it. */
export interface Corruption {
  readonly property: CellProperty
  /** `unknown`: what was there before the story, whoever made it. */
  readonly creators: readonly (InterfaceId | 'unknown')[]
  readonly observers: readonly InterfaceId[]
}

export interface Fault {
  readonly title: string
  /**
   * `corruption` falsifies what a user would see, so that a suite must notice it; `transport` leaves nothing to see;
   * `permission` hides what the account may not see, without saying so: nothing may be concluded from that.
   */
  readonly kind: 'corruption' | 'transport' | 'permission'
  /** From these and the claims' levels follows exactly which cells must turn. Empty for the other kinds. */
  readonly corrupts: readonly Corruption[]
  /** What the lab does when it is armed. */
  readonly meaning: string
  /** How it does it; a fault of the transport is told by its absence from the network alone. */
  readonly effects: Effects
}

/** Interfaces by the product whose data they show; one that is added to the lab is added here. */
export const hyperV = ['hyperv-wmi'] as const satisfies readonly InterfaceId[]
export const scvmm = ['scvmm-spf'] as const satisfies readonly InterfaceId[]
export const anybody = [...hyperV, ...scvmm] as const
/** Whoever made it, what was there before the story included. */
export const everybody = [...anybody, 'unknown'] as const

export function corruption(fault: Omit<Fault, 'kind'>): Fault {
  return { kind: 'corruption', ...fault }
}

/** One line of `corrupts` for each property. */
export function cells(
  properties: CellProperty | readonly CellProperty[],
  creators: Corruption['creators'],
  observers: Corruption['observers'],
): readonly Corruption[] {
  return [properties].flat().map((property) => ({ property, creators, observers }))
}
