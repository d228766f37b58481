import type { Json } from '../foundation/json.ts'

/** What can be read off one checkpoint. The product's own name for it is in `Reading.field`. */
export const checkpointProperties = [
  'id', // the Hyper-V GUID: ConfigurationID, InstanceID, CheckpointID
  'databaseId', // SCVMM's own ID
  'vm', // the VM that it says it belongs to
  'name',
  'comment',
  'createdTime',
  'modifiedTime',
  'parent',
  'kind', // VirtualSystemType, SnapshotType
  'savedState', // IsSaved
  'userKind', // UserSnapshotType of its own settings: the VM's setting when it was taken
  'automatic', // IsAutomaticSnapshot
  'disks', // the files that its disks were when it was taken, in the order of the controllers' slots
  'files', // ConfigurationFile, SnapshotDataRoot, SuspendDataRoot, as one object by their names
  'typeNames', // PowerShell type chain, OData type, WMI class
  'objectType', // SCVMM ObjectType: VMSnapshot or 46
] as const
export type CheckpointProperty = (typeof checkpointProperties)[number]

/** What can be read off the VM itself. */
export const vmProperties = [
  'vmId', // the Hyper-V GUID
  'vmDatabaseId', // SCVMM's own ID
  'vmName',
  'vmState',
  'vmNotes',
  'position', // the checkpoint the VM stands on
  'checkpointType', // UserSnapshotType, CheckpointType
  'checkpointLocation',
  'lastApplied', // Msvm_LastAppliedSnapshot
  'operationalStatus', // [2] at rest, [11, 32768 …] while busy: a list
  'host', // the node that owns it
  'hostTime', // the host's clock when it was read
  'disks', // the files that the VM's disks are now
  'diskChains', // for each disk its files from the one in use up to the base
  'jobs', // what runs and ran on the VM: a list of objects with the product's own property names
  'applicationData', // what the guest finds on its disks; only the lab can look inside a guest
  'guestMemory', // what the guest has in memory; only the lab
  'hardware', // the virtual hardware; only the lab
] as const
export type VmProperty = (typeof vmProperties)[number]

/**
 * `absent` is "not in the answer", `null` is "there, without a value"; `truncated-by-depth` is a value that the export
 * cut off (Export-Clixml -Depth, ConvertTo-Json -Depth) and that nothing may be concluded from.
 */
export type ReadingForm = 'value' | 'null' | 'absent' | 'truncated-by-depth'

/** One value exactly as an interface gave it. */
export interface Reading {
  /** The product's own property name, e.g. ElementName, ParentCheckpointID. */
  readonly field: string
  readonly form: ReadingForm
  /** Never trimmed, never normalised. Null unless form is `value`. */
  readonly raw: Json
}

export type Readings<Property extends string> = Readonly<Partial<Record<Property, Reading>>>

export interface CheckpointReading {
  readonly fields: Readings<CheckpointProperty>
}

/** What one interface showed of one VM and its checkpoints, in its own order. */
export interface VmReading {
  readonly fields: Readings<VmProperty>
  readonly checkpoints: readonly CheckpointReading[]
}

export const reading = {
  value: (field: string, raw: Json): Reading => ({ field, form: 'value', raw }),
  nil: (field: string): Reading => ({ field, form: 'null', raw: null }),
  absent: (field: string): Reading => ({ field, form: 'absent', raw: null }),
  truncated: (field: string): Reading => ({ field, form: 'truncated-by-depth', raw: null }),
} as const
