import { parseGuid } from '../../checkpoint/guid.ts'
import type { CheckpointReading, VmReading } from '../../checkpoint/reading.ts'
import { parseProductTime } from '../../checkpoint/time.ts'
import type { VmmJob } from '../../judgement/diff/model.ts'
import { firstText, objectOf, textOf, type Exported, type Field } from '../exported/exported.ts'
import { checkpointReading, readingsOf } from '../exported/readings.ts'
import { shapeOf, type Shape } from '../shapes.ts'
import { hyperVTables, scvmmTables } from '../tables.ts'
import { collectVm, type Collector } from './collector.ts'
import { collectServer } from './scvmm.ts'

export type CollectedSide = 'host' | 'vmm'

/** The lists of a collected file, of which each object is read when it is complete. */
export const collectedLists = ['Machines', 'Checkpoints', 'Jobs'] as const
export type CollectedList = (typeof collectedLists)[number]

/** Reads a file of the scripts that `snapcheck collect` prints (src/inspection/scripts): their only document, a hashtable. */
export interface CollectedRows {
  /** @returns false where the object is nothing that belongs there. */
  item(list: CollectedList, object: Exported): boolean
  /** The hashtable itself, after its items. */
  document(object: Exported): CollectedSide
}

interface Machine {
  /** By which its checkpoints name it: VMM's own id of it there, not Hyper-V's (C-028). */
  readonly key: string
  readonly fields: VmReading['fields']
}

const vmId = { vmId: ['VMId'] } as const

/** An object of either side is told by its members, because its side may stand behind it in the file. */
const machineReaders: Readonly<Partial<Record<Shape, (object: Exported) => Machine>>> = {
  'hyperv-vm': (object) => ({ key: idOf(object, 'VMId'), fields: { ...readingsOf(object, hyperVTables.vm), ...readingsOf(object, vmId) } }),
  'scvmm-vm': (object) => ({ key: idOf(object, 'ID'), fields: { ...readingsOf(object, scvmmTables.vm), ...readingsOf(object, vmId) } }),
}

const checkpointReaders: Readonly<Partial<Record<Shape, (object: Exported) => CheckpointReading>>> = {
  'hyperv-snapshot': (object) => checkpointReading(object, hyperVTables.checkpoint),
  'scvmm-checkpoint': (object) => checkpointReading(object, scvmmTables.checkpoint),
}

export function collectedRows(into: Collector): CollectedRows {
  const machines: Machine[] = []
  const checkpoints = new Map<string, CheckpointReading[]>()

  const takers: Readonly<Record<CollectedList, (object: Exported) => boolean>> = {
    Machines(object) {
      const machine = readBy(machineReaders, object)
      if (machine !== undefined) machines.push(machine)
      return machine !== undefined
    },
    Checkpoints(object) {
      const checkpoint = readBy(checkpointReaders, object)
      if (checkpoint === undefined) return false
      const key = idOf(object, 'VMId')
      const rows = checkpoints.get(key) ?? []
      rows.push(checkpoint)
      checkpoints.set(key, rows)
      return true
    },
    Jobs(object) {
      into.job(jobOf(object))
      return true
    },
  }

  return {
    item: (list, object) => takers[list](object),
    document(object) {
      // Every VM was asked for its checkpoints: none in the list says that there are none.
      for (const { key, fields } of machines) collectVm(into, fields, checkpoints.get(key) ?? [])
      return collectDocument(into, object)
    },
  }
}

/** The clock of the collecting computer is the time of a file. */
function collectDocument(into: Collector, object: Exported): CollectedSide {
  const side: CollectedSide = firstText(object, ['Side']) === 'vmm' ? 'vmm' : 'host'
  const place = firstText(object, ['Place']) ?? ''
  into.identity(`${side}:${place}`)
  into.time(readingsOf(object, { time: ['Time'] }).time)
  into.collected({
    side,
    part: firstText(object, ['Part']) ?? '',
    place,
    scope: firstText(object, ['Account']) ?? null,
    count: numberOf(object.field('Count')),
  })
  collectProduct(into, side, object)
  return side
}

function collectProduct(into: Collector, side: CollectedSide, object: Exported): void {
  for (const module of objectsIn(object.field('Module'))) into.mark(module)
  if (side === 'vmm') return collectServer(into, objectOf(object.field('Server')))
  const system = objectOf(object.field('OperatingSystem'))
  const build = system === undefined ? undefined : firstText(system, ['Version'])
  if (build !== undefined) into.product({ role: 'hyperv-host', build, readFrom: 'Version of Win32_OperatingSystem' })
}

function readBy<Read>(readers: Readonly<Partial<Record<Shape, (object: Exported) => Read>>>, object: Exported): Read | undefined {
  const shape = shapeOf(object)
  return shape === undefined ? undefined : readers[shape]?.(object)
}

function idOf(object: Exported, name: string): string {
  return (firstText(object, [name]) ?? '').toLowerCase()
}

function jobOf(job: Exported): VmmJob {
  const targets = ['TargetObjectID', 'ResultObjectID'].flatMap((name) => parseGuid(firstText(job, [name]) ?? '') ?? [])
  const ended = parseProductTime(firstText(job, ['EndTime']) ?? '')
  return {
    id: firstText(job, ['ID']) ?? '',
    cmdlet: firstText(job, ['CmdletName']) ?? '',
    status: firstText(job, ['Status']) ?? '',
    targets: [...new Set(targets)],
    ended: ended.zoned ? ended.value : null,
  }
}

function numberOf(field: Field): number | null {
  const text = textOf(field)
  return text === undefined ? null : Number(text)
}

function objectsIn(field: Field): readonly Exported[] {
  return field.form === 'list' ? field.items.flatMap((item) => objectOf(item) ?? []) : []
}
