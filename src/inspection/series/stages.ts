import type { FileContent, ShownVm } from '../content.ts'
import { vmsOfInstances } from '../kinds/wmi-vms.ts'
import type { ReadFile } from '../read-file.ts'
import { collectionOf } from './collection.ts'

/** What the files of one server show at one time. */
export interface Stage {
  /** From 0. The two sides of a collection share it. */
  readonly number: number
  readonly files: readonly ReadFile[]
  readonly vms: readonly ShownVm[]
}

/** WS-Management answers of one enumeration are seconds apart; what is further apart is another look at the host. */
const sameLook = 60_000

/** In the order of the times that the files state; files without one come first, by name. */
export function stagesOf(files: readonly ReadFile[]): readonly Stage[] {
  const sorted = files.toSorted(
    (one, other) => compare(one.content.statedTime ?? '', other.content.statedTime ?? '') || compare(one.file.path, other.file.path),
  )
  const looks: ReadFile[][] = []
  for (const file of sorted) {
    const collected = looks.find(([first]) => isSameCollection(first!, file))
    if (collected !== undefined) {
      collected.push(file)
      continue
    }
    const last = looks.at(-1)?.at(-1)
    if (last !== undefined && isSameLook(last.content, file.content)) looks.at(-1)!.push(file)
    else looks.push([file])
  }
  return numbered(looks.map((files) => ({ files, vms: vmsOf(files) })).filter(({ vms }) => vms.length > 0))
}

function numbered(looks: readonly Omit<Stage, 'number'>[]): readonly Stage[] {
  const names = looks.map(({ files: [first] }, index) => (first!.content.collected === null ? `look ${index}` : collectionOf(first!)))
  const distinct = [...new Set(names)]
  return looks.map((look, index) => ({ ...look, number: distinct.indexOf(names[index]!) }))
}

/** All parts of one side, however long the collection took. */
function isSameCollection(one: ReadFile, other: ReadFile): boolean {
  const [a, b] = [one.content.collected, other.content.collected]
  return a !== null && b !== null && a.side === b.side && a.place === b.place && collectionOf(one) === collectionOf(other)
}

function isSameLook(one: FileContent, other: FileContent): boolean {
  if (one.kind !== 'hyperv-wmi-wsman' || other.kind !== 'hyperv-wmi-wsman') return false
  if (one.statedTime === null || other.statedTime === null) return one.statedTime === other.statedTime
  return Math.abs(Date.parse(one.statedTime) - Date.parse(other.statedTime)) <= sameLook
}

function vmsOf(look: readonly ReadFile[]): readonly ShownVm[] {
  return [...look.flatMap(({ content }) => content.vms), ...vmsOfInstances(look.flatMap(({ content }) => content.instances))]
}

function compare(one: string, other: string): number {
  return one < other ? -1 : one > other ? 1 : 0
}
