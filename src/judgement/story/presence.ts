import { productOf, type InterfaceId } from '../../checkpoint/interface-id.ts'
import type { Guid } from '../../checkpoint/guid.ts'
import type { CheckpointView, View } from '../observation.ts'
import { because } from '../because.ts'
import { reasons } from '../outcome.ts'
import type { Reason } from '../verdict.ts'
import { checkpointsById } from './index-views.ts'

/** Whether a view shows a checkpoint; `absent` only where that proves something. */
export type Presence =
  | { readonly kind: 'seen'; readonly row: CheckpointView }
  | { readonly kind: 'absent' }
  | { readonly kind: 'unproven'; readonly answer: 'inconclusive' | 'not-run' | 'error'; readonly reason: Reason }

/** @param actor who made the change that the view must show; its own product needs not wait for anything. */
export function presenceOf(view: View, checkpoint: Guid, actor: InterfaceId): Presence {
  const row = checkpointsById(view).get(checkpoint)
  return row === undefined ? absenceIn(view, actor) : { kind: 'seen', row }
}

/** Absence is judged only with a witness, and not where the product may not have looked yet (design section 1). */
export function absenceIn(view: View, actor: InterfaceId): Exclude<Presence, { kind: 'seen' }> {
  if (view.settled === 'unreadable') return { kind: 'unproven', answer: 'error', reason: because('unreadable', unreadableSentence(view)) }
  if (view.settled === 'file') return { kind: 'unproven', answer: 'not-run', reason: because('not-in-file') }
  if (!view.witness) return { kind: 'unproven', answer: 'inconclusive', reason: because('no-witness') }
  if (isStillAwaited(view, actor)) return { kind: 'unproven', answer: 'inconclusive', reason: because('awaited-in-vain') }
  return { kind: 'absent' }
}

function unreadableSentence({ failure }: View): string {
  return failure === undefined ? reasons.unreadable : `${reasons.unreadable} ${failure.code}: ${failure.sentence}`
}

/** True where the wait for somebody else's change ended without it. What a product did itself it knows at once. */
export function isStillAwaited(view: View, actor: InterfaceId): boolean {
  return view.settled === 'awaited-in-vain' && productOf[view.interface] !== productOf[actor]
}
