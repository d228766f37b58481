import { because } from '../because.ts'
import type { Act } from '../observation.ts'
import type { Rule } from '../rule.ts'
import { checkpointsById } from '../story/index-views.ts'
import type { VmStory } from '../story/timeline.ts'
import type { Judgement } from '../verdict.ts'
import { met, metIf, unmet, type Answer } from './builders/answers.ts'
import { isRefused, ofAct, refusalOf } from './builders/attempts.ts'
import { perVm, placed } from './builders/views.ts'

/** In characters (C-034, documented). */
const longestName = 100

/** Names that a product must not take as they are. */
export const nameLimitRules: readonly Rule[] = [
  perVm('C-034', (story) => named(story).flatMap((act) => longNames(story, act))),
  perVm('C-033', (story) => named(story).flatMap((act) => blankNames(story, act))),
]

/** Acts that give a name on purpose. */
function named({ acts }: VmStory): readonly Act[] {
  return acts.filter(
    ({ action, intended, result, failure }) =>
      (action === 'rename' || action === 'create') && intended.name !== undefined && result !== 'unsupported' && failure?.isFault !== true,
  )
}

/** C-034: 101 characters are not kept, 99 are; the documents contradict each other about 100, which is recorded. */
function longNames(story: VmStory, act: Act): readonly Judgement[] {
  const name = act.intended.name ?? ''
  const length = name.length
  if (length < longestName - 1) return []
  const isTooLong = length > longestName
  if (isRefused(act)) {
    const finding = `${length} characters: ${refusalOf(act)}`
    const isRight = isTooLong || length === longestName
    return [
      ofAct(
        act,
        'name',
        isRight ? met('refused', 'refused', [act.id], finding) : unmet('taken', 'refused', [act.id], because('act-failed', finding)),
      ),
    ]
  }
  return shownNames(story, act, (shown, rests) =>
    isTooLong
      ? {
          ...metIf(shown !== name, `at most ${longestName} characters`, shown, rests),
          finding: `${length} characters: taken, ${shown.length} shown.`,
        }
      : metIf(shown === name, name, shown, rests),
  )
}

/** C-033: refused, or another name stands there. */
function blankNames(story: VmStory, act: Act): readonly Judgement[] {
  const name = act.intended.name ?? ''
  if (name.trim() !== '') return []
  if (isRefused(act)) return [ofAct(act, 'name', met('refused', 'refused', [act.id], refusalOf(act)))]
  return shownNames(story, act, (shown, rests) =>
    shown.trim() === '' ? unmet('no blank name', shown, rests) : met('no blank name', shown, rests, 'Taken, and replaced by another name.'),
  )
}

/** What the product that was given the name shows until the checkpoint is called otherwise. */
function shownNames(story: VmStory, act: Act, judge: (shown: string, rests: readonly string[]) => Answer): readonly Judgement[] {
  const { checkpoint } = act
  const next = story.acts.find(
    ({ stage, action, result, checkpoint: other }) => stage > act.stage && action === 'rename' && result === 'done' && other === checkpoint,
  )
  const own = story.views.filter(
    (view) => view.interface === act.interface && view.stage > act.stage && (next === undefined || view.stage < next.stage),
  )
  return own.flatMap((view) => {
    const shown = checkpoint === null ? undefined : checkpointsById(view).get(checkpoint)?.observations.name
    if (typeof shown?.raw !== 'string') return []
    return [placed({ creator: act.interface, view, property: 'name', checkpoint }, judge(shown.raw, [act.id, shown.id]))]
  })
}
