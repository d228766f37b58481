import type { Act, CheckpointView, View } from '../../observation.ts'
import type { Rule } from '../../rule.ts'
import { existingAt, type Made } from '../../story/made.ts'
import { presenceOf, type Presence } from '../../story/presence.ts'
import { vmStories, type VmStory } from '../../story/timeline.ts'
import type { Judgement } from '../../verdict.ts'
import { because } from '../../because.ts'
import { unjudged, type Answer } from './answers.ts'
import { failedActs, type NeededActs } from './failed-acts.ts'

/** A checkpoint that the story made, and one look at which it must be seen. */
export interface Sighting {
  readonly story: VmStory
  readonly made: Made
  readonly view: View
}

export interface SeenSighting extends Sighting {
  readonly row: CheckpointView
}

interface CrossingBase extends Omit<NeededActs, 'actions'> {
  readonly claim: string
  /** Creates only, unless the claim is about another act. */
  readonly actions?: NeededActs['actions']
}

/** A claim about a property of what one interface made and another one shows; the filters are on their products. */
export interface Crossing extends CrossingBase {
  /** Undefined where the sighting does not touch the claim. */
  readonly judge: (seen: SeenSighting) => Answer | undefined
  /** What to say where the checkpoint is not seen; by default that nothing else of it can be compared. */
  readonly unseen?: (sighting: Sighting) => Answer | undefined
}

export function crossing({ judge, unseen = notVisible, ...base }: Crossing): Rule {
  return sightingRule(base, (sighting, presence) =>
    presence.kind === 'seen' ? judge({ ...sighting, row: presence.row }) : unseen(sighting),
  )
}

export function notVisible({ made, view }: Sighting): Answer {
  return unjudged('not-run', because('not-visible'), [made.act.id, view.id])
}

/** A claim about visibility itself. */
export interface VisibilityCrossing extends Omit<CrossingBase, 'property'> {
  readonly finding?: (sighting: Sighting) => string | undefined
}

export function visibilityCrossing({ finding, ...base }: VisibilityCrossing): Rule {
  return sightingRule({ ...base, property: 'visibility' }, (sighting, presence) => {
    const { made, view } = sighting
    const rests = [made.act.id]
    switch (presence.kind) {
      case 'seen':
        return {
          answer: 'met',
          expected: made.checkpoint,
          actual: presence.row.id,
          rests: [...rests, presence.row.observations.id?.id ?? view.id],
          ...said(finding?.(sighting)),
        }
      case 'absent':
        return { answer: 'unmet', expected: made.checkpoint, actual: null, rests: [...rests, view.id], reason: because('missing') }
      case 'unproven':
        return unjudged(presence.answer, presence.reason, [...rests, view.id], made.checkpoint)
    }
  })
}

function said(finding: string | undefined): { finding?: string } {
  return finding === undefined ? {} : { finding }
}

function sightingRule(base: CrossingBase, answer: (sighting: Sighting, presence: Presence) => Answer | undefined): Rule {
  return {
    claim: base.claim,
    judge: (story) =>
      vmStories(story).flatMap((part) => [
        ...sightings(part, base).flatMap((sighting) => judgementOf(base, sighting, answer)),
        ...failedActs(part, { actions: ['create'], ...base }),
      ]),
  }
}

function judgementOf(
  { property }: CrossingBase,
  sighting: Sighting,
  answer: (sighting: Sighting, presence: Presence) => Answer | undefined,
): readonly Judgement[] {
  const { made, view } = sighting
  const given = answer(sighting, presenceOf(view, made.checkpoint, made.creator))
  if (given === undefined) return []
  return [{ cell: { creator: made.creator, observer: view.interface, property }, vm: view.vm, checkpoint: made.checkpoint, ...given }]
}

/** A claim about creates alone is about those creates that it wants; others look up which act set what they are about. */
function sightings(story: VmStory, { from, to, wants, actions }: CrossingBase): readonly Sighting[] {
  const wanted = (act: Act): boolean => actions !== undefined || wants?.(act) !== false
  return [...story.views, ...story.blind]
    .filter((view) => to(view.interface))
    .flatMap((view) =>
      existingAt(story, view)
        .filter(({ creator, act }) => from(creator) && wanted(act))
        .map((made) => ({ story, made, view })),
    )
}
