import type { Guid } from '../../checkpoint/guid.ts'
import type { CheckpointKind } from '../../checkpoint/kinds.ts'
import type { HostProfileId } from '../../products/hyperv-wmi/builds.ts'

/** All records are immutable: a change replaces the record, so that no reader can change the world by reading. */

export interface Host {
  /** NetBIOS name, which is also the key of the host's own Msvm_ComputerSystem. */
  readonly name: string
  readonly profile: HostProfileId
  /** Minutes east of UTC; the clock on its wall gives checkpoints their default names. */
  readonly utcOffsetMinutes: number
}

export type VmState = 'running' | 'off' | 'saved' | 'paused'

/** UserSnapshotType: 2 disabled, 3 production with fallback, 4 production only, 5 standard (hyperv-wmi-v2.md section 4, documented). */
export type CheckpointType = 2 | 3 | 4 | 5
export type Generation = 1 | 2

/** What a checkpoint keeps of the VM's configuration. */
export interface VmSettings {
  readonly notes: readonly string[]
  readonly checkpointType: CheckpointType
  readonly version: string
  readonly generation: Generation
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
    | 'vm-state-changed'
  readonly vm: Guid
  /** Null where the VM itself changed. */
  readonly checkpoint: Guid | null
}
