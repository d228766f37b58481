import { datetimeOf, intervalOf } from '../../../../protocols/wsman/codec/datetime.ts'
import { worldRules } from '../../../world/rules.ts'
import { jobTypes, type HostJob, type JobState, type JobType } from '../../../world/jobs.ts'
import type { HostView } from '../host-view.ts'
import { computerSystemReference, jobReference, settingsReference } from './references.ts'
import type { Row } from './row.ts'
import type { Rows } from './rows.ts'

/** Names of the JobType values (documented); what Caption and JobStatus of a real job say is unknown. */
const titles: Readonly<Record<JobType, string>> = {
  [jobTypes.modify]: 'Modifying Virtual Machine',
  [jobTypes.start]: 'Start Virtual Machine',
  [jobTypes.powerOff]: 'Power Off Virtual Machine',
  [jobTypes.save]: 'Save Virtual Machine',
  [jobTypes.restore]: 'Restore Virtual Machine',
  [jobTypes.pause]: 'Pause Virtual Machine',
  [jobTypes.resume]: 'Resume Virtual Machine',
  [jobTypes.backup]: 'Backup Virtual Machine',
  [jobTypes.create]: 'Snapshot Virtual Machine',
  [jobTypes.apply]: 'Apply Snapshot',
  [jobTypes.destroy]: 'Delete Snapshot',
}
const statuses: Readonly<Record<JobState, string>> = { 4: 'Job is running', 7: 'Job has completed successfully', 10: 'Job has failed' }

export const concreteJobs: Rows = (view) => view.jobs().map((job) => jobRow(job, view))

function jobRow(job: HostJob, view: HostView): Row {
  const title = titles[job.jobType]
  const isOver = job.finishedAt !== null
  return {
    Cancellable: false,
    Caption: title,
    DeleteOnCompletion: false,
    Description: title,
    ElapsedTime: intervalOf((job.finishedAt ?? view.world.clock.now()) - job.startedAt),
    ElementName: title,
    ErrorCode: job.errorCode,
    ErrorDescription: job.errorDescription,
    ErrorSummaryDescription: job.errorDescription,
    HealthState: job.state === 10 ? 25 : 5,
    InstanceID: job.id,
    JobRunTimes: 1,
    JobState: job.state,
    JobStatus: statuses[job.state],
    JobType: job.jobType,
    LocalOrUtcTime: 2,
    Name: title,
    OperationalStatus: [2],
    PercentComplete: isOver ? 100 : 0,
    StartTime: datetimeOf(job.startedAt),
    Status: 'OK',
    StatusDescriptions: ['OK'],
    TimeBeforeRemoval: intervalOf(worldRules.jobKept.value),
    TimeOfLastStateChange: datetimeOf(job.finishedAt ?? job.startedAt),
    TimeSubmitted: datetimeOf(job.startedAt),
  }
}

/** Rows of every job that is kept, finished ones too (recorded). */
export const affectedJobElements: Rows = (view) =>
  view.jobs().flatMap((job) =>
    job.affected
      .filter(({ kind, id }) => kind === 'vm' || view.checkpoint(id) !== undefined)
      .map(({ kind, id, effect }) => ({
        AffectedElement: kind === 'vm' ? computerSystemReference(id) : settingsReference(id),
        AffectingElement: jobReference(job.id),
        ElementEffects: [effect],
      })),
  )
