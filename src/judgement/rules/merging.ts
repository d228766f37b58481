import { because } from '../because.ts'
import type { Act, View } from '../observation.ts'
import type { Rule } from '../rule.ts'
import { chainsIn, depthOf } from '../story/disks.ts'
import { isHyperV } from '../story/made.ts'
import type { VmStory } from '../story/timeline.ts'
import type { Judgement } from '../verdict.ts'
import { met, metIf, unmet, type Answer } from './builders/answers.ts'
import { perVm, placed } from './builders/views.ts'

/** OperationalStatus while a layer goes: deleting the snapshot, merging disks (msvm-computersystem, documented). */
const busyStatuses = [32770, 32772]

export const mergingRules: readonly Rule[] = [
  perVm('C-081', (story) => removals(story).flatMap((act) => firstLook(story, act).flatMap((view) => mergingShown(act, view)))),
  perVm('C-082', (story) => removals(story).flatMap((act) => lastLook(story, act).flatMap((view) => mergedLive(story, act, view)))),
]

function removals({ acts }: VmStory): readonly Act[] {
  return acts.filter(({ action, result }) => (action === 'remove' || action === 'remove-subtree') && result === 'done')
}

/** Looks at the host before anything else is done to its checkpoints. */
function looksAfter({ acts, views }: VmStory, act: Act): readonly View[] {
  const next = acts.find(({ stage, result }) => stage > act.stage && result === 'done')
  return views.filter((view) => isHyperV(view.interface) && view.stage > act.stage && (next === undefined || view.stage < next.stage))
}

const firstLook = (story: VmStory, act: Act): readonly View[] => looksAfter(story, act).slice(0, 1)
const lastLook = (story: VmStory, act: Act): readonly View[] => looksAfter(story, act).slice(1).slice(-1)

/** C-081: while a layer is still there, the VM says that it is busy with it. */
function mergingShown(act: Act, view: View): readonly Judgement[] {
  const status = view.observations.operationalStatus
  const isOver = hasMerged(view)
  if (status?.form !== 'value' || isOver === undefined) return []
  const statuses = Array.isArray(status.raw) ? status.raw : [status.raw]
  const isBusy = statuses.some((one) => busyStatuses.includes(Number(one)))
  const rests = [act.id, status.id, view.observations.diskChains!.id]
  return [placed({ creator: act.interface, view, property: 'state' }, statusAnswer(isOver, isBusy, statuses, rests))]
}

function statusAnswer(isOver: boolean, isBusy: boolean, statuses: readonly unknown[], rests: readonly string[]): Answer {
  const actual = statuses.map(Number)
  if (isBusy) return met('32770 or 32772 while a layer is left', actual, rests, 'The job had ended while disks were still merged.')
  if (isOver) return met('32770 or 32772 while a layer is left', actual, rests, 'The disks were merged before anybody looked.')
  return unmet(
    '32770 or 32772 while a layer is left',
    actual,
    rests,
    because('differs', 'A layer is left over and the VM does not say that it merges.'),
  )
}

/** C-082: the layer has gone although the VM was never turned off. */
function mergedLive(story: VmStory, act: Act, view: View): readonly Judgement[] {
  const isOver = hasMerged(view)
  const ran = story.views.filter((other) => isHyperV(other.interface) && other.stage <= view.stage)
  if (isOver === undefined || !ran.every((other) => other.observations.vmState?.normalised === 'running')) return []
  const rests = [act.id, view.observations.diskChains!.id, view.observations.vmState!.id]
  return [
    placed(
      { creator: act.interface, view, property: 'disks' },
      metIf(isOver, 'merged while the VM runs', isOver ? 'merged' : 'not merged', rests),
    ),
  ]
}

/** Undefined where the view does not tell the disks or the tree. */
function hasMerged(view: View): boolean | undefined {
  const [chains, depth] = [chainsIn(view), depthOf(view)]
  return chains === undefined || depth === undefined ? undefined : chains.every((chain) => chain.length === depth + 1)
}
