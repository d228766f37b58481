import type { View } from '../observation.ts'
import type { Rule } from '../rule.ts'
import { isScvmm, storyCreator } from '../story/made.ts'
import type { VmStory } from '../story/timeline.ts'
import type { Judgement } from '../verdict.ts'
import { metIf } from './builders/answers.ts'
import { perView, placed } from './builders/views.ts'

export const orderRules: readonly Rule[] = [perView('R-001', oldestFirst)]

/** by AddedTime; observed in every recorded VM with several, also where the tree branches. */
function oldestFirst(view: View, story: VmStory): readonly Judgement[] {
  const times = view.checkpoints.map((row) => row.observations.createdTime)
  if (!isScvmm(view.interface) || times.length < 2 || times.some((time) => typeof time?.normalised !== 'string')) return []
  const shown = times.map((time) => String(time!.normalised))
  const expected = shown.toSorted()
  return [
    placed(
      { creator: storyCreator(story), view, property: 'order' },
      metIf(
        shown.join() === expected.join(),
        expected,
        shown,
        times.map((time) => time!.id),
      ),
    ),
  ]
}
