import type { VmProperty } from '../../checkpoint/reading.ts'
import type { InterfaceId } from '../../checkpoint/interface-id.ts'
import type { Act, View } from '../observation.ts'
import type { Rule } from '../rule.ts'
import { isHyperV, isScvmm, madeIn } from '../story/made.ts'
import type { VmStory } from '../story/timeline.ts'
import type { CellProperty, Judgement } from '../verdict.ts'
import { metIf } from './builders/answers.ts'
import { perVm, placed } from './builders/views.ts'

/**
 * The two definitions of the seed article, by what an apply brings back. Only the lab can look inside a guest, so that
 * these verdicts prove the harness and never a product.
 */
export const contentRules: readonly Rule[] = [
  bringsBack('C-004', isScvmm, 'applicationData', 'disks'),
  bringsBack('C-005', isHyperV, 'applicationData', 'disks'),
  bringsBack('C-005', isHyperV, 'guestMemory', 'state'),
  bringsBack('C-005', isHyperV, 'hardware', 'disks'),
]

type Content = Extract<VmProperty, 'applicationData' | 'guestMemory' | 'hardware'>

function bringsBack(claim: string, from: (creator: InterfaceId) => boolean, content: Content, property: CellProperty): Rule {
  return perVm(claim, (story) =>
    story.acts
      .filter((act) => act.action === 'restore' && act.result === 'done' && changedSince(story, act, content))
      .flatMap((act) => after(story, act).flatMap((view) => contentIn(story, act, view, { from, content, property }))),
  )
}

/** Only what was changed between the checkpoint and the apply tells anything. */
function changedSince(story: VmStory, act: Act, content: Content): boolean {
  const made = act.checkpoint === null ? undefined : madeIn(story).get(act.checkpoint)
  return (
    made !== undefined && story.acts.some((other) => isChangeOf(other, content) && other.stage > made.act.stage && other.stage < act.stage)
  )
}

function isChangeOf({ action, intended }: Act, content: Content): boolean {
  return action === 'inside' && intended.inside?.startsWith(`${content}:`) === true
}

function after({ acts, views }: VmStory, act: Act): readonly View[] {
  const next = acts.find(
    ({ stage, action }) => stage > act.stage && (action === 'inside' || action === 'restore' || action === 'set-vm-state'),
  )
  return views.filter(({ stage }) => stage > act.stage && (next === undefined || stage < next.stage))
}

interface Wanted {
  readonly from: (creator: InterfaceId) => boolean
  readonly content: Content
  readonly property: CellProperty
}

function contentIn(story: VmStory, act: Act, view: View, { from, content, property }: Wanted): readonly Judgement[] {
  const made = madeIn(story).get(act.checkpoint!)!
  const now = view.observations[content]
  if (!from(made.creator) || now?.form !== 'value') return []
  // Memory comes back only with a checkpoint that holds it (C-049, C-075).
  if (content === 'guestMemory' && view.observations.vmState?.normalised === 'off') return []
  const before = story.views.findLast((other) => other.stage < made.act.stage && other.observations[content]?.form === 'value')
  const isOutdated = story.acts.some(
    (other) => isChangeOf(other, content) && other.stage > (before?.stage ?? -1) && other.stage < made.act.stage,
  )
  const was = before?.observations[content]
  if (was === undefined || isOutdated) return []
  const rests = [made.act.id, act.id, was.id, now.id]
  const place = { creator: made.creator, view, property, checkpoint: act.checkpoint } as const
  return [placed(place, metIf(JSON.stringify(now.raw) === JSON.stringify(was.raw), was.raw, now.raw, rests))]
}
