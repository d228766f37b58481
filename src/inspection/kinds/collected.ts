import { parseGuid } from '../../checkpoint/guid.ts'
import type { CheckpointReading, VmReading } from '../../checkpoint/reading.ts'
import { parseProductTime } from '../../checkpoint/time.ts'
import type { VmmJob } from '../../judgement/diff/model.ts'
import type { CollectedPart } from '../content.ts'
import { firstText, objectOf, textOf, type Exported, type Field } from '../exported/exported.ts'
import { checkpointReading, readingsOf } from '../exported/readings.ts'
import { hyperVTables, scvmmTables, type ObjectTables } from '../tables.ts'
import { collectServer } from './scvmm.ts'
import { collectVm, type Collector } from './collector.ts'

export type CollectedSide = 'host' | 'vmm'

interface SideForm {
  readonly tables: ObjectTables
  /** By which a checkpoint names its VM: VMM's own id of it there, not Hyper-V's (C-028). */
  readonly key: string
  readonly vmId: readonly string[]
}

const sides: Readonly<Record<CollectedSide, SideForm>> = {
  host: { tables: hyperVTables, key: 'VMId', vmId: ['VMId'] },
  vmm: { tables: scvmmTables, key: 'ID', vmId: ['VMId'] },
}

/** A file of the scripts that `snapcheck collect` prints (src/inspection/scripts): their only document, a hashtable. */
export function collectedPart(into: Collector, object: Exported): CollectedSide {
  const side: CollectedSide = firstText(object, ['Side']) === 'vmm' ? 'vmm' : 'host'
  const place = firstText(object, ['Place']) ?? ''
  const part: CollectedPart = {
    side,
    part: firstText(object, ['Part']) ?? '',
    place,
    scope: firstText(object, ['Account']) ?? null,
    time: timeOf(object, 'Time'),
    count: numberOf(object.field('Count')),
  }
  into.identity(`${side}:${place}`)
  into.time(readingsOf(object, { time: ['Time'] }).time)
  into.collected(part)
  collectProduct(into, side, object)
  collectMachines(into, sides[side], object)
  for (const job of objectsIn(object.field('Jobs'))) into.job(jobOf(job))
  return side
}

/** The clock of the collecting computer is the only time of a file: what VMs carry is older. */
function collectProduct(into: Collector, side: CollectedSide, object: Exported): void {
  for (const module of objectsIn(object.field('Module'))) into.mark(module)
  if (side === 'vmm') return collectServer(into, objectOf(object.field('Server')))
  const system = objectOf(object.field('OperatingSystem'))
  const build = system === undefined ? undefined : firstText(system, ['Version'])
  if (build !== undefined) into.product({ role: 'hyperv-host', build, readFrom: 'Version of Win32_OperatingSystem' })
}

/** Every VM was asked for its checkpoints: an empty list says that there are none. */
function collectMachines(into: Collector, { tables, key, vmId }: SideForm, object: Exported): void {
  const checkpoints = Map.groupBy(objectsIn(object.field('Checkpoints')), (one) => firstText(one, ['VMId'])?.toLowerCase())
  for (const machine of objectsIn(object.field('Machines'))) {
    const rows = checkpoints.get(firstText(machine, [key])?.toLowerCase()) ?? []
    const fields: VmReading['fields'] = { ...readingsOf(machine, tables.vm), ...readingsOf(machine, { vmId }) }
    collectVm(
      into,
      fields,
      rows.map((row): CheckpointReading => checkpointReading(row, tables.checkpoint)),
    )
  }
}

function jobOf(job: Exported): VmmJob {
  const targets = ['TargetObjectID', 'ResultObjectID'].flatMap((name) => parseGuid(firstText(job, [name]) ?? '') ?? [])
  return {
    id: firstText(job, ['ID']) ?? '',
    cmdlet: firstText(job, ['CmdletName']) ?? '',
    status: firstText(job, ['Status']) ?? '',
    targets: [...new Set(targets)],
    ended: timeOf(job, 'EndTime'),
  }
}

function timeOf(object: Exported, name: string): string | null {
  const text = firstText(object, [name])
  if (text === undefined) return null
  const { value, zoned } = parseProductTime(text)
  return zoned ? value : null
}

function numberOf(field: Field): number | null {
  const text = textOf(field)
  return text === undefined ? null : Number(text)
}

/** Export-Clixml writes a list of one as a list, but a pipeline of one as the object itself. */
function objectsIn(field: Field): readonly Exported[] {
  if (field.form === 'object') return [field.object]
  return field.form === 'list' ? field.items.flatMap((item) => objectOf(item) ?? []) : []
}
