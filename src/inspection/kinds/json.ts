import { isRecord } from '../../foundation/json.ts'
import type { FileContent } from '../content.ts'
import { exportedFromJson } from '../exported/json.ts'
import { shapeOf } from '../shapes.ts'
import { readJson } from '../source/json.ts'
import type { SourceFile } from '../source/file.ts'
import { arcContent } from './arc.ts'
import { exportReader, type ExportReader } from './rows.ts'

/** @returns undefined where nothing in it is known. */
export function readJsonFile(file: SourceFile): FileContent | undefined {
  const value = readJson(file)
  const exported = exportReader()
  if (isRecord(value)) {
    const arc = arcContent(value)
    if (arc !== undefined) return arc
    if (!readInventory(value, exported)) exported.row(exportedFromJson(value))
  }
  if (Array.isArray(value)) for (const row of value) if (isRecord(row)) exported.row(exportedFromJson(row))
  return exported.content('json')
}

/** The object of the recorded inventories: `ems`, `vms`, `hosts` and others, of which any may be missing. */
function readInventory({ ems, vms, hosts }: Readonly<Record<string, unknown>>, exported: ExportReader): boolean {
  const found = recordsIn(vms)
    .map((vm) => (isRecord(vm['Properties']) ? vm['Properties'] : vm))
    .map(exportedFromJson)
  const rows = found.filter((vm) => shapeOf(vm) === 'scvmm-vm')
  const isEms = isRecord(ems) && ('Guid' in ems || 'ServerInterfaceVersion' in ems)
  if (rows.length === 0 && !isEms) return false
  if (isRecord(ems)) exported.server(exportedFromJson(ems))
  for (const vm of rows) exported.inventoryVm(vm)
  for (const host of recordsIn(hosts)) {
    const object = exportedFromJson(isRecord(host['Properties']) ? host['Properties'] : host)
    if (shapeOf(object) === 'scvmm-host') exported.mention(object, 'scvmm-host')
  }
  return true
}

/** A list of objects, or an object that holds them by their ids. */
function recordsIn(value: unknown): readonly Readonly<Record<string, unknown>>[] {
  const values = Array.isArray(value) ? value : isRecord(value) ? Object.values(value) : []
  return values.filter(isRecord)
}
