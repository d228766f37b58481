import {
  reading,
  type CheckpointProperty,
  type CheckpointReading,
  type Reading,
  type Readings,
  type VmProperty,
  type VmReading,
} from '../../checkpoint/reading.ts'
import type { Entity } from '../../protocols/odata/codec/edm.ts'

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
  position: 'LastRestoredCheckpointId',
  checkpointLocation: 'CheckpointLocation',
}

export function vmReading(vmRow: Entity, checkpointRows: readonly Entity[]): VmReading {
  return { fields: fieldsOf(vmRow, vmFields), checkpoints: checkpointRows.map(checkpointReading) }
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
