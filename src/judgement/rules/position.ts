import type { Guid } from '../../checkpoint/guid.ts'
import { because } from '../because.ts'
import type { View } from '../observation.ts'
import type { Rule } from '../rule.ts'
import { expectedTree } from '../story/expected-tree.ts'
import { checkpointsById } from '../story/index-views.ts'
import { isHyperV, isScvmm, storyCreator } from '../story/made.ts'
import { isStillAwaited } from '../story/presence.ts'
import type { VmStory } from '../story/timeline.ts'
import type { Judgement } from '../verdict.ts'
import { metIf, unjudged, type Answer } from './builders/answers.ts'
import { perView, placed } from './builders/views.ts'

export const positionRules: readonly Rule[] = [
  perView('C-044', (view, story) => (isScvmm(view.interface) ? position(view, story) : [])),
  perView('C-045', (view, story) => (isHyperV(view.interface) ? position(view, story) : [])),
]

/** C-044, C-045: the checkpoint that the running state hangs from. */
function position(view: View, story: VmStory): readonly Judgement[] {
  const place = { creator: storyCreator(story), view, property: 'position' } as const
  if (story.acts.length === 0)
    return view.checkpoints.length === 0 && (isHyperV(view.interface) || hidesPerhaps(view))
      ? []
      : positionInFile(view).map((answer) => placed(place, answer))
  const expected = expectedTree(story, view.stage).position
  if (expected === undefined || view.observations.vmId === undefined) return []
  return [placed({ ...place, checkpoint: expected }, positionInStory(view, story, expected))]
}

/** A role may be shown the VM and not its checkpoints: then where it stands tells nothing. */
function hidesPerhaps({ settled, witness }: View): boolean {
  return settled !== 'file' && !witness
}

/** Whether a view shows the position that the story has led to; what is not visible cannot be stood on. */
export function positionInStory(view: View, story: VmStory, expected: Guid | null): Answer {
  const shown = view.observations.position
  if (shown === undefined || shown.form === 'absent')
    return unjudged(
      'unsupported',
      because('no-way-to-read', `${view.interface} does not carry the property (position).`),
      [view.id],
      expected,
    )
  if (expected !== null && !checkpointsById(view).has(expected))
    return unjudged('not-run', because('not-visible'), [shown.id, view.id], expected)
  const isThere = shown.normalised === expected
  const mover = story.acts.findLast((act) => act.stage <= view.stage && act.result === 'done')
  if (!isThere && mover !== undefined && isStillAwaited(view, mover.interface))
    return unjudged('inconclusive', because('awaited-in-vain'), [shown.id], expected)
  return metIf(isThere, expected, shown.normalised, [...(mover === undefined ? [] : [mover.id]), shown.id])
}

/** Without acts the position can only be consistent: one of the listed checkpoints, or the VM itself where there is none. */
function positionInFile(view: View): readonly Answer[] {
  const shown = view.observations.position
  if (shown === undefined || shown.form === 'absent') return []
  if (shown.form === 'truncated-by-depth') return [unjudged('not-run', because('truncated-by-depth'), [shown.id])]
  if (view.checkpoints.length > 0)
    return [
      metIf(typeof shown.normalised === 'string' && checkpointsById(view).has(shown.normalised as Guid), 'a listed checkpoint', shown.raw, [
        shown.id,
      ]),
    ]
  if (shown.raw === null || shown.raw === '') {
    const sentence = 'No position at all is stated; recorded for VMs in the library and for such whose making failed.'
    return [unjudged('not-run', because('not-in-file', sentence), [shown.id], view.vm)]
  }
  return [metIf(shown.normalised === null, view.vm, shown.raw, [shown.id])]
}
