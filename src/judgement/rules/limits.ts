import { because } from '../because.ts'
import type { Act, View } from '../observation.ts'
import type { Rule } from '../rule.ts'
import { checkpointsById } from '../story/index-views.ts'
import { isHyperV, isScvmm } from '../story/made.ts'
import { isStillAwaited } from '../story/presence.ts'
import type { VmStory } from '../story/timeline.ts'
import type { Judgement } from '../verdict.ts'
import { found, met, metIf, unjudged, unmet, type Answer } from './builders/answers.ts'
import { isRefused, leftNothing, mustDo, ofAct, refusalOf } from './builders/attempts.ts'
import { perVm, placed } from './builders/views.ts'

/** Documented for every host that is in support (semantics.md section 2.4). */
const mostCheckpoints = 50

export const limitRules: readonly Rule[] = [perVm('C-084', fiftyFit), perVm('C-085', hostLimitApplies)]

interface Counted {
  readonly act: Act
  /** How many the host listed before it, and what was made and removed since. */
  readonly before: number
}

/** Creates of which the story knows how many checkpoints there were; a look at the host tells. */
function counted(story: VmStory): readonly Counted[] {
  return story.acts
    .filter(({ action, intended }) => action === 'create' && intended.kind !== 'recovery')
    .flatMap((act) => {
      const look = story.views.findLast((view) => isHyperV(view.interface) && view.stage < act.stage)
      if (look === undefined) return []
      const since = story.acts.filter(({ stage, result }) => stage > look.stage && stage < act.stage && result === 'done')
      const isCertain = !since.some(({ action }) => action === 'remove-subtree')
      const made = since.filter(({ action }) => action === 'create').length - since.filter(({ action }) => action === 'remove').length
      return isCertain ? [{ act, before: checkpointsById(look).size + made }] : []
    })
}

/** C-084: the 50th is made and listed everywhere; what the next one gets is recorded. */
function fiftyFit(story: VmStory): readonly Judgement[] {
  return counted(story).flatMap(({ act, before }) => {
    if (before === mostCheckpoints - 1) return [ofAct(act, 'limit', mustDo(act)), ...listed(story, act, mostCheckpoints)]
    return before >= mostCheckpoints ? [ofAct(act, 'limit', beyond(act, before))] : []
  })
}

function beyond(act: Act, before: number): Answer {
  const how = act.result === 'done' ? 'It was made.' : refusalOf(act)
  const actual = act.result === 'done' ? 'done' : 'refused'
  if (act.result !== 'done' && !isRefused(act)) return unjudged('error', because('act-failed', act.failure?.sentence), [act.id])
  return found(`Checkpoint number ${before + 1}: ${how}`, 'recorded, because the documents give the limit and not the error', actual, [
    act.id,
  ])
}

function listed(story: VmStory, act: Act, count: number): readonly Judgement[] {
  return viewsUntilNextChange(story, act).map((view) =>
    placed({ creator: act.interface, view, property: 'limit' }, listedIn(view, act, count)),
  )
}

function listedIn(view: View, act: Act, count: number): Answer {
  const shown = checkpointsById(view).size
  if (shown !== count && isStillAwaited(view, act.interface))
    return unjudged('inconclusive', because('awaited-in-vain'), [act.id, view.id], count)
  if (shown < count && !view.witness) return unjudged('inconclusive', because('no-witness'), [act.id, view.id], count)
  return metIf(shown === count, count, shown, [act.id, view.id])
}

function viewsUntilNextChange({ acts, views }: VmStory, act: Act): readonly View[] {
  const next = acts.find(
    ({ stage, action, result }) => stage > act.stage && result === 'done' && ['create', 'remove', 'remove-subtree'].includes(action),
  )
  return views.filter(({ stage }) => stage > act.stage && (next === undefined || stage < next.stage))
}

/** C-085: SCVMM's create beyond the host's limit is refused and leaves no row. */
function hostLimitApplies(story: VmStory): readonly Judgement[] {
  return counted(story)
    .filter(({ act, before }) => isScvmm(act.interface) && before >= mostCheckpoints)
    .flatMap(({ act, before }) => {
      if (act.result === 'done')
        return [ofAct(act, 'limit', unmet('refused', 'done', [act.id], because('differs', `SCVMM made checkpoint number ${before + 1}.`)))]
      return isRefused(act)
        ? [ofAct(act, 'limit', met('refused', 'refused', [act.id], refusalOf(act))), ...leftNothing(story, act, 'limit')]
        : []
    })
}
