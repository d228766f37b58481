import { reading, type VmReading } from '../../checkpoint/reading.ts'
import { isRecord } from '../../foundation/json.ts'
import type { FileContent } from '../content.ts'
import { firstText, objectOf, type Exported } from '../exported/exported.ts'
import { exportedFromJson } from '../exported/json.ts'
import { checkpointReading, readingsOf } from '../exported/readings.ts'
import { arcTables } from '../tables.ts'
import { collector, collectVm, type Collector } from './collector.ts'

const vmType = 'microsoft.scvmm/virtualmachineinstances'

/** An answer of Microsoft.ScVmm: a VM instance, or the state of an operation on one. Undefined for other records. */
export function arcContent(record: Readonly<Record<string, unknown>>): FileContent | undefined {
  const into = collector()
  const answer = exportedFromJson(record)
  const id = firstText(answer, ['resourceId', 'id'])
  if (id === undefined) return undefined
  const isVm = firstText(answer, ['type'])?.toLowerCase() === vmType && isRecord(record['properties'])
  const isOperation =
    /\/providers\/microsoft\.scvmm\//i.test(firstText(answer, ['id']) ?? '') && firstText(answer, ['startTime']) !== undefined
  if (!isVm && !isOperation) return undefined
  into.identity(`arc:${id}`)
  into.time(readingsOf(answer, { time: ['endTime'] }).time)
  if (isVm) collectArcVm(into, answer)
  return into.content('scvmm-arc-json', 'scvmm-arc')
}

/**
 * The VM is known by `uuid`, VMM's own id: the Hyper-V GUID is not in the answer, and a root's parentCheckpointID is a
 * third GUID (observed), so a parent that is no checkpoint is read as it is.
 */
function collectArcVm(into: Collector, answer: Exported): void {
  const system = objectOf(answer.field('systemData'))
  if (system !== undefined) into.time(readingsOf(system, { time: ['lastModifiedAt'] }).time)
  const properties = objectOf(answer.field('properties'))
  const profile = objectOf(properties?.field('infrastructureProfile') ?? { form: 'absent' })
  if (profile === undefined || properties === undefined) return
  const fields: VmReading['fields'] = {
    ...readingsOf(profile, arcTables.vm),
    ...readingsOf(properties, { vmState: ['powerState'] }),
    position: positionOf(profile),
  }
  const list = profile.field('checkpoints')
  const rows = list.form === 'list' ? list.items : []
  collectVm(
    into,
    fields,
    rows.flatMap((row) => (row.form === 'object' ? [checkpointReading(row.object, arcTables.checkpoint)] : [])),
  )
}

/** The checkpoint that the VM stands on; `{}` where it has none (observed). */
function positionOf(profile: Exported): NonNullable<VmReading['fields']['position']> {
  const field = 'lastRestoredVMCheckpoint.checkpointID'
  const id = firstText(objectOf(profile.field('lastRestoredVMCheckpoint')) ?? profile, ['checkpointID'])
  return id === undefined ? reading.absent(field) : reading.value(field, id)
}
