import type { Guid } from '../../../checkpoint/guid.ts'
import { because } from '../../because.ts'
import type { Act, View } from '../../observation.ts'
import type { Rule } from '../../rule.ts'
import { checkpointsById } from '../../story/index-views.ts'
import { isStillAwaited } from '../../story/presence.ts'
import type { VmStory } from '../../story/timeline.ts'
import type { CellProperty, Judgement } from '../../verdict.ts'
import { met, unjudged, unmet, type Answer } from './answers.ts'
import { perVm, placed } from './views.ts'

/** A claim that a product refuses something, and that nothing is left of it. */
export interface Refusing {
  readonly claim: string
  readonly property: CellProperty
  readonly wants: (act: Act, story: VmStory) => boolean
}

/** Every create that the claim wants refused, and what each observer lists afterwards. */
export function refusing({ claim, property, wants }: Refusing): Rule {
  return perVm(claim, (story) =>
    story.acts
      .filter((act) => wants(act, story))
      .flatMap((act) => [ofAct(act, property, mustRefuse(act)), ...leftNothing(story, act, property)]),
  )
}

/** The judgement of an act itself: whoever did it is the one who saw how it ended. */
export function ofAct(act: Act, property: CellProperty, answer: Answer): Judgement {
  return {
    cell: { creator: act.interface, observer: act.interface, property },
    vm: act.vm,
    checkpoint: act.checkpoint,
    ...answer,
  }
}

export function mustRefuse(act: Act): Answer {
  if (act.result === 'done') return unmet('refused', 'done', [act.id], because('differs', `${act.title}: the product did it.`))
  return isRefused(act) ? met('refused', 'refused', [act.id], refusalOf(act)) : noAnswer(act)
}

export function mustDo(act: Act): Answer {
  if (act.result === 'done') return met('done', 'done', [act.id])
  return isRefused(act) ? unmet('done', 'refused', [act.id], because('act-failed', refusalOf(act))) : noAnswer(act)
}

export function isRefused({ result, failure }: Act): boolean {
  return result === 'failed' && failure?.isFault !== true
}

/** The product's own code, because its words are localised. */
export function refusalOf({ failure }: Act): string {
  return `Refused with code ${failure?.productCode ?? 'none'}.`
}

/** Nobody refused: the interface has no way, or something broke. */
function noAnswer(act: Act): Answer {
  const sentence = act.failure?.sentence
  if (act.result === 'unsupported') {
    const code = act.failure?.code === 'SNAPCHECK_CANNOT_CARRY' ? 'cannot-carry' : 'no-way-to-write'
    return unjudged('unsupported', because(code, sentence), [act.id])
  }
  return unjudged('error', because('act-failed', sentence), [act.id])
}

/** What each observer lists after a refused create, before anything else is tried, is what it listed before. */
export function leftNothing(story: VmStory, act: Act, property: CellProperty): readonly Judgement[] {
  if (!isRefused(act)) return []
  const next = story.acts.find((other) => other.stage > act.stage)
  return story.views
    .filter((view) => view.stage > act.stage && (next === undefined || view.stage < next.stage))
    .flatMap((view) => {
      const before = lastLook(story, view, act)
      return before === undefined ? [] : [placed({ creator: act.interface, view, property }, sameList(act, before, view))]
    })
}

/** The observer's last look before the act, if nothing was made or removed in between. */
function lastLook({ acts, views }: VmStory, view: View, act: Act): View | undefined {
  const before = views.findLast((other) => other.interface === view.interface && other.stage < act.stage)
  const isOld = acts.some(
    (other) => other.stage > (before?.stage ?? -1) && other.stage < act.stage && other.result === 'done' && changesList(other),
  )
  return isOld ? undefined : before
}

function changesList({ action }: Act): boolean {
  return action === 'create' || action === 'remove' || action === 'remove-subtree'
}

function sameList(act: Act, before: View, after: View): Answer {
  const [was, is]: readonly (readonly Guid[])[] = [before, after].map((view) => [...checkpointsById(view).keys()].toSorted())
  const rests = [act.id, before.id, after.id]
  if (was!.join() === is!.join()) return met(was!, is!, rests)
  if (isStillAwaited(after, act.interface)) return unjudged('inconclusive', because('awaited-in-vain'), rests, was!)
  return unmet(was!, is!, rests, because('differs', `${is!.length} checkpoints are listed after the refusal, ${was!.length} before it.`))
}
