import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import {
  aboutEntries,
  collectedDocument,
  endEntries,
  partEntries,
  placeOf,
  type CollectedSide,
  type CollectedVm,
  type GeneratedJob,
} from './generated/collected.ts'
import { generatedVm } from './generated/vm.ts'

export type { CollectedVm, GeneratedJob } from './generated/collected.ts'

/** Both sides of a collection that never was, in the form of the collector scripts: for benchmarks and tests. */
export interface GeneratedCollection {
  readonly vms: readonly CollectedVm[]
  /** When all of it was collected, RFC 3339 in UTC. */
  readonly time: string
  readonly jobs?: readonly GeneratedJob[]
}

/** The same parameters give the same VMs. */
export function generatedVms(count: number, checkpointsPerVm: number, seed = 'collection'): readonly CollectedVm[] {
  return Array.from({ length: count }, (_, number) => generatedVm(seed, number, checkpointsPerVm))
}

/** Writes 18 files for each side into the folder, in UTF-16 as Windows PowerShell does. */
export function generateCollection(folder: string, { vms, time, jobs = [] }: GeneratedCollection): void {
  mkdirSync(folder, { recursive: true })
  for (const side of ['host', 'vmm'] as const) {
    const write = (part: string, entries: readonly string[]): void =>
      writeFileSync(
        join(folder, `snapcheck-${side}-${placeOf[side]}-${part}.xml`),
        `\uFEFF${collectedDocument(side, part, time, entries)}`,
        'utf16le',
      )
    write('about', aboutEntries(side))
    const parts = Map.groupBy(vms, (vm) => partOf(side, vm))
    for (const part of '0123456789abcdef') write(part, partEntries(side, parts.get(part) ?? []))
    write('end', endEntries(vms.length, side === 'vmm' ? jobs : []))
  }
}

/** As the scripts do: by the first digit of the id that the side itself gives a VM. */
function partOf(side: CollectedSide, { id, databaseId }: CollectedVm): string {
  return (side === 'host' ? id : databaseId)[0]!.toLowerCase()
}
