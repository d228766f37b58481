import type { Guid } from '../../checkpoint/guid.ts'
import type { Checkpoint, VirtualMachine } from './model.ts'
import type { refusals } from './refusals.ts'

/** What becomes of something on its way to whoever looks: a pure function of it and of the truth around it. */
export type Effect<Shown, Context extends readonly unknown[]> = (shown: Shown, ...context: Context) => Shown

/** What an effect may read of the world; it may do nothing. */
export interface Truth {
  vm(id: Guid): VirtualMachine | undefined
  checkpoint(id: Guid): Checkpoint | undefined
  /** In the order of creation. */
  checkpointsOf(vm: Guid): readonly Checkpoint[]
  childrenOf(checkpoint: Guid): readonly Checkpoint[]
}

/** Where something can take hold on the host and its WMI; faults of the lab do. */
export interface HostEffects {
  /** The checkpoints of one VM as WMI on its host shows them: in every enumeration, Get and association. */
  readonly hostCheckpoints: Effect<readonly Checkpoint[], [world: Truth]>
  /** Whether WMI on its host shows a VM, and anything of it, at all. */
  readonly hostShows: Effect<boolean, [vm: VirtualMachine]>
  /** A VM as WMI on its host shows it. */
  readonly hostVm: Effect<VirtualMachine, [world: Truth]>
  /** A checkpoint as the host stores it after a change. */
  readonly hostKeeps: Effect<Checkpoint, [before: Checkpoint]>
  /** What the host removes when one checkpoint is to go, in that order. */
  readonly hostRemoves: Effect<readonly Checkpoint[], [childrenOf: (checkpoint: Checkpoint['id']) => readonly Checkpoint[]]>
  /** Why the host does not make another checkpoint of a VM that has so many; undefined where it does. */
  readonly hostRefuses: Effect<keyof typeof refusals | undefined, [count: number]>
  /** A VM as an apply leaves it. */
  readonly hostApplied: Effect<VirtualMachine, [before: VirtualMachine]>
}

/** The effect of nothing. */
export const asItIs = <Shown>(shown: Shown): Shown => shown

export const soundHost: HostEffects = {
  hostCheckpoints: asItIs,
  hostShows: asItIs,
  hostVm: asItIs,
  hostKeeps: asItIs,
  hostRemoves: asItIs,
  hostRefuses: asItIs,
  hostApplied: asItIs,
}
