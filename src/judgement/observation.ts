import type { Guid } from '../checkpoint/guid.ts'
import type { InterfaceId, Origin, Via } from '../checkpoint/interface-id.ts'
import type { NormalisationId } from '../checkpoint/normalise.ts'
import type { CheckpointProperty, ReadingForm, VmProperty } from '../checkpoint/reading.ts'
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
 * wait ended without it; `file`: whatever was exported.
 */
export type Settled = 'synchronised' | 'awaited' | 'awaited-in-vain' | 'file'

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
  /** This observer showed, in this session, the VM and something known to exist on it. */
  readonly witness: boolean
  readonly via: Via
  readonly origin: Origin
  /** Digests of the exchanges behind it. */
  readonly evidence: readonly string[]
}

export type Action = 'create' | 'rename' | 'set-comment' | 'restore' | 'remove'

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
  /** What was asked for; a part left out was left to the product. */
  readonly intended: { readonly name?: string; readonly comment?: string }
  readonly result: 'done' | 'failed' | 'unsupported'
  readonly failure?: ActFailure
  readonly evidence: readonly string[]
}

/** By codes, never by text alone: messages are localised. */
export interface ActFailure {
  readonly code: string
  readonly sentence: string
  /** True where the harness, the transport or a permission failed rather than the product's rule. */
  readonly isFault: boolean
}

/**
 * Everything that happened and was seen, in order: the only input of a rule. An inspected set of files is a story
 * without acts, its views ordered by the time that the files themselves state.
 */
export interface Story {
  readonly scenario: string
  readonly acts: readonly Act[]
  readonly views: readonly View[]
}
