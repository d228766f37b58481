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
