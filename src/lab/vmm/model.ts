import type { Guid } from '../../checkpoint/guid.ts'
import type { VmState } from '../world/model.ts'

/** The records of VMM's database. All times are milliseconds since 1970, UTC; all records are immutable. */

export interface VmmVm {
  /** VMM's own ID, lower case. */
  readonly id: string
  /** The Hyper-V GUID. */
  readonly vmId: Guid
  readonly name: string
  readonly description: string
  readonly hostName: string
  /** In the library VMM has its files and no host runs it. */
  readonly state: VmState | 'stored'
  /** The newest or last applied checkpoint, or the VM's own GUID where there is none (C-044, observed). */
  readonly lastRestoredCheckpointId: Guid
  readonly addedTime: number
  readonly modifiedTime: number
  readonly mostRecentTask: string | null
}

export interface VmmCheckpoint {
  /** VMM's own ID, lower case; never the CheckpointID (C-028). */
  readonly id: string
  /** The Hyper-V GUID, upper case. */
  readonly checkpointId: Guid
  /** VMM's ID of the VM. */
  readonly vm: string
  readonly name: string
  /** Empty where nobody gave one, never null (C-054). */
  readonly description: string
  /** The parent's CheckpointID; the VM's Hyper-V GUID for a root (C-043, observed). */
  readonly parentCheckpointId: Guid
  readonly addedTime: number
  /** The last refresh, whether or not anything changed (C-040). */
  readonly modifiedTime: number
}

export type VmmJobStatus = 'Running' | 'Completed' | 'Failed'

export interface VmmJob {
  readonly id: string
  readonly cmdlet: string
  /** VMM's ID of the VM that it works on and locks. */
  readonly vm: string
  /** What it makes or changes, by VMM's ID. */
  readonly result: { readonly type: 'VMSnapshot' | 'VM'; readonly id: string }
  readonly status: VmmJobStatus
  readonly startTime: number
  readonly endTime: number | null
  readonly error: VmmFailure | null
}

export interface VmmFailure {
  /** VMM's error number. */
  readonly code: string
  readonly problem: string
}
