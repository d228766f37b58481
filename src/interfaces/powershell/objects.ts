import { parseGuid, type Guid } from '../../checkpoint/guid.ts'
import type { CheckpointReading, VmReading } from '../../checkpoint/reading.ts'
import { SnapcheckError } from '../../foundation/errors.ts'
import { exportedFromCliXml } from '../../inspection/exported/clixml.ts'
import { firstText, type Exported } from '../../inspection/exported/exported.ts'
import { checkpointReading, readingsOf } from '../../inspection/exported/readings.ts'
import type { FieldTable, ObjectTables } from '../../inspection/tables.ts'
import type { CliXmlValue } from '../../protocols/powershell/codec/value.ts'

/** The objects among what a script put out, with the members that it selected. */
export function objectsIn(output: readonly CliXmlValue[]): readonly Exported[] {
  return output.filter((value) => value.type === 'object').map(exportedFromCliXml)
}

/** The text of a member; null where there is none. */
export function textOf(object: Exported | undefined, member: string): string | null {
  return object === undefined ? null : (firstText(object, [member]) ?? null)
}

/** The members that a script selects, so that it and what reads its answer have one table. */
export function memberNames(tables: ObjectTables): {
  readonly VMMembers: readonly string[]
  readonly CheckpointMembers: readonly string[]
} {
  return { VMMembers: namesIn(tables.vm), CheckpointMembers: namesIn(tables.checkpoint) }
}

function namesIn<Property extends string>(table: FieldTable<Property>): readonly string[] {
  return [...new Set(Object.values<readonly string[] | undefined>(table).flatMap((names) => names ?? []))]
}

/** The VM comes first, its checkpoints follow in the order of the module. */
export function vmReading([vm, ...checkpoints]: readonly Exported[], tables: ObjectTables): VmReading | null {
  if (vm === undefined) return null
  return {
    fields: readingsOf(vm, tables.vm),
    checkpoints: checkpoints.map((checkpoint): CheckpointReading => checkpointReading(checkpoint, tables.checkpoint)),
  }
}

/** The Hyper-V GUID of what a cmdlet says it has made. @throws SNAPCHECK_PROTOCOL where it says none. */
export function guidMade(label: string, output: readonly CliXmlValue[], member: string): Guid {
  const text = textOf(objectsIn(output)[0], member)
  const id = parseGuid(text ?? '')
  if (id !== undefined) return id
  throw new SnapcheckError('SNAPCHECK_PROTOCOL', `${label} does not say which checkpoint it made.`, {
    place: label,
    observed: text ?? 'nothing',
    expected: `a checkpoint with ${member}`,
  })
}
