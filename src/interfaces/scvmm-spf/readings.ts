import {
  reading,
  type CheckpointProperty,
  type CheckpointReading,
  type Reading,
  type Readings,
  type VmProperty,
  type VmReading,
} from '../../checkpoint/reading.ts'
import type { Json } from '../../foundation/json.ts'
import { isComplex, type Entity } from '../../protocols/odata/codec/edm.ts'
import { jobSet } from './sets.ts'

/** Which property of VMCheckPoint tells what (C-095). The type name stands beside the properties. */
const checkpointFields: Readonly<Partial<Record<CheckpointProperty, string>>> = {
  id: 'CheckpointID',
  databaseId: 'ID',
  vm: 'VMId',
  name: 'Name',
  comment: 'Description',
  createdTime: 'AddedTime',
  modifiedTime: 'ModifiedTime',
  parent: 'ParentCheckpointID',
}

/** `LastRestoredCheckpointId` is how a recorded SPF spells it; StatusString is localised, VirtualMachineState is not. */
const vmFields: Readonly<Partial<Record<VmProperty, string>>> = {
  vmId: 'VMId',
  vmDatabaseId: 'ID',
  vmName: 'Name',
  vmState: 'VirtualMachineState',
  host: 'VMHostName',
  position: 'LastRestoredCheckpointId',
  checkpointLocation: 'CheckpointLocation',
}

export function vmReading(vmRow: Entity, checkpointRows: readonly Entity[], jobs: readonly Entity[] | undefined): VmReading {
  const fields = fieldsOf(vmRow, vmFields)
  return {
    fields: jobs === undefined ? fields : { ...fields, jobs: reading.value(jobSet.name, jobs.map(jobRow)) },
    checkpoints: checkpointRows.map(checkpointReading),
  }
}

/** What tells a job by codes; its texts are localised. */
const jobProperties = ['ID', 'CmdletName', 'Status', 'IsCompleted', 'ResultObjectID', 'Owner'] as const

function jobRow({ properties }: Entity): Json {
  const error = properties['ErrorInfo'] ?? null
  return {
    ...Object.fromEntries(jobProperties.map((name) => [name, properties[name] as string | boolean | null])),
    DisplayableErrorCode: isComplex(error) ? String(error['DisplayableErrorCode'] ?? '') : null,
  }
}

function checkpointReading(row: Entity): CheckpointReading {
  const typeNames = row.type === undefined ? reading.absent('odata.type') : reading.value('odata.type', [row.type])
  return { fields: { ...fieldsOf(row, checkpointFields), typeNames } }
}

function fieldsOf<Property extends string>(row: Entity, fields: Readonly<Partial<Record<Property, string>>>): Readings<Property> {
  const pairs = (Object.entries(fields) as [Property, string][]).map(([property, field]) => [property, readField(row, field)] as const)
  return Object.fromEntries(pairs) as Readings<Property>
}

function readField(row: Entity, field: string): Reading {
  const value = row.properties[field]
  if (value === undefined) return reading.absent(field)
  return value === null ? reading.nil(field) : reading.value(field, value)
}
