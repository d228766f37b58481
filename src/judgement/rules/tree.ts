import type { Guid } from '../../checkpoint/guid.ts'
import { productOf, type ProductId } from '../../checkpoint/interface-id.ts'
import { buildTree, edgeSet, isWhole, type Edge } from '../../checkpoint/tree.ts'
import { because } from '../because.ts'
import type { CheckpointView, Observation, View } from '../observation.ts'
import type { Rule } from '../rule.ts'
import { defaultNameOf } from '../story/default-name-of.ts'
import { expectedTree } from '../story/expected-tree.ts'
import { checkpointsById } from '../story/index-views.ts'
import { creatorOf, isAny, isHyperV, isScvmm, storyCreator } from '../story/made.ts'
import { isStillAwaited } from '../story/presence.ts'
import type { VmStory } from '../story/timeline.ts'
import type { Judgement } from '../verdict.ts'
import { found, metIf, read, unjudged, unmet, type Answer } from './builders/answers.ts'
import { crossing, notVisible, type SeenSighting, type Sighting } from './builders/crossing.ts'
import { eachRow } from './builders/rows.ts'
import { perView, placed } from './builders/views.ts'

export const treeRules: readonly Rule[] = [
  crossing({
    claim: 'C-042',
    property: 'parent',
    from: isAny,
    to: isAny,
    judge: sameParent,
    unseen: (sighting) => (typeof parentInStory(sighting) === 'string' ? notVisible(sighting) : undefined),
  }),
  eachRow({ claim: 'C-043', property: 'parent', to: (id) => id !== 'scvmm-arc', judge: rootConvention }),
  perView('C-070', mixedTree),
  perView('R-005', wholeTree),
  eachRow({ claim: 'R-006', property: 'parent', to: (id) => id === 'scvmm-arc', judge: rootInArc }),
]

function parentInStory({ story, made, view }: Sighting): Guid | null | undefined {
  return expectedTree(story, view.stage).parents.get(made.checkpoint)
}

/** C-042 is about checkpoints that have a parent; roots are C-043's. */
function sameParent(seen: SeenSighting): Answer | undefined {
  const { made, view, row } = seen
  const expected = parentInStory(seen)
  if (typeof expected !== 'string') return undefined
  const parent = read(view, row, 'parent')
  if (!parent.ok) return { ...parent.answer, expected }
  const rests = [made.act.id, parent.value.id]
  if (parent.value.normalised !== expected && isStillAwaited(view, made.creator))
    return unjudged('inconclusive', because('awaited-in-vain'), rests, expected)
  return metIf(parent.value.normalised === expected, expected, parent.value.normalised, rests)
}

/** C-043: nothing in Hyper-V, the VM's own GUID in SCVMM. In a story a root is what it says is one; in a file what is shown as one. */
function rootConvention(row: CheckpointView, view: View, story: VmStory): Answer | undefined {
  const parent = row.observations.parent
  if (!tellsParent(parent) || parent.normalised !== null || !mayBeRoot(row, view, story)) return undefined
  const showsVm = parent.normalisation === 'N-root-is-vm'
  const expected = isScvmm(view.interface) ? view.vm : null
  const finding = `${parent.field} of a root holds ${showsVm ? "the VM's own GUID" : 'nothing'}.`
  return isScvmm(view.interface) === showsVm
    ? found(finding, expected, parent.raw, [parent.id])
    : unmet(expected, parent.raw, [parent.id], because('differs', finding))
}

function mayBeRoot({ id }: CheckpointView, view: View, story: VmStory): boolean {
  return story.acts.length === 0 || (id !== null && expectedTree(story, view.stage).parents.get(id) === null)
}

/** C-070: checkpoints of both products in one tree, told by the story or by the form of their names. */
function mixedTree(view: View, story: VmStory): readonly Judgement[] {
  const makers = new Set(view.checkpoints.map((row) => makerOf(row, story)).filter((maker) => maker !== undefined))
  if (makers.size < 2) return []
  const edges = edgesOf(view)
  if (edges === undefined) return []
  const tree = buildTree(edges)
  const { parents } = expectedTree(story, view.stage)
  const known = edges.filter(({ id }) => parents.has(id))
  const expected = edgeSet(known.map(({ id }) => ({ id, parent: parents.get(id) ?? null })))
  const isKept = isWhole(tree) && edgeSet(known).join() === expected.join()
  if (!isKept && view.settled === 'awaited-in-vain' && isScvmm(view.interface) && isHyperV(storyCreator(story))) return []
  return [
    placed(
      { creator: storyCreator(story), view, property: 'parent' },
      metIf(isKept, known.length === 0 ? 'one whole tree' : expected, edgeSet(edges), [view.id]),
    ),
  ]
}

function makerOf(row: CheckpointView, story: VmStory): ProductId | undefined {
  const creator = creatorOf(story, row.id)
  return creator === 'unknown' ? defaultNameOf(row)?.form : productOf[creator]
}

/** Undefined where some row does not tell its parent. */
function edgesOf(view: View): readonly Edge[] | undefined {
  const edges = view.checkpoints.flatMap(({ id, observations: { parent } }): readonly Edge[] =>
    id !== null && tellsParent(parent) ? [{ id, parent: parent.normalised as Guid | null }] : [],
  )
  return edges.length === view.checkpoints.length ? edges : undefined
}

function tellsParent(parent: Observation | undefined): parent is Observation {
  return parent?.form === 'value' || parent?.form === 'null'
}

/** R-005, observed in 23 of 23 recorded trees: one root, every other parent in the list. Azure Arc does not tell the VM's GUID. */
function wholeTree(view: View, story: VmStory): readonly Judgement[] {
  if (view.interface === 'scvmm-arc' || view.checkpoints.length === 0 || story.acts.length > 0) return []
  const edges = edgesOf(view)
  if (edges === undefined) return []
  const { roots, orphans, cycles, duplicates } = buildTree(edges)
  const expected = { roots: 1, orphans: 0, cycles: 0, duplicates: 0 }
  const actual = { roots: roots.length, orphans: orphans.length, cycles: cycles.length, duplicates: duplicates.length }
  const rests = view.checkpoints.map((row) => row.observations.parent!.id)
  return [
    placed(
      { creator: 'unknown', view, property: 'parent' },
      metIf(roots.length === 1 && orphans.length + cycles.length + duplicates.length === 0, expected, actual, rests),
    ),
  ]
}

/** a GUID that the answer names nowhere else; that it is Hyper-V's GUID of the VM is inferred. */
function rootInArc({ observations: { parent } }: CheckpointView, view: View): Answer | undefined {
  if (parent?.form !== 'value') return undefined
  const named = checkpointsById(view).has(parent.normalised as Guid)
  if (named) return undefined
  const known = [view.vm, view.observations.vmId?.normalised, view.observations.vmDatabaseId?.normalised]
  const isThird = typeof parent.normalised === 'string' && !known.slice(1).includes(parent.normalised)
  const finding = isThird
    ? 'The parent of a root is a GUID that the answer names nowhere else.'
    : 'The parent of a root is empty or an id of the VM.'
  return isThird
    ? found(finding, 'a third GUID', parent.raw, [parent.id])
    : unmet('a third GUID', parent.raw, [parent.id], because('differs', finding))
}
