import { vmmErrors } from '../../products/spf/errors.ts'
import type { HostJob } from '../world/jobs.ts'
import type { Started } from '../world/operations/context.ts'
import type { VmmContext } from './context.ts'
import type { VmmFailure, VmmJob, VmmVm } from './model.ts'

/** Either the job that does it, or why VMM does not even begin. */
export type VmmStarted = { readonly job: VmmJob; readonly refusal?: undefined } | { readonly refusal: VmmFailure; readonly job?: undefined }

export interface VmmJobPlan {
  readonly cmdlet: string
  readonly vm: VmmVm
  /** VMM's ID of the checkpoint that it makes or changes; left out where that is the VM. */
  readonly checkpoint?: string
  /** Does the work and calls `end` once; at the earliest when VMM has handed the work on. */
  readonly work: (end: (failure: VmmFailure | null) => void) => void
}

/** Milliseconds between the start of a job and its first call to the host; assumed, no recording gives it. */
const dispatchDelay = 300

/**
 * Starts a job, which locks its VM: a second one is refused with 2606 (C-113). That a VM in the library is refused with 1730
 * is assumed; that it is refused is documented (C-086).
 */
export function startJob(context: VmmContext, plan: VmmJobPlan): VmmStarted {
  const { database, clock, effects } = context
  const refusal = effects.vmmRefuses(refusalOf(context, plan))
  if (refusal !== undefined) return { refusal }
  const job: VmmJob = {
    id: context.nextId('job'),
    cmdlet: plan.cmdlet,
    vm: plan.vm.id,
    result: plan.checkpoint === undefined ? { type: 'VM', id: plan.vm.id } : { type: 'VMSnapshot', id: plan.checkpoint },
    status: 'Running',
    startTime: clock.now(),
    endTime: null,
    error: null,
  }
  database.putJob(job)
  database.putVm({ ...plan.vm, mostRecentTask: job.id })
  const end = (failure: VmmFailure | null): void =>
    database.putJob({ ...job, status: failure === null ? 'Completed' : 'Failed', endTime: clock.now(), error: failure })
  clock.schedule(clock.now() + dispatchDelay, () => plan.work(end))
  return { job }
}

function refusalOf({ database }: VmmContext, { vm }: VmmJobPlan): VmmFailure | undefined {
  const locked = database.jobs().some((job) => job.vm === vm.id && job.status === 'Running')
  const error = vm.state === 'stored' ? vmmErrors.invalidState : locked ? vmmErrors.locked : undefined
  return error && { code: error.code, problem: error.gist }
}

/**
 * Follows an operation of the host to its end. A refusal or a failed job becomes 12711, whose text holds the host's
 * (semantics.md section 3.6).
 */
export function onHost(started: Started, whenDone: (result: HostJob | VmmFailure) => void): void {
  if (started.refusal !== undefined) return whenDone(hostFailure(started.refusal.why))
  started.job.whenDone((job) => whenDone(job.state === 7 ? job : hostFailure(job.errorDescription)))
}

export function isFailure(result: HostJob | VmmFailure): result is VmmFailure {
  return 'problem' in result
}

export function hostFailure(text: string): VmmFailure {
  return { code: vmmErrors.hostOperationFailed.code, problem: `${vmmErrors.hostOperationFailed.gist} ${text}` }
}
