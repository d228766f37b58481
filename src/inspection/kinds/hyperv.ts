import type { CheckpointReading, VmReading } from '../../checkpoint/reading.ts'
import { firstText, objectOf, type Exported } from '../exported/exported.ts'
import { checkpointReading, readingsOf } from '../exported/readings.ts'
import { serverMembers, type Shape } from '../shapes.ts'
import { hyperVTables } from '../tables.ts'
import { collectVm, type Collector } from './collector.ts'

/** Rows of the Hyper-V and FailoverClusters modules; a VM and its snapshots may come in any order. */
export interface HyperVRows {
  add(object: Exported, shape: Shape): void
  finish(): void
}

interface VmRows {
  fields: VmReading['fields'] | undefined
  readonly checkpoints: CheckpointReading[]
}

export function hyperVRows(into: Collector): HyperVRows {
  const vms = new Map<string, VmRows>()
  const rowsOf = (id: string): VmRows => {
    const rows = vms.get(id.toLowerCase()) ?? { fields: undefined, checkpoints: [] }
    vms.set(id.toLowerCase(), rows)
    return rows
  }
  return {
    add(object, shape) {
      collectHost(into, object)
      const id = firstText(object, ['VMId', 'Id']) ?? ''
      if (shape === 'hyperv-vm') rowsOf(id).fields = readingsOf(object, hyperVTables.vm)
      if (shape === 'hyperv-snapshot') {
        const rows = rowsOf(id)
        rows.checkpoints.push(checkpointReading(object, hyperVTables.checkpoint))
        rows.fields ??= readingsOf(object, { vmId: ['VMId'], vmName: ['VMName'] })
      }
    },
    finish() {
      for (const { fields, checkpoints } of vms.values())
        if (fields !== undefined) collectVm(into, withoutGuess(fields, checkpoints), checkpoints)
    },
  }
}

/** A list of VMs says nothing of their snapshots: a position without the list it points into is not judged. */
function withoutGuess(fields: VmReading['fields'], checkpoints: readonly CheckpointReading[]): VmReading['fields'] {
  if (checkpoints.length > 0) return fields
  const { position: _position, ...others } = fields
  return others
}

function collectHost(into: Collector, object: Exported): void {
  into.mark(object)
  const computer = firstText(object, serverMembers.computer)
  if (computer !== undefined) into.identity(`host:${computer}`)
  const numbers = serverMembers.nodeBuild.map((name) => firstText(object, [name]))
  if (numbers.every((number) => number !== undefined))
    into.product({ role: 'hyperv-host', build: numbers.join('.'), readFrom: serverMembers.nodeBuild.join(', ') })
  const cluster = objectOf(object.field('Cluster'))
  const clusterId = firstText(cluster ?? object, ['Id'])
  if (cluster !== undefined || object.field('SharedVolumesRoot').form !== 'absent') into.identity(`cluster:${clusterId}`)
}
