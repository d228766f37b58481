import { productOf } from '../../checkpoint/interface-id.ts'
import { because } from '../because.ts'
import type { Act, View } from '../observation.ts'
import type { Rule } from '../rule.ts'
import { checkpointsById } from '../story/index-views.ts'
import { isHyperV, isScvmm, storyCreator } from '../story/made.ts'
import type { VmStory } from '../story/timeline.ts'
import type { Judgement } from '../verdict.ts'
import { found, met, unjudged, unmet } from './builders/answers.ts'
import { mustRefuse, ofAct } from './builders/attempts.ts'
import { perView, perVm, placed } from './builders/views.ts'

const minute = 60_000

/** The full refresher's interval of VMM 2008 to 2012 (dd221389, documented), and what an event or the light refresher needs at most, with the time between two looks. */
const refresher = 30 * minute
const lightRefresher = 5 * minute

/** What SCVMM learns by itself, and what it does with what it does not know yet. */
export const discoveryRules: readonly Rule[] = [
  perView('C-062', (view, story) =>
    latency(
      view,
      story,
      ({ span, isLate }) => `SCVMM showed it ${span}${isLate ? ', later than' : ', within'} the full refresher's 30 minutes.`,
    ),
  ),
  perView('C-063', (view, story) =>
    latency(view, story, ({ span, isEvent }) =>
      isEvent
        ? `It showed ${span}, as soon as an event or the light refresher would tell it.`
        : `It showed ${span}: it waited for a poll, no event told it.`,
    ),
  ),
  perVm('C-066', staleRows),
]

interface Latency {
  readonly span: string
  readonly isLate: boolean
  readonly isEvent: boolean
}

/** C-062, C-063: the intervals differ by version and are settings, so that the measured time is the answer. */
function latency(view: View, story: VmStory, finding: (measured: Latency) => string): readonly Judgement[] {
  if (!isScvmm(view.interface) || view.awaitedMs === undefined || !awaitsCreate(view, story)) return []
  const place = { creator: storyCreator(story), view, property: 'time' } as const
  const minutes = Math.round(view.awaitedMs / minute)
  if (view.settled === 'awaited-in-vain')
    return [placed(place, { ...unjudged('inconclusive', because('awaited-in-vain'), [view.id], refresher / minute), actual: minutes })]
  const measured = {
    span: `after at most ${minutes} min of waiting`,
    isLate: view.awaitedMs > refresher + minute,
    isEvent: view.awaitedMs <= lightRefresher,
  }
  return [placed(place, found(finding(measured), 'the minutes that passed', minutes, [view.id]))]
}

/** The first look since something was made on the host; what is awaited otherwise is a change of another kind. */
function awaitsCreate(view: View, { acts, views }: VmStory): boolean {
  const previous = views.findLast((other) => other.interface === view.interface && other.stage < view.stage)?.stage ?? -1
  return acts.some(
    ({ action, result, stage, interface: id }) =>
      action === 'create' && result === 'done' && isHyperV(id) && stage > previous && stage < view.stage,
  )
}

/** C-066: SCVMM still lists what has gone on the host; an act on that row fails, and the next refresh takes it away. */
function staleRows(story: VmStory): readonly Judgement[] {
  return story.acts
    .filter((act) => isOnStaleRow(story, act))
    .flatMap((act) => [ofAct(act, 'visibility', mustRefuse(act)), ...cured(story, act)])
}

function isOnStaleRow({ acts, views }: VmStory, act: Act): boolean {
  if ((act.action !== 'restore' && act.action !== 'remove') || !isScvmm(act.interface) || act.checkpoint === null) return false
  const gone = acts.find(
    ({ action, result, checkpoint, interface: id, stage }) =>
      action === 'remove' && result === 'done' && checkpoint === act.checkpoint && isHyperV(id) && stage < act.stage,
  )
  // Where SCVMM was looked at and showed that it knows, the row is not stale any more.
  return gone !== undefined && !views.some(({ interface: id, stage }) => isScvmm(id) && stage > gone.stage && stage < act.stage)
}

function cured({ acts, views }: VmStory, act: Act): readonly Judgement[] {
  const next = acts.find(({ stage }) => stage > act.stage)
  return views
    .filter(({ stage }) => stage > act.stage && (next === undefined || stage < next.stage))
    .flatMap((view) => {
      const before = views.findLast((other) => other.interface === view.interface && other.stage < act.stage)
      return before === undefined
        ? []
        : [placed({ creator: act.interface, view, property: 'visibility', checkpoint: act.checkpoint }, lacksOnly(act, before, view))]
    })
}

/** Exactly the one that had gone is missing, compared with the observer's look before. */
function lacksOnly(act: Act, before: View, after: View): ReturnType<typeof met> {
  const rests = [act.id, before.id, after.id]
  const expected = [...checkpointsById(before).keys()].filter((id) => id !== act.checkpoint).toSorted()
  const shown = [...checkpointsById(after).keys()].toSorted()
  if (shown.join() === expected.join()) return met(expected, shown, rests)
  if (after.settled === 'awaited-in-vain' && productOf[after.interface] === 'scvmm')
    return unjudged('inconclusive', because('awaited-in-vain'), rests, expected)
  return unmet(expected, shown, rests)
}
