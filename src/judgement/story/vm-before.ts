import type { Json } from '../../foundation/json.ts'
import type { VmState } from '../../checkpoint/vm.ts'
import { isHyperV } from './made.ts'
import type { VmStory } from './timeline.ts'

/** One setting, by name and by number (C-046; semantics.md section 2.1, documented). */
const checkpointTypes: readonly (readonly Json[])[] = [
  [2, 'Disabled', 'Disable'],
  [3, 'Production', 'ProductionFallbackToTest'],
  [4, 'ProductionOnly', 'ProductionNoFallback'],
  [5, 'Standard', 'Test'],
]

/** The number that a product's word for a CheckpointType stands for. */
export function checkpointTypeNumber(raw: Json): Json | undefined {
  return checkpointTypes.find((names) => names.includes(raw) || names.includes(Number(raw)))?.[0]
}

/** The VM's own setting before a stage: the last that the story set, or that Hyper-V showed since; undefined where neither tells. */
export function checkpointTypeBefore({ acts, views }: VmStory, stage: number): Json | undefined {
  const set = acts.findLast((act) => act.action === 'set-checkpoint-type' && act.result === 'done' && act.stage < stage)
  const seen = views.findLast(
    (view) => isHyperV(view.interface) && view.stage < stage && view.observations.checkpointType?.form === 'value',
  )
  if (set !== undefined && set.stage > (seen?.stage ?? -1)) return set.intended.checkpointType
  return seen === undefined ? undefined : checkpointTypeNumber(seen.observations.checkpointType!.raw)
}

/** The VM's state before a stage, likewise; an apply in between leaves it unknown. */
export function vmStateBefore({ acts, views }: VmStory, stage: number): VmState | undefined {
  const changed = acts.findLast(
    (act) => (act.action === 'set-vm-state' || act.action === 'restore') && act.result === 'done' && act.stage < stage,
  )
  const seen = views.findLast((view) => isHyperV(view.interface) && view.stage < stage && view.observations.vmState?.form === 'value')
  if (changed !== undefined && changed.stage > (seen?.stage ?? -1)) return changed.intended.vmState
  return seen?.observations.vmState?.normalised as VmState | undefined
}
