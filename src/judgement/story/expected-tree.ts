import type { Guid } from '../../checkpoint/guid.ts'
import type { Act, View } from '../observation.ts'
import { productOf } from '../../checkpoint/interface-id.ts'
import type { VmStory } from './timeline.ts'

/**
 * Where the story itself says that checkpoints hang: a create hangs below the position and becomes it, a restore moves it
 * (semantics.md section 2.3). What a removal does to the children is a claim of its own (C-078), so their place is unknown
 * afterwards. Derived from the acts, so that no observer is measured by another one that may itself be wrong.
 */
export interface ExpectedTree {
  /** Parents of the checkpoints of which the story knows it; null is a root. */
  readonly parents: ReadonlyMap<Guid, Guid | null>
  /** Undefined where nothing told it. */
  readonly position: Guid | null | undefined
}

/** After the acts of all stages up to the given one. */
export function expectedTree(story: VmStory, stage: number): ExpectedTree {
  const parents = new Map<Guid, Guid | null>()
  let position = startingPosition(story, parents)
  for (const act of story.acts.filter((each) => each.stage <= stage)) {
    if (act.result !== 'done' || act.checkpoint === null) continue
    position = afterAct(act, act.checkpoint, position, parents)
  }
  return { parents, position }
}

function afterAct(act: Act, id: Guid, position: Guid | null | undefined, parents: Map<Guid, Guid | null>): Guid | null | undefined {
  switch (act.action) {
    case 'create':
      // Where a backup's checkpoint hangs and whether the VM stands on it afterwards, nothing here says.
      if (act.intended.kind === 'recovery') return undefined
      if (position !== undefined) parents.set(id, position)
      return id
    case 'restore':
      return id
    case 'remove':
      return afterRemoval(id, position, parents)
    case 'remove-subtree':
      return afterSubtree(id, position, parents)
    default:
      return position
  }
}

function afterSubtree(id: Guid, position: Guid | null | undefined, parents: Map<Guid, Guid | null>): Guid | null | undefined {
  const doomed = [id, ...below(parents, id)]
  const above = parents.get(id)
  for (const one of doomed) parents.delete(one)
  return typeof position === 'string' && doomed.includes(position) ? above : position
}

/** Everything that hangs from a checkpoint, as far as the tree is known. */
export function below(parents: ReadonlyMap<Guid, Guid | null>, id: Guid): readonly Guid[] {
  const found = new Set([id])
  for (const reached of found) for (const [child, parent] of parents) if (parent === reached) found.add(child)
  return [...found].slice(1)
}

function afterRemoval(id: Guid, position: Guid | null | undefined, parents: Map<Guid, Guid | null>): Guid | null | undefined {
  for (const [child, parent] of parents) if (parent === id) parents.delete(child)
  parents.delete(id)
  return position === id ? undefined : position
}

/** Before the first act, as Hyper-V shows it; any other interface only where Hyper-V is not looked at. */
function startingPosition(story: VmStory, parents: Map<Guid, Guid | null>): Guid | null | undefined {
  const first = story.acts[0]
  if (first === undefined) return undefined
  const before = story.views.filter((view) => view.stage < first.stage && view.observations.position?.form === 'value')
  const start = before.find((view) => productOf[view.interface] === 'hyper-v') ?? before[0] ?? emptyStart(story, first)
  if (start === undefined) return undefined
  for (const { id, observations } of start.checkpoints) {
    const { parent } = observations
    if (id !== null && (parent?.form === 'value' || parent?.form === 'null')) parents.set(id, parent.normalised as Guid | null)
  }
  const position = start.observations.position?.normalised
  return typeof position === 'string' ? (position as Guid) : start.checkpoints.length === 0 || position === null ? null : undefined
}

/** A VM without checkpoints stands on none, also where the interface shows no position. */
function emptyStart(story: VmStory, first: Act): View | undefined {
  return story.views.find((view) => view.stage < first.stage && view.checkpoints.length === 0 && view.observations.vmId?.form === 'value')
}
