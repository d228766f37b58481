import { asItIs, type Effect, type Truth } from '../world/effects.ts'
import type { VmmCheckpoint, VmmFailure, VmmVm } from './model.ts'

/** Where something can take hold in VMM; faults of the lab do. */
export interface VmmEffects {
  /** A row as VMM's database takes it in; `before` is undefined for a new one. */
  readonly vmmKeeps: Effect<VmmCheckpoint, [before: VmmCheckpoint | undefined, world: Truth]>
  /** Whether VMM's refresh drops a row whose checkpoint the host no longer has. */
  readonly vmmForgets: Effect<boolean, [row: VmmCheckpoint]>
  /** The rows of one VM as readers of VMM's database get them. */
  readonly vmmCheckpoints: Effect<readonly VmmCheckpoint[], [vm: VmmVm, world: Truth]>
  /** Why VMM does not begin a job; undefined where it does. */
  readonly vmmRefuses: Effect<VmmFailure | undefined, []>
  /** The row that a create leaves behind which failed: none. */
  readonly vmmLeaves: Effect<VmmCheckpoint | undefined, [wanted: VmmCheckpoint]>
  /** A row of a VM as readers of VMM's database get it. */
  readonly vmmVm: Effect<VmmVm, [world: Truth]>
}

export const soundVmm: VmmEffects = {
  vmmKeeps: asItIs,
  vmmForgets: asItIs,
  vmmCheckpoints: asItIs,
  vmmRefuses: asItIs,
  vmmLeaves: asItIs,
  vmmVm: asItIs,
}
