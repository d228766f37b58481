import type { Guid } from '../../checkpoint/guid.ts'
import { virtualSystemTypeOf } from '../../checkpoint/kinds.ts'
import type { Act, View } from '../observation.ts'
import type { Rule } from '../rule.ts'
import { checkpointsById } from '../story/index-views.ts'
import { isOfBackup } from '../story/kind-of.ts'
import { isHyperV } from '../story/made.ts'
import type { VmStory } from '../story/timeline.ts'
import type { Judgement } from '../verdict.ts'
import { found, metIf, read, type Answer } from './builders/answers.ts'
import { perVm, placed } from './builders/views.ts'

export const recoveryRules: readonly Rule[] = [perVm('C-083', recoveries)]

/** C-083: Hyper-V shows its kind; whether SCVMM lists it is disputed, so what is seen is the answer. */
function recoveries({ acts, views }: VmStory): readonly Judgement[] {
  return acts
    .filter(
      (act): act is Act & { checkpoint: Guid } => act.intended.kind === 'recovery' && act.result === 'done' && act.checkpoint !== null,
    )
    .filter((act, index, all) => all.findIndex(({ checkpoint }) => checkpoint === act.checkpoint) === index)
    .flatMap((act) => {
      const gone = acts.find(
        ({ action, checkpoint, stage }) => action.startsWith('remove') && checkpoint === act.checkpoint && stage > act.stage,
      )
      return views
        .filter(({ stage }) => stage > act.stage && (gone === undefined || stage < gone.stage))
        .flatMap((view) => {
          const answer = isHyperV(view.interface) ? kindIn(act, view) : listedIn(act, view)
          return answer === undefined
            ? []
            : [placed({ creator: act.interface, view, property: 'kind', checkpoint: act.checkpoint }, answer)]
        })
    })
}

function kindIn(act: Act & { checkpoint: Guid }, view: View): Answer | undefined {
  const row = checkpointsById(view).get(act.checkpoint)
  if (row === undefined) return undefined
  const kind = read(view, row, 'kind')
  return kind.ok ? metIf(isOfBackup(row), virtualSystemTypeOf('Recovery'), kind.value.raw, [act.id, kind.value.id]) : kind.answer
}

function listedIn(act: Act & { checkpoint: Guid }, view: View): Answer {
  const isListed = checkpointsById(view).has(act.checkpoint)
  return found(`${view.interface} ${isListed ? 'lists' : 'does not list'} the recovery checkpoint.`, 'recorded', isListed, [
    act.id,
    view.id,
  ])
}
