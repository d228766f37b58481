import type { Guid } from '../checkpoint/guid.ts'
import type { InterfaceId } from '../checkpoint/interface-id.ts'
import type { MeasurementName } from '../checkpoint/measurement.ts'
import type { CheckpointType, VmState } from '../checkpoint/vm.ts'
import type { NewCheckpoint, Operation, ReadExtra } from '../interfaces/port.ts'

/** What a scenario does to what it touches: nothing, make SCVMM look again, change a VM, or disturb others. */
export const safeties = ['reads', 'refreshes', 'writes', 'disrupts'] as const
export type Safety = (typeof safeties)[number]

/** How far a scenario reaches at the most. */
export const blastRadii = ['vm', 'host', 'cluster', 'vmm'] as const
export type BlastRadius = (typeof blastRadii)[number]

/** How much a run tells: `full` has the slower scenarios too. */
export const profiles = ['core', 'full'] as const
export type Profile = (typeof profiles)[number]

/** The VMs that a scenario can ask for. The lab has one for each; on live hosts a disposable VM in this state is taken. */
export const vmNeeds = {
  running: { state: 'running', title: 'a running VM that takes standard checkpoints' },
  off: { state: 'off', title: 'a VM that is off' },
  'off-with-checkpoint': { state: 'off', title: 'a VM that is off and has a checkpoint already' },
  production: { state: 'running', title: 'a running VM that takes production checkpoints and whose guest takes part in them' },
  'no-integration': { state: 'running', title: 'a running VM whose guest takes no part in production checkpoints' },
  'two-disks': { state: 'running', title: 'a running VM with two disks' },
  'pass-through': { state: 'off', title: 'a VM with a pass-through disk' },
  'nearly-full': { state: 'off', title: 'a VM with 49 checkpoints' },
  library: { state: 'off', title: 'a VM that is stored in the library of SCVMM' },
} as const satisfies Readonly<Record<string, { readonly state: VmState; readonly title: string }>>
export type VmNeed = keyof typeof vmNeeds

/** What stands above a scenario: all that `snapcheck list` can say without running anything. */
export interface ScenarioDefinition {
  /** Stable, dotted, never reused: `visibility.several`. */
  readonly id: string
  readonly title: string
  /** Claims that its story lets the rules judge. */
  readonly claims: readonly string[]
  /** What the creating interface must be able to do. */
  readonly needs: readonly Operation[]
  readonly safety: Safety
  readonly radius: BlastRadius
  readonly profile: Profile
  /** The VM that it needs: ApplySnapshot is refused on a running one (C-076). */
  readonly vm: VmNeed
  /** The interfaces with which as creator it is told; left out: all. For what is about one of them alone. */
  readonly creators?: readonly InterfaceId[]
}

/** A checkpoint that the story made, as the creating interface names it. */
export interface Made {
  readonly checkpoint: Guid
}

/**
 * Somebody at work inside the guest, or another administrator. Only the lab can look in there, so what follows from it
 * proves the harness and says nothing of a product.
 */
export type InsideChange =
  | { readonly what: 'applicationData' | 'guestMemory' | 'hardware'; readonly text: string }
  /** Another administrator's job holds the VM for half a minute, in both products. */
  | { readonly what: 'occupied' }

/** What is done to the VM and its checkpoints. An act that fails ends the story unless it is attempted. */
export interface Acts {
  create(title: string, wanted: NewCheckpoint): Promise<Made>
  rename(title: string, made: Made, name: string): Promise<void>
  setComment(title: string, made: Made, comment: string): Promise<void>
  /** Applies it, so that the VM stands on it and the next create begins a branch. */
  restore(title: string, made: Made): Promise<void>
  /** Removes this one checkpoint; its children stay. */
  remove(title: string, made: Made): Promise<void>
  /** Removes it and everything below it. */
  removeSubtree(title: string, made: Made): Promise<void>
  /** What the VM's next checkpoints will be; through another interface where this one has no way. */
  setCheckpointType(title: string, type: CheckpointType): Promise<void>
  /** Through another interface where this one has no way; done once the VM is in that state. */
  setVmState(title: string, state: VmState): Promise<void>
  /** The VM's own notes; through another interface where this one has no way. */
  setVmNotes(title: string, notes: string): Promise<void>
}

/** What a scenario can do. It tells a story; what the story proves is decided elsewhere, by rules. */
export interface Teller extends Acts {
  /** The interface that creates in this run of the scenario, and through which everything is done. */
  readonly creator: InterfaceId
  /** The same, done through an interface of another product than the creator's. */
  readonly outside: Acts
  /** A name or comment of our own that holds this run's mark, the same for the same seed. */
  text(words: string): string
  /** Texts in many scripts, with marks, breaks and markup, the same in every run of this scenario; `text` makes one our own. */
  generated(count: number): readonly string[]
  /** Goes on where the product refuses, or has no way: null then, and the refusal stands in the story. */
  attempt<Value>(work: () => Promise<Value>): Promise<Value | null>
  /** Ends the story where the source cannot look into its guests. */
  inside(title: string, change: InsideChange): Promise<void>
  /**
   * Every configured interface reads the VM. What an interface must first find out by itself is awaited, up to the
   * limit of the configuration; what it shows in the end is recorded as it is. What the guest finds inside stands in the
   * view of the creating interface, in the lab.
   * @param also what is read beside, such as `disks`, which takes a request for each checkpoint.
   */
  look(title: string, also?: readonly ReadExtra[]): Promise<void>
  /** The same without waiting: what each interface shows at once, however old. */
  glance(title: string, also?: readonly ReadExtra[]): Promise<void>
  /** Every interface that has this probe of its own protocol sends it, on a checkpoint of our own. */
  measure(title: string, name: MeasurementName, made: Made): Promise<void>
  /** Lets time pass, e.g. a refresher's whole interval; never more than the patience of the configuration. */
  pause(title: string, milliseconds: number): Promise<void>
  /** Closes every session and opens new ones, as another console would. */
  reconnect(title: string): Promise<void>
}

export type ScenarioBody = (teller: Teller) => Promise<void>

export interface Scenario {
  readonly definition: ScenarioDefinition
  readonly body: ScenarioBody
}
