import type { Guid } from '../checkpoint/guid.ts'
import type { InterfaceId, Origin } from '../checkpoint/interface-id.ts'
import type { CheckpointProperty, VmReading } from '../checkpoint/reading.ts'

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
}

/** What a property or operation needs and this interface does not have, with the source that says so. */
export interface Unsupported {
  readonly what: Operation | CheckpointProperty
  readonly source: string
  readonly mark: 'documented' | 'observed' | 'inferred' | 'unknown'
}

export const operations = [
  'create',
  'create-with-name',
  'create-with-comment',
  'rename',
  'set-comment',
  'restore',
  'remove',
  'remove-subtree',
  'refresh',
] as const
export type Operation = (typeof operations)[number]

/**
 * The one port through which a scenario drives a product. Every method ends when the product's own job has ended; a job
 * or call that the product refuses rejects with a SnapcheckError of code SNAPCHECK_PRODUCT_REFUSED that carries the
 * product's code; transport and permission failures reject with their own codes.
 */
export interface CheckpointInterface {
  readonly id: InterfaceId
  readonly unsupported: readonly Unsupported[]
  identify(): Promise<Evidenced<ParticipantIdentity>>
  /** The VM and all its checkpoints as this interface shows them now; null where it does not show the VM. */
  read(vm: Guid): Promise<Evidenced<VmReading | null>>
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
  /** Forgets connections, contexts and caches, as a second session would. */
  close(): Promise<void>
}
