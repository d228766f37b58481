import type { Guid } from '../../checkpoint/guid.ts'
import { productOf, type InterfaceId, type ProductId } from '../../checkpoint/interface-id.ts'
import type { Act, View } from '../observation.ts'
import type { Cell } from '../verdict.ts'
import { below, expectedTree } from './expected-tree.ts'
import type { VmStory } from './timeline.ts'

/** A checkpoint that the story itself made: its maker and what was wanted of it are known. */
export interface Made {
  readonly checkpoint: Guid
  readonly creator: InterfaceId
  readonly act: Act
}

const cache = new WeakMap<VmStory, ReadonlyMap<Guid, Made>>()

/** What a user makes: a backup's recovery checkpoints are another kind, and C-083's matter alone. */
export function madeIn(story: VmStory): ReadonlyMap<Guid, Made> {
  const known = cache.get(story)
  if (known !== undefined) return known
  const made = new Map<Guid, Made>()
  for (const act of story.acts) {
    if (
      act.action !== 'create' ||
      act.intended.kind === 'recovery' ||
      act.result !== 'done' ||
      act.checkpoint === null ||
      made.has(act.checkpoint)
    )
      continue
    made.set(act.checkpoint, { checkpoint: act.checkpoint, creator: act.interface, act })
  }
  cache.set(story, made)
  return made
}

/** Those that exist when a view is taken: created and not removed up to its stage. */
export function existingAt(story: VmStory, view: View): readonly Made[] {
  const removed = removedAt(story, view)
  return [...madeIn(story).values()].filter(({ act, checkpoint }) => act.stage <= view.stage && !removed.has(checkpoint))
}

/** The acts by which checkpoints have gone when a view is taken. */
export function removedAt(story: VmStory, view: Pick<View, 'stage'>): ReadonlyMap<Guid, Act> {
  const removed = new Map<Guid, Act>()
  for (const act of story.acts) {
    if (act.result !== 'done' || act.checkpoint === null || act.stage > view.stage) continue
    for (const id of takenBy(story, act, act.checkpoint)) removed.set(id, act)
  }
  return removed
}

/** A subtree goes as one; a single removal leaves the children. */
export function takenBy(story: VmStory, act: Act, checkpoint: Guid): readonly Guid[] {
  if (act.action === 'remove') return [checkpoint]
  return act.action === 'remove-subtree' ? [checkpoint, ...below(expectedTree(story, act.stage - 1).parents, checkpoint)] : []
}

/** Who made a checkpoint, as far as the story tells. */
export function creatorOf(story: VmStory, checkpoint: Guid | null): Cell['creator'] {
  return (checkpoint === null ? undefined : madeIn(story).get(checkpoint)?.creator) ?? 'unknown'
}

/** The one interface that makes checkpoints in this story; unknown where there are several, or none. */
export function storyCreator(story: VmStory): Cell['creator'] {
  const creators = new Set(story.acts.filter(({ action }) => action === 'create').map((act) => act.interface))
  return creators.size === 1 ? [...creators][0]! : 'unknown'
}

function isOf(product: ProductId): (id: Cell['creator']) => boolean {
  return (id) => id !== 'unknown' && productOf[id] === product
}

/** SPF, the cmdlets and Azure Arc all show the one database of VMM: what is said of one holds for the others (C-105). */
export const isScvmm = isOf('scvmm')
export const isHyperV = isOf('hyper-v')
export const isAny = (): boolean => true
