import type { Guid } from '../../checkpoint/guid.ts'
import type { CheckpointProperty } from '../../checkpoint/reading.ts'
import { because } from '../because.ts'
import type { Act, View } from '../observation.ts'
import type { Rule } from '../rule.ts'
import { checkpointsById } from '../story/index-views.ts'
import { isScvmm, storyCreator } from '../story/made.ts'
import { consecutiveViews, sameStage, type Consecutive, type VmStory } from '../story/timeline.ts'
import type { Judgement } from '../verdict.ts'
import { met, metIf, unmet } from './builders/answers.ts'
import { compared, type Shared } from './builders/compared.ts'
import { perView, perVm, placed } from './builders/views.ts'

/** What an unchanged checkpoint keeps (C-117; recorded: 14 of 14 checkpoints that occur in several inventories). */
const lasting: readonly Shared[] = [
  { property: 'databaseId', cell: 'identity' },
  { property: 'name', cell: 'name' },
  { property: 'comment', cell: 'comment' },
  { property: 'createdTime', cell: 'time' },
  { property: 'parent', cell: 'parent' },
]

/** C-105 leaves out what each interface names in its own way. */
const shared: readonly Shared[] = lasting.filter(({ property }) => property !== 'databaseId')

export const stabilityRules: readonly Rule[] = [
  perVm('C-117', (story) =>
    consecutiveViews(story)
      .filter(isUpgrade)
      .flatMap((pair) => [...kept(story, pair), ...sameOrder(story, pair)]),
  ),
  perVm('R-002', (story) =>
    consecutiveViews(story)
      .filter((pair) => !isUpgrade(pair))
      .flatMap((pair) => kept(story, pair)),
  ),
  perVm('C-069', noSecondRow),
  perView('C-105', (view, story) =>
    view.interface === 'scvmm-spf'
      ? sameStage(story, view, 'scvmm')
          .filter((other) => other.interface === 'scvmm-powershell')
          .flatMap((other) => rowByRow(story, other, view))
      : [],
  ),
]

/** A server with another build is another participant. */
function isUpgrade({ before, after }: Consecutive): boolean {
  return before.participant !== after.participant
}

/** One judgement per property for all checkpoints that nobody touched between the looks, and one for each that changed. */
function kept(story: VmStory, { before, after }: Consecutive): readonly Judgement[] {
  const acts = story.acts.filter((act) => act.stage > before.stage && act.stage <= after.stage)
  const common = [...checkpointsById(after).keys()].filter((id) => checkpointsById(before).has(id))
  return lasting.flatMap(({ property, cell }) => {
    const untouched = common.filter((id) => !isTouched(acts, id, property, before))
    return compared({ property, cell }, before, after, untouched, storyCreator(story))
  })
}

/** The order in which the checkpoints that are in both looks are listed. */
function sameOrder(story: VmStory, { before, after }: Consecutive): readonly Judgement[] {
  const [was, is] = [before, after].map((view) =>
    [...checkpointsById(view).keys()].filter((id) => checkpointsById(before).has(id) && checkpointsById(after).has(id)),
  )
  if (was!.length < 2) return []
  return [
    placed(
      { creator: storyCreator(story), view: after, property: 'order' },
      metIf(was!.join() === is!.join(), was!, is!, [before.id, after.id]),
    ),
  ]
}

/** A removal moves its children; any other act touches what it sets. */
function isTouched(acts: readonly Act[], id: Guid, property: CheckpointProperty, before: View): boolean {
  if (property === 'parent') {
    const parent = checkpointsById(before).get(id)?.observations.parent?.normalised
    return acts.some((act) => act.action === 'remove' && act.checkpoint === parent)
  }
  return (property === 'name' || property === 'comment') && acts.some((act) => act.checkpoint === id && act.action !== 'restore')
}

/** C-069: no checkpoint has two rows, however often SCVMM has looked. */
function noSecondRow(story: VmStory): readonly Judgement[] {
  return story.views
    .filter((view) => isScvmm(view.interface) && view.checkpoints.length > 0)
    .map((view) => {
      const ids = view.checkpoints.flatMap(({ id }) => id ?? [])
      const repeated = ids.length - new Set(ids).size
      const answer =
        repeated === 0
          ? met('one row each', ids, [view.id])
          : unmet('one row each', ids, [view.id], because('differs', `${repeated} rows repeat a checkpoint.`))
      return placed({ creator: storyCreator(story), view, property: 'identity' }, answer)
    })
}

/** C-105: SPF and the cmdlets show one database. Times as marked, because SPF's have no zone. */
function rowByRow(story: VmStory, other: View, view: View): readonly Judgement[] {
  const ids = [...checkpointsById(other).keys()].toSorted()
  const shown = [...checkpointsById(view).keys()].toSorted()
  const rows = placed(
    { creator: storyCreator(story), view, property: 'visibility' },
    metIf(ids.join() === shown.join(), ids, shown, [other.id, view.id]),
  )
  return [
    rows,
    ...shared
      .filter(({ property }) => property !== 'createdTime')
      .flatMap((one) =>
        compared(
          one,
          other,
          view,
          ids.filter((id) => shown.includes(id)),
          storyCreator(story),
        ),
      ),
  ]
}
