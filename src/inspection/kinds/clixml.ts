import type { CliXmlHandlers, CliXmlPath } from '../../protocols/powershell/codec/handlers.ts'
import { cliXmlReader } from '../../protocols/powershell/codec/read.ts'
import { noMembers, type CliXmlObject, type CliXmlValue } from '../../protocols/powershell/codec/value.ts'
import type { FileContent } from '../content.ts'
import { exportedFromCliXml } from '../exported/clixml.ts'
import { isWanted, shapeOf } from '../shapes.ts'
import type { SourceFile } from '../source/file.ts'
import { collectedLists, type CollectedList } from './collected.ts'
import { exportReader, type ExportReader } from './rows.ts'

/**
 * Reads serialised PowerShell objects in one pass: a VM of an inventory is read and let go of when its element ends, so
 * that memory grows with what is read from the file and not with the file.
 * @returns undefined where no object in it is known.
 */
export function readCliXmlFile(file: SourceFile): FileContent | undefined {
  const exported = exportReader()
  const reader = cliXmlReader(file.path, handlers(exported))
  for (const piece of file.pieces()) reader.write(piece)
  reader.end()
  return exported.content('clixml')
}

function handlers(exported: ExportReader): CliXmlHandlers {
  return {
    wants: isWanted,
    object(object, path) {
      const seen = exportedFromCliXml(object)
      if (isRow(path)) return exported.row(seen) ? remains(object) : kept(object)
      const list = collectedListOf(path)
      if (list !== undefined) return exported.item(list, seen) ? remains(object) : kept(object)
      if (path[1] === 'ems' && path.length === 2) exported.server(seen)
      const shape = shapeOf(seen)
      if (shape === 'scvmm-vm' && isInventoryVm(path)) {
        exported.inventoryVm(seen)
        return 'release'
      }
      // Other VMs name hosts and servers by reference only: each is taken where it is written out.
      if (path[1] !== undefined && inInventory(path) && (shape === 'scvmm-server' || shape === 'scvmm-host')) exported.mention(seen, shape)
      return kept(object)
    },
  }
}

/** A top-level object, or an item of a list that is the only one (Export-Clixml -InputObject). */
function isRow(path: CliXmlPath): boolean {
  return path.length === 1 || (path.length === 2 && typeof path[1] === 'number')
}

/** Read at once, so that memory does not grow with the file; what later objects refer to inside it stays. */
function collectedListOf(path: CliXmlPath): CollectedList | undefined {
  return path.length === 3 ? collectedLists.find((list) => list === path[1]) : undefined
}

/** `vms > key` or, in the recorded form, `vms > key > Properties`. */
function isInventoryVm(path: CliXmlPath): boolean {
  return path[1] === 'vms' && (path.length === 3 || (path.length === 4 && path[3] === 'Properties'))
}

function inInventory(path: CliXmlPath): boolean {
  return typeof path[1] === 'string' && inventoryKeys.has(path[1])
}

/** Keys of the recorded inventories. */
const inventoryKeys: ReadonlySet<string> = new Set(['ems', 'datastores', 'clusters', 'images', 'vms', 'hosts', 'vnets', 'vmnetworks'])

/** What may still be asked for when the object's parent is complete. */
function kept(object: CliXmlObject): CliXmlObject {
  if (object.properties === null && object.extended.size === 0) return object
  return { ...object, properties: object.properties === null ? null : only(object.properties), extended: only(object.extended) }
}

function only(members: ReadonlyMap<string, CliXmlValue>): ReadonlyMap<string, CliXmlValue> {
  let dropped = 0
  for (const name of members.keys()) if (!isWanted(name)) dropped++
  return dropped === 0 ? members : new Map([...members].filter(([name]) => isWanted(name)))
}

/** A row that has been read: nothing in it is asked for again, but later rows may refer to it. */
function remains(object: CliXmlObject): CliXmlObject {
  return { ...object, base: null, properties: null, extended: noMembers }
}
