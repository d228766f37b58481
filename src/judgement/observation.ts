import type { Guid } from '../checkpoint/guid.ts'
import type { InterfaceId, Origin, Via } from '../checkpoint/interface-id.ts'
import type { NormalisationId } from '../checkpoint/normalise.ts'
import type { MeasurementName } from '../checkpoint/measurement.ts'
import type { CheckpointProperty, ReadingForm, VmProperty } from '../checkpoint/reading.ts'
import type { CheckpointType, NewCheckpointKind, VmState } from '../checkpoint/vm.ts'
import type { Json } from '../foundation/json.ts'

/** One value read from one interface at one moment. Facts only: what it proves is a verdict's matter. */
export interface Observation {
  /** `<view id>/<checkpoint GUID or vm>/<property>`: the same in every run with the same seed. */
  readonly id: string
  readonly view: string
  readonly property: CheckpointProperty | VmProperty
  readonly checkpoint: Guid | null
  readonly field: string
  readonly form: ReadingForm
  readonly raw: Json
  readonly normalised: Json
  readonly normalisation: NormalisationId
}

export interface CheckpointView {
  /** Null where the interface shows no usable identity. */
  readonly id: Guid | null
  readonly observations: Readonly<Partial<Record<CheckpointProperty, Observation>>>
}

/**
 * How far the observer's picture can be trusted to be up to date. `synchronised`: the reading began after the acting job
 * ended and a refresh, where the interface has one, was done; `awaited`: found by passive waiting; `awaited-in-vain`: the
 * wait ended without it; `not-awaited`: one glance on purpose, although there was something to wait for; `file`: whatever
 * was exported; `unreadable`: the observer could not look at all, and `failure` says why; `not-shown`: it
 * answered, and does not show the VM, which is also how rights hide one.
 */
export const settledForms = ['synchronised', 'awaited', 'awaited-in-vain', 'not-awaited', 'file', 'unreadable', 'not-shown'] as const
export type Settled = (typeof settledForms)[number]

/** What one interface showed of one VM at one stage of a story. */
export interface View {
  readonly id: string
  readonly stage: number
  readonly title: string
  readonly interface: InterfaceId
  /** Participant id. */
  readonly participant: string
  readonly vm: Guid
  readonly observations: Readonly<Partial<Record<VmProperty, Observation>>>
  /** In the interface's own order. */
  readonly checkpoints: readonly CheckpointView[]
  readonly settled: Settled
  /** Only where it is unreadable. */
  readonly failure?: ActFailure
  /** Milliseconds of the run's clock that were waited until it showed, or in vain; left out where nothing was awaited. */
  readonly awaitedMs?: number
  /** This observer showed, in this session, the VM and something known to exist on it. */
  readonly witness: boolean
  readonly via: Via
  readonly origin: Origin
  /** Digests of the exchanges behind it. */
  readonly evidence: readonly string[]
}

export const actions = [
  'create',
  'rename',
  'set-comment',
  'restore',
  'remove',
  'remove-subtree',
  'set-checkpoint-type',
  'set-vm-state',
  'set-vm-notes',
  'inside', // somebody at work inside the guest, or another administrator; only the lab has that
] as const
export type Action = (typeof actions)[number]

/** What was asked for; a part left out was left to the product. */
export interface Intended {
  readonly name?: string
  readonly comment?: string
  readonly kind?: NewCheckpointKind
  /** Which of several documented forms of the request the story chose. */
  readonly form?: string
  readonly checkpointType?: CheckpointType
  readonly vmState?: VmState
  readonly vmNotes?: string
  /** What the guest was given, or who else was set to work. */
  readonly inside?: string
}

/** What a scenario did, through which interface, and how it ended. */
export interface Act {
  readonly id: string
  readonly stage: number
  readonly title: string
  readonly interface: InterfaceId
  readonly participant: string
  readonly action: Action
  readonly vm: Guid
  /** Null where a create failed. */
  readonly checkpoint: Guid | null
  readonly intended: Intended
  /** Present where the story asks whether the product does it, and goes on where it does not. */
  readonly attempted?: true
  readonly result: 'done' | 'failed' | 'unsupported'
  readonly failure?: ActFailure
  readonly evidence: readonly string[]
}

/** By codes, never by text alone: messages are localised. */
export interface ActFailure {
  readonly code: string
  /** The product's own code, e.g. 32775, 2606. */
  readonly productCode?: string
  readonly sentence: string
  /** True where the harness, the transport or a permission failed rather than the product's rule. */
  readonly isFault: boolean
}

/** What a probe found out about an interface's own protocol, as plain data (src/checkpoint/measurement.ts says what it holds). */
export interface Measurement {
  /** `<scenario>/<stage>/<interface>/<name>` */
  readonly id: string
  readonly stage: number
  readonly title: string
  readonly interface: InterfaceId
  readonly participant: string
  readonly vm: Guid
  readonly name: MeasurementName
  readonly value: Json
  readonly via: Via
  readonly origin: Origin
  readonly evidence: readonly string[]
}

export const disturbanceKinds = [
  'checkpoint-appeared',
  'checkpoint-vanished',
  'vm-state-changed',
  'owner-node-changed',
  'job-running',
] as const
export type DisturbanceKind = (typeof disturbanceKinds)[number]

/** A change on the VM that neither the story nor the journal accounts for. */
export interface Disturbance {
  /** `<scenario>/disturbance/<n>` */
  readonly id: string
  readonly kind: DisturbanceKind
  /** Who showed it. */
  readonly interface: InterfaceId
  readonly vm: Guid
  /** The first stage that can have been touched. */
  readonly from: number
  /** Null where it is about the VM. */
  readonly checkpoint: Guid | null
  readonly before: Json
  readonly after: Json
}

/**
 * Everything that happened and was seen, in order: the only input of a rule. An inspected set of files is a story
 * without acts, its views ordered by the time that the files themselves state.
 */
export interface Story {
  readonly scenario: string
  /**
   * The VM that the scenario asked for, by its name in `vmNeeds` (src/harness/definition.ts): a premise, for what no
   * interface shows, such as a guest that takes no part in backups. Left out where nothing was asked for.
   */
  readonly vmNeed?: string
  readonly acts: readonly Act[]
  readonly views: readonly View[]
  /** Left out where nothing was probed. */
  readonly measurements?: readonly Measurement[]
  /** What somebody else did meanwhile; left out where nobody did anything. */
  readonly disturbances?: readonly Disturbance[]
}
