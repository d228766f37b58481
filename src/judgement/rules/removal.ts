import type { Guid } from '../../checkpoint/guid.ts'
import type { InterfaceId } from '../../checkpoint/interface-id.ts'
import { because } from '../because.ts'
import type { Act, View } from '../observation.ts'
import type { Rule } from '../rule.ts'
import { expectedTree } from '../story/expected-tree.ts'
import { checkpointsById } from '../story/index-views.ts'
import { isAny, isHyperV, isScvmm, takenBy } from '../story/made.ts'
import { absenceIn, isStillAwaited } from '../story/presence.ts'
import type { VmStory } from '../story/timeline.ts'
import type { Judgement } from '../verdict.ts'
import { met, read, unjudged, unmet, type Answer } from './builders/answers.ts'
import { mustDo, ofAct } from './builders/attempts.ts'
import { failedActs, type NeededActs } from './builders/failed-acts.ts'
import { placed, perVm } from './builders/views.ts'

export const removalRules: readonly Rule[] = [
  disappears({ claim: 'C-017', from: isHyperV, to: isHyperV, refused: 'unmet' }),
  disappears({ claim: 'C-065', from: isHyperV, to: isScvmm }),
  disappears({ claim: 'C-080', from: isScvmm, to: isHyperV }),
  disappears({ claim: 'C-099', from: (id) => id === 'scvmm-spf', to: isAny, refused: 'unmet' }),
  perVm('C-079', (story) => [
    ...subtrees(story).flatMap((act) => viewsUntilNextChange(story, act).flatMap((view) => subtreeGone(story, act, view))),
    ...story.acts.filter(({ action }) => action === 'remove-subtree').map((act) => ofAct(act, 'visibility', mustDo(act))),
  ]),
  perVm('C-078', (story) => [
    ...removals(story, isAny).flatMap((act) => keptChildren(story, act)),
    ...failedActs(story, {
      property: 'parent',
      from: isAny,
      to: isAny,
      actions: ['remove'],
      wants: (act) => childrenBefore(story, act).length > 0,
    }),
  ]),
]

function disappears({ claim, from, to, refused }: Pick<NeededActs, 'from' | 'to' | 'refused'> & { readonly claim: string }): Rule {
  const needed: NeededActs = { property: 'visibility', from, to, actions: ['remove'], ...(refused && { refused }) }
  return perVm(claim, (story) => [
    ...removals(story, from).flatMap((act) =>
      viewsAfter(story, act, to).map((view) =>
        placed({ creator: act.interface, view, property: 'visibility', checkpoint: act.checkpoint }, goneFrom(view, act)),
      ),
    ),
    ...failedActs(story, needed),
  ])
}

type Removal = Act & { readonly checkpoint: Guid }

/** The first removal of each checkpoint; a second one finds nothing to remove. */
function removals({ acts }: VmStory, from: (actor: InterfaceId) => boolean): readonly Removal[] {
  const done = acts.filter((act): act is Removal => act.action === 'remove' && act.result === 'done' && act.checkpoint !== null)
  return done.filter((act, index) => from(act.interface) && done.findIndex(({ checkpoint }) => checkpoint === act.checkpoint) === index)
}

function viewsAfter({ views }: VmStory, act: Act, to: (observer: InterfaceId) => boolean): readonly View[] {
  return views.filter((view) => view.stage >= act.stage && to(view.interface))
}

function goneFrom(view: View, act: Removal): Answer {
  const rests = [act.id, view.id]
  if (checkpointsById(view).has(act.checkpoint)) {
    if (isStillAwaited(view, act.interface)) return unjudged('inconclusive', because('awaited-in-vain'), rests)
    return unmet(null, act.checkpoint, rests, because('still-there'))
  }
  return view.witness ? met(null, null, rests) : unjudged('inconclusive', because('no-witness'), rests)
}

type SubtreeRemoval = Act & { readonly checkpoint: Guid }

function subtrees({ acts }: VmStory): readonly SubtreeRemoval[] {
  return acts.filter((act): act is SubtreeRemoval => act.action === 'remove-subtree' && act.result === 'done' && act.checkpoint !== null)
}

function viewsUntilNextChange(story: VmStory, act: Act): readonly View[] {
  const next = story.acts.find(({ stage, result }) => stage > act.stage && result === 'done')
  return viewsAfter(story, act, isAny).filter(({ stage }) => next === undefined || stage < next.stage)
}

/** C-079: exactly the subtree has gone from what this observer showed before. */
function subtreeGone(story: VmStory, act: SubtreeRemoval, view: View): readonly Judgement[] {
  const before = story.views.findLast((other) => other.interface === view.interface && other.stage < act.stage)
  if (before === undefined) return []
  const doomed = new Set(takenBy(story, act, act.checkpoint))
  const expected = [...checkpointsById(before).keys()].filter((id) => !doomed.has(id)).toSorted()
  const shown = [...checkpointsById(view).keys()].toSorted()
  const rests = [act.id, before.id, view.id]
  const place = { creator: act.interface, view, property: 'visibility', checkpoint: act.checkpoint } as const
  if (shown.join() !== expected.join() && isStillAwaited(view, act.interface))
    return [placed(place, unjudged('inconclusive', because('awaited-in-vain'), rests, expected))]
  return [placed(place, shown.join() === expected.join() ? met(expected, shown, rests) : unmet(expected, shown, rests))]
}

function childrenBefore(story: VmStory, act: Act): readonly Guid[] {
  const { parents } = expectedTree(story, act.stage - 1)
  return [...parents].filter(([, parent]) => parent !== null && parent === act.checkpoint).map(([child]) => child)
}

/** C-078: each child is still there and hangs where the removed one hung. */
function keptChildren(story: VmStory, act: Removal): readonly Judgement[] {
  const { parents } = expectedTree(story, act.stage - 1)
  const above = parents.get(act.checkpoint)
  if (above === undefined) return []
  const gone = new Set(
    story.acts.filter(({ action, result }) => action === 'remove' && result === 'done').map(({ checkpoint }) => checkpoint),
  )
  return viewsAfter(story, act, isAny).flatMap((view) =>
    childrenBefore(story, act)
      .filter((child) => !gone.has(child))
      .map((child) =>
        placed({ creator: act.interface, view, property: 'parent', checkpoint: child }, childIn(story, view, act, child, above)),
      ),
  )
}

function childIn(story: VmStory, view: View, act: Act, child: Guid, above: Guid | null): Answer {
  const row = checkpointsById(view).get(child)
  const rests = [act.id, view.id]
  if (row === undefined) {
    if (!wasSeenBefore(story, view, act, child)) return unjudged('not-run', because('not-visible'), rests)
    const absence = absenceIn(view, act.interface)
    return absence.kind === 'absent'
      ? unmet(above, null, rests, because('missing', 'The child has gone with its parent.'))
      : unjudged(absence.answer, absence.reason, rests)
  }
  const parent = read(view, row, 'parent')
  if (!parent.ok) return parent.answer
  const shown = [act.id, parent.value.id]
  if (parent.value.normalised === above) return met(above, above, shown)
  return isStillAwaited(view, act.interface)
    ? unjudged('inconclusive', because('awaited-in-vain'), shown)
    : unmet(above, parent.value.normalised, shown)
}

function wasSeenBefore({ views }: VmStory, view: View, act: Act, child: Guid): boolean {
  return views.some((earlier) => earlier.interface === view.interface && earlier.stage < act.stage && checkpointsById(earlier).has(child))
}
