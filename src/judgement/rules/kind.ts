import type { Json } from '../../foundation/json.ts'
import type { CheckpointView, View } from '../observation.ts'
import type { Rule } from '../rule.ts'
import { creatorOf, isHyperV, isScvmm, storyCreator } from '../story/made.ts'
import { sameStage, type VmStory } from '../story/timeline.ts'
import { checkpointTypeNumber } from '../story/vm-before.ts'
import type { Judgement } from '../verdict.ts'
import { metIf, read, type Answer } from './builders/answers.ts'
import { eachRow } from './builders/rows.ts'
import { perView, perVm, placed } from './builders/views.ts'

/** What a checkpoint of a user is, whatever CheckpointType its VM has (C-048; semantics.md section 2.1). */
const userKind: Readonly<Partial<Record<View['interface'], readonly Json[]>>> = {
  'hyperv-wmi': ['Microsoft:Hyper-V:Snapshot:Realized'],
  'hyperv-powershell': ['Standard', 0],
}

export const kindRules: readonly Rule[] = [
  eachRow({ claim: 'C-048', property: 'kind', to: isHyperV, judge: kindOfUsers }),
  perView('C-046', sameType),
  perVm('C-046', takesEachType),
]

function kindOfUsers(row: CheckpointView, view: View, story: VmStory): Answer | undefined {
  const kinds = userKind[view.interface]
  if (kinds === undefined || creatorOf(story, row.id) === 'unknown') return undefined
  const kind = read(view, row, 'kind')
  return kind.ok ? metIf(kinds.includes(kind.value.raw), kinds[0]!, kind.value.raw, [kind.value.id]) : kind.answer
}

function sameType(view: View, story: VmStory): readonly Judgement[] {
  const own = view.observations.checkpointType
  const host = sameStage(story, view, 'hyper-v').find((other) => other.observations.checkpointType?.form === 'value')?.observations
    .checkpointType
  if (!isScvmm(view.interface) || own?.form !== 'value' || host === undefined) return []
  const isSame = checkpointTypeNumber(own.raw) !== undefined && checkpointTypeNumber(own.raw) === checkpointTypeNumber(host.raw)
  return [placed({ creator: storyCreator(story), view, property: 'kind' }, metIf(isSame, host.raw, own.raw, [host.id, own.id]))]
}

/** C-046 within one product: the number that was set is the number that is shown, until another one is set. */
function takesEachType(story: VmStory): readonly Judgement[] {
  const sets = story.acts.filter(({ action, result }) => action === 'set-checkpoint-type' && result === 'done')
  return sets.flatMap((act, index) => {
    const next = sets[index + 1]
    return story.views
      .filter((view) => isHyperV(view.interface) && view.stage > act.stage && (next === undefined || view.stage < next.stage))
      .filter((view) => !story.acts.some(({ action, stage }) => action === 'restore' && stage > act.stage && stage < view.stage))
      .flatMap((view) => {
        const shown = view.observations.checkpointType
        if (shown?.form !== 'value') return []
        const wanted = act.intended.checkpointType ?? null
        return [
          placed(
            { creator: act.interface, view, property: 'kind' },
            metIf(checkpointTypeNumber(shown.raw) === wanted, wanted, shown.raw, [act.id, shown.id]),
          ),
        ]
      })
  })
}
