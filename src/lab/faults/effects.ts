import type { Entity } from '../../protocols/odata/codec/edm.ts'
import type { Row } from '../servers/wsman/rows/row.ts'
import type { VmmCheckpoint, VmmFailure, VmmVm } from '../vmm/model.ts'
import type { Checkpoint, VirtualMachine } from '../world/model.ts'
import type { refusals } from '../world/refusals.ts'
import type { World } from '../world/world.ts'

/** What becomes of something on its way to whoever looks: a pure function of it and of the truth around it. */
export type Effect<Shown, Context extends readonly unknown[]> = (shown: Shown, ...context: Context) => Shown

/** What a fault may do beside reading the truth: nothing. */
type Truth = Pick<World, 'checkpoint' | 'checkpointsOf' | 'childrenOf' | 'vm'>

/** Every place at which a fault can take hold. */
export interface AllEffects {
  /** The checkpoints of one VM as WMI on its host shows them: in every enumeration, Get and association. */
  readonly hostCheckpoints: Effect<readonly Checkpoint[], [world: Truth]>
  /** Whether WMI on its host shows a VM, and anything of it, at all. */
  readonly hostShows: Effect<boolean, [vm: VirtualMachine]>
  /** A VM as WMI on its host shows it. */
  readonly hostVm: Effect<VirtualMachine, [world: Truth]>
  /** The Msvm_VirtualSystemSettingData of a checkpoint, for what no record of the world holds. */
  readonly settingsRow: Effect<Row, [checkpoint: Checkpoint]>
  /** A checkpoint as the host stores it after a change. */
  readonly hostKeeps: Effect<Checkpoint, [before: Checkpoint]>
  /** What the host removes when one checkpoint is to go, in that order. */
  readonly hostRemoves: Effect<readonly Checkpoint[], [childrenOf: (checkpoint: Checkpoint['id']) => readonly Checkpoint[]]>
  /** Why the host does not make another checkpoint of a VM that has so many; undefined where it does. */
  readonly hostRefuses: Effect<keyof typeof refusals | undefined, [count: number]>
  /** A VM as an apply leaves it. */
  readonly hostApplied: Effect<VirtualMachine, [before: VirtualMachine]>
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
  /** A VMCheckPoint of Service Provider Foundation, for what no row of VMM holds. */
  readonly spfCheckpoint: Effect<Entity, []>
}

/** What one fault does; left out is what it leaves alone. */
export type Effects = Partial<AllEffects>

/** All effects of several faults, one after the other; without any, everything is shown as it is. */
export function combined(all: readonly Effects[]): AllEffects {
  return {
    hostCheckpoints: chain(all.map((each) => each.hostCheckpoints)),
    hostShows: chain(all.map((each) => each.hostShows)),
    hostVm: chain(all.map((each) => each.hostVm)),
    settingsRow: chain(all.map((each) => each.settingsRow)),
    hostKeeps: chain(all.map((each) => each.hostKeeps)),
    hostRemoves: chain(all.map((each) => each.hostRemoves)),
    hostRefuses: chain(all.map((each) => each.hostRefuses)),
    hostApplied: chain(all.map((each) => each.hostApplied)),
    vmmKeeps: chain(all.map((each) => each.vmmKeeps)),
    vmmForgets: chain(all.map((each) => each.vmmForgets)),
    vmmCheckpoints: chain(all.map((each) => each.vmmCheckpoints)),
    vmmRefuses: chain(all.map((each) => each.vmmRefuses)),
    vmmLeaves: chain(all.map((each) => each.vmmLeaves)),
    vmmVm: chain(all.map((each) => each.vmmVm)),
    spfCheckpoint: chain(all.map((each) => each.spfCheckpoint)),
  }
}

function chain<Shown, Context extends readonly unknown[]>(
  effects: readonly (Effect<Shown, Context> | undefined)[],
): Effect<Shown, Context> {
  const armed = effects.filter((effect) => effect !== undefined)
  return (shown, ...context) => armed.reduce((value, effect) => effect(value, ...context), shown)
}
