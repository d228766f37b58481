import { because } from '../because.ts'
import type { View } from '../observation.ts'
import type { Rule } from '../rule.ts'
import { checkpointsById } from '../story/index-views.ts'
import { isAny, madeIn } from '../story/made.ts'
import { isStillAwaited } from '../story/presence.ts'
import type { VmStory } from '../story/timeline.ts'
import type { Judgement } from '../verdict.ts'
import { metIf, unjudged } from './builders/answers.ts'
import { failedActs } from './builders/failed-acts.ts'
import { perVm, placed } from './builders/views.ts'

export const sharedNameRules: readonly Rule[] = [perVm('C-035', sharedInVm)]

/** C-035: both of two namesakes of one VM are listed, each under a GUID of its own. */
function sharedInVm(story: VmStory): readonly Judgement[] {
  const byName = Map.groupBy(
    [...madeIn(story).values()].filter(({ act }) => act.intended.name !== undefined),
    ({ act }) => act.intended.name!,
  )
  const pairs = [...byName].filter(([, made]) => made.length > 1)
  const refusals = failedActs(story, {
    property: 'name',
    from: isAny,
    to: isAny,
    actions: ['create'],
    wants: (act) => byName.has(act.intended.name ?? ''),
    refused: 'unmet',
  })
  const looks = pairs.flatMap(([name, made]) =>
    story.views
      .filter((view) => made.every(({ act }) => act.stage <= view.stage))
      .flatMap((view) =>
        namesakes(
          story,
          view,
          name,
          made.map(({ checkpoint }) => checkpoint).filter((id) => isStillCalled(story, view, id, name)),
          made[0]!.creator,
        ),
      ),
  )
  return [...looks, ...refusals]
}

function isStillCalled({ acts }: VmStory, view: View, id: View['vm'], name: string): boolean {
  return !acts.some(
    (act) =>
      act.checkpoint === id &&
      act.stage <= view.stage &&
      (act.action === 'remove' || (act.action === 'rename' && act.intended.name !== name)),
  )
}

function namesakes(story: VmStory, view: View, name: string, ids: readonly View['vm'][], maker: View['interface']): readonly Judgement[] {
  if (ids.length < 2) return []
  const rows = ids.map((id) => checkpointsById(view).get(id))
  const place = { creator: maker, view, property: 'name' } as const
  const rests = [...story.acts.filter((act) => act.action === 'create' && act.intended.name === name).map((act) => act.id), view.id]
  if (rows.some((row) => row === undefined)) return [placed(place, unjudged('not-run', because('not-visible'), rests))]
  const names = rows.map((row) => row?.observations.name?.raw ?? null)
  const areSame = names.every((shown) => shown === name)
  if (!areSame && isStillAwaited(view, maker)) return [placed(place, unjudged('inconclusive', because('awaited-in-vain'), rests))]
  return [
    placed(
      place,
      metIf(
        areSame,
        ids.map(() => name),
        names,
        rests,
      ),
    ),
  ]
}
