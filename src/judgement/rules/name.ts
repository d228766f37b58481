import { productOf } from '../../checkpoint/interface-id.ts'
import { because } from '../because.ts'
import type { Rule } from '../rule.ts'
import { checkpointsById } from '../story/index-views.ts'
import { isAny, isHyperV, isScvmm } from '../story/made.ts'
import { found, unmet, type Answer } from './builders/answers.ts'
import { sameAsAsked, textCrossing, type SetText } from './builders/texts.ts'

/** Names that somebody gave. A new name that crosses over to the other product is a claim of its own. */
export const nameRules: readonly Rule[] = [
  textCrossing({
    claim: 'C-029',
    what: 'name',
    from: isAny,
    to: isAny,
    actions: ['create'],
    wants: ({ intended }) => intended.name !== undefined,
    concerns: (by, { view }) => by.action === 'create' || productOf[by.interface] === productOf[view.interface],
    judge: sameAsAsked,
  }),
  textCrossing({
    claim: 'C-036',
    what: 'name',
    from: isAny,
    to: isScvmm,
    actions: ['rename'],
    wants: (act) => isHyperV(act.interface),
    concerns: (by) => by.action === 'rename' && isHyperV(by.interface),
    judge: renamedOnce,
  }),
  textCrossing({
    claim: 'C-037',
    what: 'name',
    from: isAny,
    to: isHyperV,
    actions: ['rename'],
    wants: (act) => isScvmm(act.interface),
    concerns: (by) => by.action === 'rename' && isScvmm(by.interface),
    judge: renameReached,
  }),
]

/** C-036: the new name, and one row for the checkpoint. */
function renamedOnce(set: SetText): Answer {
  const { view, made } = set.seen
  const rows = view.checkpoints.filter(({ id }) => id === made.checkpoint)
  if (rows.length > 1)
    return unmet(1, rows.length, [set.by.id, set.shown.id], because('differs', `The checkpoint is listed ${rows.length} times.`))
  return sameAsAsked(set)
}

/** C-037 is open: does SCVMM rename on the host? */
function renameReached({ text, by, shown, seen }: SetText): Answer {
  const wasCalled = seen.story.views
    .filter((view) => view.interface === seen.view.interface && view.stage < by.stage)
    .flatMap((view) => checkpointsById(view).get(seen.made.checkpoint)?.observations.name ?? [])
    .at(-1)
  const finding =
    shown.raw === text
      ? 'Hyper-V shows the new name.'
      : shown.raw === wasCalled?.raw
        ? 'Hyper-V still shows the old name.'
        : 'Hyper-V shows another name than the new one.'
  return found(finding, text, shown.raw, [by.id, shown.id])
}
