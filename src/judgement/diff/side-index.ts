import { parseGuid, type Guid } from '../../checkpoint/guid.ts'
import { interfaceIds, type InterfaceId, type Origin } from '../../checkpoint/interface-id.ts'
import type { CheckpointView, Observation, Story, View } from '../observation.ts'
import { lasting, type Lasting, type ShownCheckpoint, type ShownVm, type SideIndex } from './model.ts'

export function keyOf({ interface: reader, vm }: Pick<ShownVm, 'interface' | 'vm'>): string {
  return `${reader} ${vm}`
}

/** Two hosts may show one VM (a replica): it is both together. */
export function indexStories(stories: readonly Story[]): SideIndex {
  const last = stories.flatMap(({ views }) => lastLooks(views))
  const shown = [...Map.groupBy(last, keyOf)].map(([key, views]) => [key, merged(views)] as const)
  return new Map(shown.toSorted(([, one], [, other]) => rank(one) - rank(other) || (one.vm < other.vm ? -1 : 1)))
}

/** The lab's mark stays on whatever is derived from it (design section 1). */
export function weakestOrigin(origins: Iterable<Origin>): Origin {
  const found = new Set(origins)
  if (found.has('simulator')) return 'simulator'
  return found.size === 1 && found.has('product') ? 'product' : 'unidentified'
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
  const seen = views.map(({ observations }) => observations)
  return {
    interface: first!.interface,
    vm: first!.vm,
    name: seen.map(({ vmName }) => textOf(vmName)).find((name) => name !== null) ?? null,
    databaseId: seen.map(({ vmDatabaseId }) => parseGuid(textOf(vmDatabaseId) ?? '')).find((id) => id !== undefined) ?? null,
    checkpoints: new Map(
      rows.flatMap((row): readonly (readonly [Guid, ShownCheckpoint])[] => (row.id === null ? [] : [[row.id, shown(row)]])),
    ),
    witness: views.every(isWitness),
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
