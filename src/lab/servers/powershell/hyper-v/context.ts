import { hyperVCommandClass, hyperVErrors } from '../../../../products/powershell/hyper-v/errors.ts'
import { hyperVModule } from '../../../../products/powershell/hyper-v/module.ts'
import type { WorldClock } from '../../../clock/world-clock.ts'
import type { Started } from '../../../world/operations/context.ts'
import { refusals, type Refusal } from '../../../world/refusals.ts'
import type { HostView } from '../../wsman/host-view.ts'
import { failed, type Answer } from '../answer.ts'
import type { Call } from '../call.ts'
import { until } from '../waiting.ts'

export interface HyperVContext {
  readonly view: HostView
  readonly clock: WorldClock
}

export function hyperVError({ cmdlet }: Call, error: keyof typeof hyperVErrors, message: string): Answer {
  const { id, category } = hyperVErrors[error]
  return failed({ id: `${id},${hyperVCommandClass(cmdlet)}`, category, exception: hyperVModule.exception, message })
}

/** Follows the operation of the host to its end. @returns why it failed. */
export async function failureOf({ clock }: HyperVContext, { job, refusal }: Started): Promise<string | undefined> {
  if (refusal !== undefined) return refusal.why
  await until(clock, () => job.state !== 4)
  return job.state === 7 ? undefined : job.errorDescription
}

const invalidArgument: readonly Refusal[] = [refusals['blank-name'], refusals['long-name']]

/** What is said of a failure: a bad name as an argument, all else as an operation. */
export function refusedBy(call: Call, why: string): Answer {
  return hyperVError(call, invalidArgument.some((refusal) => refusal.why === why) ? 'invalidArgument' : 'failed', why)
}
