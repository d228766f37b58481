import type { Guid } from '../../../checkpoint/guid.ts'
import type { WorldClock } from '../../clock/world-clock.ts'
import type { HostJob, JobBook } from '../jobs.ts'
import type { Host, VirtualMachine, WorldChange } from '../model.ts'
import { refusals, type Refusal } from '../refusals.ts'
import type { Store } from '../store.ts'

/** What every operation of the host works on. */
export interface OperationContext {
  readonly store: Store
  readonly clock: WorldClock
  readonly jobs: JobBook
  readonly nextCheckpointId: () => Guid
  readonly hostOf: (vm: VirtualMachine) => Host
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
