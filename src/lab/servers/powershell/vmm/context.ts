import { vmmCommandClass, vmmErrorCategory } from '../../../../products/powershell/vmm/errors.ts'
import { vmmModule } from '../../../../products/powershell/vmm/module.ts'
import type { WorldClock } from '../../../clock/world-clock.ts'
import type { VmmStarted } from '../../../vmm/jobs.ts'
import type { VmmFailure, VmmJob } from '../../../vmm/model.ts'
import type { VmmServer } from '../../../vmm/server.ts'
import { failed, variable, type Answer } from '../answer.ts'
import { isSet, textOf, type Call } from '../call.ts'
import { until } from '../waiting.ts'
import { jobObject } from './objects.ts'

export interface VmmCmdletContext {
  readonly vmm: VmmServer
  readonly clock: WorldClock
}

/** Of every cmdlet that is a job. */
export const jobParameters = ['VMMServer', 'RunAsynchronously', 'JobVariable'] as const

export function vmmError({ cmdlet }: Call, { code, problem }: VmmFailure): Answer {
  return failed({ id: `${code},${vmmCommandClass(cmdlet)}`, category: vmmErrorCategory, exception: vmmModule.exception, message: problem })
}

/**
 * What a cmdlet says of the job that it has started: the variable is set when it returns, at once where it is asynchronous.
 * @param result what it puts out.
 */
export async function follow(
  { vmm, clock }: VmmCmdletContext,
  call: Call,
  { job, refusal }: VmmStarted,
  result: () => readonly Answer[],
): Promise<readonly Answer[]> {
  if (refusal !== undefined) return [vmmError(call, refusal)]
  const now = (): VmmJob => vmm.job(job.id)!
  if (!isSet(call, 'RunAsynchronously')) await until(clock, () => now().status !== 'Running')
  const { error } = now()
  const name = textOf(call, 'JobVariable')
  const told = name === undefined ? [] : [variable(name, jobObject(vmm, now()))]
  return [...told, ...(error === null ? result() : [vmmError(call, error)])]
}
