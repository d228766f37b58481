import type { Exported } from '../exported/exported.ts'
import { shapeOf, type Shape } from '../shapes.ts'
import type { FileContent } from '../content.ts'
import { collectedRows, type CollectedList, type CollectedSide } from './collected.ts'
import { collector, type Collector } from './collector.ts'
import { hyperVRows } from './hyperv.ts'
import { collectScvmmHost, collectScvmmVm, collectServer, scvmmCheckpointRows } from './scvmm.ts'

/** Takes the objects of an export one at a time and keeps only what is read from them. */
export interface ExportReader {
  /** A top-level object. @returns false where it is nothing that is known here. */
  row(object: Exported): boolean
  /** An object in a list of a collected file. @returns false where it is nothing that belongs there. */
  item(list: CollectedList, object: Exported): boolean
  /** A VM of an inventory. */
  inventoryVm(vm: Exported): void
  /** The server that an inventory is of. */
  server(server: Exported): void
  /** A VMM server or host met anywhere in an inventory. */
  mention(object: Exported, shape: Shape): void
  /** Undefined where no object was known. */
  content(format: 'clixml' | 'json'): FileContent | undefined
}

export function exportReader(): ExportReader {
  const into: Collector = collector()
  const checkpoints = scvmmCheckpointRows(into)
  const hyperV = hyperVRows(into)
  const parts = collectedRows(into)
  let collected: CollectedSide | undefined
  let family: 'scvmm-inventory' | 'scvmm-objects' | 'hyperv-objects' | undefined

  const takers: Readonly<Record<Shape, (object: Exported, shape: Shape) => void>> = {
    collected: (object) => void (collected = parts.document(object)),
    'scvmm-checkpoint': (object) => checkpoints.add(object),
    'scvmm-vm': (object) => collectScvmmVm(into, object),
    'scvmm-server': (object) => collectServer(into, object),
    'scvmm-host': (object) => collectScvmmHost(into, object),
    'hyperv-snapshot': hyperV.add,
    'hyperv-vm': hyperV.add,
    'hyperv-other': hyperV.add,
  }
  return {
    row(object) {
      const shape = shapeOf(object)
      if (shape === undefined) return false
      if (shape !== 'collected') family ??= shape.startsWith('scvmm') ? 'scvmm-objects' : 'hyperv-objects'
      takers[shape](object, shape)
      return true
    },
    item: parts.item,
    inventoryVm(vm) {
      family = 'scvmm-inventory'
      collectScvmmVm(into, vm)
    },
    server(server) {
      family = 'scvmm-inventory'
      collectServer(into, server)
    },
    mention: (object, shape) => takers[shape](object, shape),
    content(format) {
      checkpoints.finish()
      hyperV.finish()
      if (collected !== undefined)
        return into.content(`collected-${collected}`, collected === 'vmm' ? 'scvmm-powershell' : 'hyperv-powershell')
      if (family === undefined) return undefined
      return into.content(`${family}-${format}`, family === 'hyperv-objects' ? 'hyperv-powershell' : 'scvmm-powershell')
    },
  }
}
