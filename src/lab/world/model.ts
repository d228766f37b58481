import type { Guid } from '../../checkpoint/guid.ts'
import type { CheckpointKind } from '../../checkpoint/kinds.ts'
import type { CheckpointType, VmState } from '../../checkpoint/vm.ts'
import type { HostProfileId } from '../../products/hyperv-wmi/builds.ts'

/** All records are immutable: a change replaces the record, so that no reader can change the world by reading. */

export interface Host {
  /** NetBIOS name, which is also the key of the host's own Msvm_ComputerSystem. */
  readonly name: string
  readonly profile: HostProfileId
  /** Minutes east of UTC; the clock on its wall gives checkpoints their default names. */
  readonly utcOffsetMinutes: number
}

export type { CheckpointType, VmState } from '../../checkpoint/vm.ts'
export type Generation = 1 | 2

/** What a checkpoint keeps of the VM's configuration. */
export interface VmSettings {
  readonly notes: readonly string[]
  readonly checkpointType: CheckpointType
  readonly version: string
  readonly generation: Generation
  /** What its virtual hardware is, as one word of the lab's own: it only has to come back. */
  readonly hardware: string
}

/** One file of a chain of virtual disks. */
export interface DiskFile {
  readonly path: string
  /** Path of the file that it differs from; null at the base. */
  readonly parent: string | null
  readonly vm: Guid
  /** The application data that a guest with this file on top would find. */
  readonly content: string
}

export interface VirtualMachine extends VmSettings {
  readonly id: Guid
  readonly name: string
  readonly host: string
  readonly state: VmState
  /** Milliseconds since 1970, UTC, like every time of the world. */
  readonly createdAt: number
  readonly stateChangedAt: number
  readonly configurationChangedAt: number
  /** The checkpoint that "Now" hangs from. */
  readonly position: Guid | null
  readonly lastApplied: Guid | null
  /** The files of its disks now, in the order of their slots. */
  readonly disks: readonly string[]
  /** A physical disk of the host is passed through to it, which no checkpoint can hold (C-087). */
  readonly passThrough: boolean
  /** Its guest takes part in production checkpoints (VSS, file system freeze). */
  readonly integration: boolean
  /** What its guest has in memory; null while it is off. */
  readonly memory: string | null
  /** When the merge of its disks ends; null while none goes on. */
  readonly mergingUntil: number | null
}

/** Who asked for it. Hyper-V keeps no such property; the world does, for faults and for its own tests. */
export type CreatedThrough = 'hyper-v' | 'vmm'

export interface Checkpoint {
  readonly id: Guid
  readonly vm: Guid
  readonly name: string
  readonly notes: readonly string[]
  readonly createdAt: number
  readonly parent: Guid | null
  readonly kind: CheckpointKind
  readonly savedState: boolean
  /** UserSnapshotType as its own settings show it. */
  readonly userKind: CheckpointType
  /** The memory in its saved state; null without one. */
  readonly memory: string | null
  /** The files that the VM's disks were when it was taken: nobody writes into them any more. */
  readonly disks: readonly string[]
  /** The VM's settings when it was taken. */
  readonly settings: VmSettings
  readonly createdThrough: CreatedThrough
}

/** What happened, told after it happened. */
export interface WorldChange {
  readonly kind:
    | 'checkpoint-created'
    | 'checkpoint-changed'
    | 'checkpoint-removed'
    | 'checkpoint-applied'
    | 'vm-changed'
    | 'vm-disks-merged'
    | 'vm-state-changed'
  readonly vm: Guid
  /** Null where the VM itself changed. */
  readonly checkpoint: Guid | null
}
