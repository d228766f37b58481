import type { Guid } from '../../../checkpoint/guid.ts'
import type { WorldClock } from '../../clock/world-clock.ts'
import type { HostEffects } from '../effects.ts'
import type { HostJob, JobBook, JobType } from '../jobs.ts'
import type { Host, VirtualMachine, WorldChange } from '../model.ts'
import { refusals, type Refusal } from '../refusals.ts'
import type { Store } from '../store.ts'
import type { WorldSwitches } from '../switches.ts'

/** What every operation of the host works on. */
export interface OperationContext {
  readonly store: Store
  readonly clock: WorldClock
  readonly jobs: JobBook
  readonly switches: WorldSwitches
  readonly nextCheckpointId: () => Guid
  /** For the files of new differencing disks. */
  readonly nextDiskId: () => string
  readonly hostOf: (vm: VirtualMachine) => Host
  readonly effects: HostEffects
  readonly notify: (change: WorldChange) => void
}

/** Either the job that does it, or why the host does not even begin. */
export type Started = { readonly job: HostJob; readonly refusal?: undefined } | { readonly refusal: Refusal; readonly job?: undefined }

export function refused(reason: keyof typeof refusals): Started {
  return { refusal: refusals[reason] }
}

/** One checkpoint job of a VM at a time (see refusal `vm-busy`); a rename does not get in the way of any. */
export function isBusy(context: OperationContext, vm: Guid): boolean {
  return context.jobs.all().some((job) => job.vm === vm && job.state === 4 && job.jobType !== 2)
}

/** Fails as a job does that has begun: nothing of its work is done. */
export function failing(
  { jobs }: OperationContext,
  jobType: JobType,
  vm: Guid,
  durationMs: number,
  reason: keyof typeof refusals,
): Started {
  const { code, why } = refusals[reason]
  return { job: jobs.start({ jobType, vm, durationMs, work: () => ({ code, description: why }) }) }
}
