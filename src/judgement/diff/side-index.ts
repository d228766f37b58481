import { parseGuid, type Guid } from '../../checkpoint/guid.ts'
import { interfaceIds, type InterfaceId, type Origin } from '../../checkpoint/interface-id.ts'
import type { CheckpointView, Observation, View } from '../observation.ts'
import { lasting, type Lasting, type ShownCheckpoint, type ShownVm, type SideIndex } from './model.ts'

export function keyOf({ interface: reader, vm }: Pick<ShownVm, 'interface' | 'vm'>): string {
  return `${reader} ${vm}`
}

/**
 * What the looks of one server show at their end: a VM that the last look of an interface no longer shows is not in it. Takes
 * a view at a time and keeps only what a diff needs.
 */
export function lastShown(views: Iterable<View>): readonly ShownVm[] {
  const latest = new Map<InterfaceId, number>()
  const seen: { readonly stage: number; readonly vm: ShownVm }[] = []
  for (const view of views) {
    latest.set(view.interface, Math.max(view.stage, latest.get(view.interface) ?? 0))
    seen.push({ stage: view.stage, vm: shownVm(view) })
  }
  return seen.flatMap(({ stage, vm }) => (stage === latest.get(vm.interface) ? [vm] : []))
}

export function indexVms(vms: readonly ShownVm[]): SideIndex {
  const merged = [...Map.groupBy(vms, keyOf)].map(([key, same]) => [key, same.reduce(together)] as const)
  return new Map(merged.toSorted(([, one], [, other]) => rank(one) - rank(other) || (one.vm < other.vm ? -1 : 1)))
}

/** The lab's mark stays on whatever is derived from it (design section 1). */
export function weakestOrigin(vms: Iterable<ShownVm>): Origin {
  const found = new Set([...vms].map(({ origin }) => origin))
  if (found.has('simulator')) return 'simulator'
  return found.size === 1 && found.has('product') ? 'product' : 'unidentified'
}

/** Two hosts may show one VM (a replica): it is both together. */
function together(one: ShownVm, other: ShownVm): ShownVm {
  return {
    ...one,
    origin: weakestOrigin([one, other]),
    name: one.name ?? other.name,
    databaseId: one.databaseId ?? other.databaseId,
    checkpoints: new Map([...one.checkpoints, ...other.checkpoints]),
    witness: one.witness && other.witness,
  }
}

function shownVm(view: View): ShownVm {
  const { vmName, vmDatabaseId } = view.observations
  return {
    interface: view.interface,
    vm: view.vm,
    origin: view.origin,
    name: textOf(vmName),
    databaseId: parseGuid(textOf(vmDatabaseId) ?? '') ?? null,
    checkpoints: new Map(
      view.checkpoints.flatMap((row): readonly (readonly [Guid, ShownCheckpoint])[] => (row.id === null ? [] : [[row.id, shown(row)]])),
    ),
    witness: isWitness(view),
  }
}

function shown({ observations }: CheckpointView): ShownCheckpoint {
  const values: Partial<Record<Lasting, ShownCheckpoint['values'][Lasting]>> = {}
  for (const property of lasting) {
    const observation = observations[property]
    if (isShown(observation)) values[property] = observation.normalised
  }
  const { createdTime } = observations
  return { values, made: createdTime?.normalisation === 'N-time-zoned' ? textOf(createdTime) : null }
}

/** It shows a checkpoint of the VM, and each by its GUID; or the VM itself says that it stands on none. */
function isWitness({ checkpoints, observations: { position } }: View): boolean {
  if (checkpoints.length > 0) return checkpoints.every(({ id }) => id !== null)
  return isShown(position) && position.normalised === null
}

function isShown(observation: Observation | undefined): observation is Observation {
  return observation?.form === 'value' || observation?.form === 'null'
}

function textOf(observation: Observation | undefined): string | null {
  return observation?.form === 'value' ? String(observation.normalised) : null
}

function rank({ interface: reader }: ShownVm): number {
  return interfaceIds.indexOf(reader)
}
