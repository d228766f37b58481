import type { Guid } from '../../checkpoint/guid.ts'
import type { InterfaceId } from '../../checkpoint/interface-id.ts'
import { because } from '../because.ts'
import type { Act, View } from '../observation.ts'
import type { Rule } from '../rule.ts'
import { checkpointsById } from '../story/index-views.ts'
import { isAny, isHyperV, isScvmm, madeIn, removedAt } from '../story/made.ts'
import { absenceIn } from '../story/presence.ts'
import type { VmStory } from '../story/timeline.ts'
import type { Judgement } from '../verdict.ts'
import { met, unjudged, unmet, type Answer } from './builders/answers.ts'
import { failedActs, type NeededActs } from './builders/failed-acts.ts'
import { perVm, placed } from './builders/views.ts'
import { positionInStory } from './position.ts'

type Restore = Act & { readonly checkpoint: Guid }
type Between = Pick<NeededActs, 'from' | 'to' | 'refused'> & { readonly claim: string }

const isSpf = (id: InterfaceId): boolean => id === 'scvmm-spf'
const isNameless = ({ intended }: Act): boolean => intended.name === undefined && intended.comment === undefined

export const applyRules: readonly Rule[] = [
  moves({ claim: 'C-067', from: isHyperV, to: isScvmm }),
  moves({ claim: 'C-098', from: isSpf, to: isAny, refused: 'unmet' }),
  perVm('C-073', (story) =>
    restores(story, isAny).flatMap((act) => viewsUntilNextMove(story, act, isAny).map((view) => keepsOthers(story, act, view))),
  ),
  perVm('C-009', scvmmAlone),
]

function restores({ acts }: VmStory, from: (actor: InterfaceId) => boolean): readonly Restore[] {
  return acts.filter(
    (act): act is Restore => act.action === 'restore' && act.result === 'done' && act.checkpoint !== null && from(act.interface),
  )
}

/** Looks at the VM as this restore has left it: a later restore, create or removal moves the position on. */
function viewsUntilNextMove({ acts, views }: VmStory, act: Act, to: (observer: InterfaceId) => boolean): readonly View[] {
  const next = acts.find(
    (other) => other.stage > act.stage && other.result === 'done' && ['create', 'restore', 'remove'].includes(other.action),
  )
  return views.filter((view) => to(view.interface) && view.stage >= act.stage && (next === undefined || view.stage < next.stage))
}

/** C-067, C-098: after an apply the VM stands on what was applied. */
function moves({ claim, from, to, refused }: Between): Rule {
  const needed: NeededActs = { property: 'position', from, to, actions: ['restore'], ...(refused && { refused }) }
  return perVm(claim, (story) => [
    ...restores(story, from).flatMap((act) =>
      viewsUntilNextMove(story, act, to).map((view) =>
        placed(
          { creator: act.interface, view, property: 'position', checkpoint: act.checkpoint },
          positionInStory(view, story, act.checkpoint),
        ),
      ),
    ),
    ...failedActs(story, needed),
  ])
}

/** C-073: what this observer showed before the apply, later checkpoints included, it still shows. */
function keepsOthers(story: VmStory, act: Restore, view: View): Judgement {
  const place = { creator: act.interface, view, property: 'visibility' } as const
  const before = story.views.findLast((earlier) => earlier.interface === view.interface && earlier.stage < act.stage)
  const gone = removedAt(story, view)
  const earlier =
    before === undefined
      ? [...madeIn(story).values()].filter((made) => made.act.stage <= act.stage).map(({ checkpoint }) => checkpoint)
      : [...checkpointsById(before).keys()]
  const expected = earlier.filter((id) => !gone.has(id)).toSorted()
  const kept = expected.filter((id) => checkpointsById(view).has(id))
  return placed(place, keptAnswer(act, view, expected, kept))
}

function keptAnswer(act: Restore, view: View, expected: readonly Guid[], kept: readonly Guid[]): Answer {
  const rests = [act.id, view.id]
  // Who is shown nothing of what exists cannot show that all of it is kept.
  if (expected.length === 0 && !view.witness) return unjudged('inconclusive', because('no-witness'), rests)
  if (kept.length === expected.length) return met(expected, kept, rests)
  const absence = absenceIn(view, act.interface)
  if (absence.kind === 'unproven') return unjudged(absence.answer, absence.reason, rests, expected)
  return unmet(
    expected,
    kept,
    rests,
    because('missing', `${expected.length - kept.length} of ${expected.length} checkpoints are not shown after the apply.`),
  )
}

/** C-009: create with nothing but the VM, then restore that one, both through SCVMM. */
function scvmmAlone(story: VmStory): readonly Judgement[] {
  const made = madeIn(story)
  const isOwn = (act: Act): boolean =>
    act.checkpoint !== null &&
    isScvmm(act.interface) &&
    made.get(act.checkpoint)?.creator === act.interface &&
    isNameless(made.get(act.checkpoint)!.act)
  const done = restores(story, isScvmm)
    .filter(isOwn)
    .map((act) => ({
      cell: { creator: act.interface, observer: act.interface, property: 'position' as const },
      vm: story.vm,
      checkpoint: act.checkpoint,
      ...met('created and restored', 'created and restored', [made.get(act.checkpoint)!.act.id, act.id]),
    }))
  const toItself = { property: 'position', from: isScvmm, to: isScvmm, refused: 'unmet' } as const
  return [
    ...done,
    ...failedActs(story, { ...toItself, actions: ['create'], wants: isNameless }),
    ...failedActs(story, { ...toItself, actions: ['restore'], wants: isOwn }),
  ]
}
