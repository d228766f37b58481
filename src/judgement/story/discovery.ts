import type { Guid } from '../../checkpoint/guid.ts'
import { productOf } from '../../checkpoint/interface-id.ts'
import type { View } from '../observation.ts'
import { checkpointsById } from './index-views.ts'
import { isHyperV, madeIn } from './made.ts'
import type { VmStory } from './timeline.ts'

/**
 * The stage of the newest create on the host that a view of SCVMM shows: whatever had happened there by then, SCVMM has had
 * its look at. -1 where the view shows none, as before the first create: SCVMM looks at its hosts by itself only now and then.
 */
export function hostKnownUpTo(story: VmStory, view: View): number {
  const shown = checkpointsById(view)
  const stages = [...madeIn(story).values()].flatMap(({ creator, checkpoint, act }) =>
    isHyperV(creator) && shown.has(checkpoint) ? [act.stage] : [],
  )
  return Math.max(-1, ...stages)
}

/** The stage at which this observer first showed the checkpoint, up to and including the view. */
export function firstShown({ views }: VmStory, view: View, checkpoint: Guid): number | undefined {
  return views.find((other) => other.interface === view.interface && other.stage <= view.stage && checkpointsById(other).has(checkpoint))
    ?.stage
}

/** Whether any look at the host has shown it. */
export function shownByHost({ views }: VmStory, checkpoint: Guid): boolean {
  return views.some((view) => productOf[view.interface] === 'hyper-v' && checkpointsById(view).has(checkpoint))
}
