import { reading, type CheckpointProperty, type CheckpointReading, type Reading, type Readings } from '../../checkpoint/reading.ts'
import type { FieldTable } from '../tables.ts'
import { absent, type Exported, type Field } from './exported.ts'

/** Every property of the table as the object shows it; what is not there is `absent`, not left out. */
export function readingsOf<Property extends string>(object: Exported, table: FieldTable<Property>): Readings<Property> {
  const readings: Partial<Record<Property, Reading>> = {}
  for (const property in table) {
    const { name, field } = found(object, table[property]!)
    readings[property] = readingOf(name, field)
  }
  return readings
}

/** With the type chain, which is what a terminology claim is about, where the format has one. */
export function checkpointReading(object: Exported, table: FieldTable<CheckpointProperty>): CheckpointReading {
  const fields = readingsOf(object, table)
  const { typeNames } = object
  return {
    fields: { ...fields, typeNames: typeNames.length === 0 ? reading.absent('type names') : reading.value('type names', typeNames) },
  }
}

/** A checkpoint of which the export kept only a text: that it exists is known, and nothing else. */
export function truncatedCheckpoint(table: FieldTable<CheckpointProperty>): CheckpointReading {
  const fields: Partial<Record<CheckpointProperty, Reading>> = {}
  for (const property of Object.keys(table) as CheckpointProperty[]) fields[property] = reading.truncated(table[property]![0]!)
  return { fields: { ...fields, typeNames: reading.truncated('type names') } }
}

function found(object: Exported, names: readonly string[]): { readonly name: string; readonly field: Field } {
  for (const name of names) {
    const field = object.field(name)
    if (field.form !== 'absent') return { name, field }
  }
  return { name: names[0]!, field: absent }
}

function readingOf(name: string, field: Field): Reading {
  if (field.form === 'absent') return reading.absent(name)
  if (field.form === 'nil') return reading.nil(name)
  if (field.form === 'scalar') return reading.value(name, field.value)
  if (field.form === 'list')
    return reading.value(
      name,
      field.items.map((item) => (item.form === 'scalar' ? item.value : null)),
    )
  return reading.truncated(name)
}
