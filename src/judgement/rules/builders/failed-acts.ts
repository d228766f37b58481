import type { InterfaceId } from '../../../checkpoint/interface-id.ts'
import type { Act, Action } from '../../observation.ts'
import type { VmStory } from '../../story/timeline.ts'
import type { CellProperty, Judgement } from '../../verdict.ts'
import { because } from '../../because.ts'
import { unjudged, unmet, type Answer } from './answers.ts'

/** Which acts a claim needs, and what it means for the claim when the product refuses one. */
export interface NeededActs {
  readonly property: CellProperty
  readonly from: (actor: InterfaceId) => boolean
  readonly to: (observer: InterfaceId) => boolean
  readonly actions: readonly Action[]
  readonly wants?: (act: Act) => boolean
  /** `unmet` where the claim itself says that the act is possible. */
  readonly refused?: 'unmet'
}

/**
 * The cells that an act leaves open because it failed: one per observer that takes part in the story. Where the story only
 * asked whether the product does it, the refusal is an answer, which the rules about refusals judge.
 */
export function failedActs(story: VmStory, needed: NeededActs): readonly Judgement[] {
  const failed = story.acts.filter(
    (act) =>
      act.result !== 'done' &&
      isOpen(act) &&
      needed.actions.includes(act.action) &&
      needed.from(act.interface) &&
      needed.wants?.(act) !== false,
  )
  return failed.flatMap((act) =>
    observersOf(story, act)
      .filter(needed.to)
      .map((observer) => ({
        cell: { creator: act.interface, observer, property: needed.property },
        vm: story.vm,
        checkpoint: act.checkpoint,
        ...answerTo(act, needed),
      })),
  )
}

function isOpen({ attempted, failure }: Act): boolean {
  return attempted !== true || failure?.code === 'SNAPCHECK_CANNOT_CARRY'
}

/** Where nobody came to look, at least the actor itself would have. */
function observersOf(story: VmStory, act: Act): readonly InterfaceId[] {
  return [...new Set([...story.views.map((view) => view.interface), act.interface])].toSorted()
}

function answerTo(act: Act, { refused }: NeededActs): Answer {
  const sentence = `${act.title}: ${act.failure?.sentence ?? 'the action failed'}`
  if (act.result === 'unsupported') {
    const code = act.failure?.code === 'SNAPCHECK_CANNOT_CARRY' ? 'cannot-carry' : 'no-way-to-write'
    return unjudged('unsupported', because(code, act.failure?.sentence), [act.id])
  }
  if (act.failure?.isFault === true) return unjudged('error', because('act-failed', sentence), [act.id])
  if (refused === 'unmet') return unmet('done', 'refused', [act.id], because('act-failed', sentence))
  return unjudged('not-run', because('act-failed', sentence), [act.id])
}
