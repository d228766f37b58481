import type { Guid } from '../../checkpoint/guid.ts'
import { interfaceIds, type InterfaceId } from '../../checkpoint/interface-id.ts'
import type { CheckpointView, View } from '../observation.ts'
import type { DiffSide } from './model.ts'

/** What one interface shows of one VM at the end of a set. */
export interface ShownVm {
  readonly interface: InterfaceId
  readonly vm: Guid
  readonly name: string | null
  readonly checkpoints: ReadonlyMap<Guid, CheckpointView>
  /** Whether a checkpoint that is not listed is not there. */
  readonly witness: boolean
}

export type SideIndex = ReadonlyMap<string, ShownVm>

export function keyOf({ interface: reader, vm }: Pick<ShownVm, 'interface' | 'vm'>): string {
  return `${reader} ${vm}`
}

/** By interface and VM, in the order of interfaces, then of GUIDs. Two hosts may show one VM (a replica): it is both together. */
export function indexSide({ stories }: DiffSide): SideIndex {
  const last = stories.flatMap(({ views }) => lastLooks(views))
  const groups = Map.groupBy(last, keyOf)
  const shown = [...groups].map(([key, views]) => [key, merged(views)] as const)
  return new Map(shown.toSorted(([, one], [, other]) => rank(one) - rank(other) || (one.vm < other.vm ? -1 : 1)))
}

/** A series within one set ends with its last look: a VM that it no longer shows is not in the set. */
function lastLooks(views: readonly View[]): readonly View[] {
  const latest = new Map<InterfaceId, number>()
  for (const { interface: reader, stage } of views) latest.set(reader, Math.max(stage, latest.get(reader) ?? 0))
  return views.filter((view) => view.stage === latest.get(view.interface))
}

function merged(views: readonly View[]): ShownVm {
  const [first] = views
  const rows = views.flatMap((view) => view.checkpoints)
  return {
    interface: first!.interface,
    vm: first!.vm,
    name: views.map(nameOf).find((name) => name !== null) ?? null,
    checkpoints: new Map(rows.flatMap((row) => (row.id === null ? [] : [[row.id, row] as const]))),
    witness: views.every(isWitness),
  }
}

/** It shows a checkpoint of the VM, and each by its GUID; or the VM itself says that it stands on none. */
function isWitness({ checkpoints, observations: { position } }: View): boolean {
  if (checkpoints.length > 0) return checkpoints.every(({ id }) => id !== null)
  return (position?.form === 'value' || position?.form === 'null') && position.normalised === null
}

function nameOf({ observations: { vmName } }: View): string | null {
  return vmName?.form === 'value' ? String(vmName.normalised) : null
}

function rank({ interface: reader }: ShownVm): number {
  return interfaceIds.indexOf(reader)
}
