import type { Guid } from '../checkpoint/guid.ts'
import type { InterfaceId, Origin } from '../checkpoint/interface-id.ts'
import type { MeasurementName, Measurements } from '../checkpoint/measurement.ts'
import type { CheckpointProperty, Reading, VmProperty, VmReading } from '../checkpoint/reading.ts'
import type { CheckpointType, NewCheckpointKind, VmState } from '../checkpoint/vm.ts'

/** A product instance as the interface itself identified it. Labels, never addresses or secrets. */
export interface ParticipantIdentity {
  readonly product: string
  readonly version: string | null
  readonly build: string | null
  /** `simulator` where the lab's mark was found, `product` only where a product build was positively read. */
  readonly origin: Origin
  /** What was read to establish it, e.g. "Identify, Win32_OperatingSystem.Version". */
  readonly identifiedBy: string
}

/** Digests of the exchanges behind an answer, in their order. */
export interface Evidenced<Value> {
  readonly value: Value
  readonly evidence: readonly string[]
}

/** Gathers the digests of all exchanges that happen while `work` runs; on failure too (`evidenceOf` in src/recording). */
export interface EvidenceTrail {
  gather<Value>(work: () => Promise<Value>): Promise<Evidenced<Value>>
}

/** What is wanted of a new checkpoint; what is left out is left to the product. */
export interface NewCheckpoint {
  readonly name?: string
  readonly comment?: string
  /** Left out is `default`: what the VM's own setting gives. */
  readonly kind?: NewCheckpointKind
  /** Which of several documented forms of the request; left out: the interface finds out which is taken (C-097: confirm-true, -false, -null). */
  readonly form?: string
  /** Unguessable: where it stands in the name or the comment, it proves that a checkpoint is ours. */
  readonly mark?: string
  /** Told its GUID as soon as that is known, while naming it may still fail or go on. */
  readonly onMade?: (checkpoint: Guid) => void
}

/** What a property or operation needs and this interface does not have, with the source that says so. */
export interface Unsupported {
  readonly what: Operation | CheckpointProperty | VmProperty
  readonly source: string
  readonly mark: 'documented' | 'observed' | 'inferred' | 'unknown'
}

/** What is read beside the checkpoints only where it is asked for, because it takes a request for each of them, or another right. */
export const readExtras = ['disks', 'jobs', 'clock'] as const
export type ReadExtra = (typeof readExtras)[number]

export const operations = [
  'create',
  'create-with-name',
  'create-with-comment',
  'create-recovery',
  'rename',
  'set-comment',
  'restore',
  'remove',
  'remove-subtree',
  'set-checkpoint-type',
  'set-vm-state',
  'set-vm-notes', // to running and off
  'save-vm',
  'pause-vm',
  'host-time',
  'refresh',
] as const
export type Operation = (typeof operations)[number]

/** Single requests of an interface's own protocol, each with a plain observation as its answer, sent on a checkpoint of our own. */
export type Probes = {
  readonly [Name in MeasurementName]?: (vm: Guid, checkpoint: Guid) => Promise<Evidenced<Measurements[Name]>>
}

/**
 * The one port through which a scenario drives a product. Every method ends when the product's own job has ended; a job
 * or call that the product refuses rejects with a SnapcheckError of code SNAPCHECK_PRODUCT_REFUSED that carries the
 * product's code; transport and permission failures reject with their own codes. An operation in `unsupported` rejects with
 * SNAPCHECK_UNSUPPORTED before anything is sent.
 */
export interface CheckpointInterface {
  readonly id: InterfaceId
  readonly unsupported: readonly Unsupported[]
  /** Left out where it has none. */
  readonly probes?: Probes
  identify(): Promise<Evidenced<ParticipantIdentity>>
  /**
   * The VM and all its checkpoints as this interface shows them now; null where it does not show the VM.
   * @param also adds `disks` and `diskChains`, `jobs`, and `hostTime`, as far as the interface has them.
   */
  read(vm: Guid, also?: readonly ReadExtra[]): Promise<Evidenced<VmReading | null>>
  /**
   * What stands on the VM and what goes on there, in as few requests as that takes: its checkpoints, its state, its host and
   * its jobs. For looks on which no cell rests, such as before a create and between removals.
   */
  readTree(vm: Guid): Promise<Evidenced<VmReading | null>>
  create(vm: Guid, wanted: NewCheckpoint): Promise<Evidenced<Guid>>
  rename(vm: Guid, checkpoint: Guid, name: string): Promise<Evidenced<void>>
  setComment(vm: Guid, checkpoint: Guid, comment: string): Promise<Evidenced<void>>
  /**
   * Applies the checkpoint (ApplySnapshot; VMCheckPointAction = "Restore"), so that the VM stands on it and the next
   * create begins a branch. A refusal for the VM's state (32775 on a running VM) is a product's refusal like any other.
   */
  restore(vm: Guid, checkpoint: Guid): Promise<Evidenced<void>>
  /** Removes this one checkpoint only. */
  remove(vm: Guid, checkpoint: Guid): Promise<Evidenced<void>>
  /** Removes it and everything below it in one call (DestroySnapshotTree); another's checkpoints go with it. */
  removeSubtree(vm: Guid, checkpoint: Guid): Promise<Evidenced<void>>
  /** Sets the VM's own setting for checkpoints to come (UserSnapshotType). */
  setCheckpointType(vm: Guid, type: CheckpointType): Promise<Evidenced<void>>
  /** Starts, turns off, saves or pauses the VM; `off` pulls the plug and does not shut the guest down. */
  setVmState(vm: Guid, state: VmState): Promise<Evidenced<void>>
  /** Sets the VM's own notes, not those of a checkpoint. */
  setVmNotes(vm: Guid, notes: string): Promise<Evidenced<void>>
  /** The host's own clock as it reads it now (Win32_OperatingSystem.LocalDateTime). */
  hostTime(): Promise<Evidenced<Reading>>
  /** Forgets connections, contexts and caches, as a second session would. */
  close(): Promise<void>
}
