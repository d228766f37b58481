import { SnapcheckError } from '../../foundation/errors.ts'
import { goodJobStatuses, type Cmdlet } from '../../products/spf/service.ts'
import { isComplex, type Entity } from '../../protocols/odata/codec/edm.ts'
import { textOf } from './rows.ts'
import { guidCondition, rowsWhere, until, type Session } from './session.ts'
import { jobSet } from './sets.ts'

/** What became of the job behind an operation. */
export interface JobOutcome {
  /** `none` where the service shows no job for it. */
  readonly state: 'none' | 'running' | 'completed'
  /** SCVMM's ID of what it has made; undefined too where several such jobs have begun, since nobody can tell whose is whose. */
  readonly result: string | undefined
}

export interface JobWatch {
  /** @throws SNAPCHECK_PRODUCT_REFUSED with VMM's number where the job has failed. */
  outcome(): Promise<JobOutcome>
  /** Waits for the end of the job; where the service goes on to show none, its answer was the end (assumed). */
  ended(): Promise<void>
}

/** How soon after its answer a service lists the job is unknown, so one look that shows none is not believed. */
const looksForJob = 4

/**
 * Watches for the job that an operation starts on a VM: to be called before the operation. SPF answers before the job
 * has ended, so that a failure shows in the Jobs collection only.
 */
export async function watchJob(session: Session, vmRow: Entity, cmdlet: Cmdlet): Promise<JobWatch> {
  const known = new Set((await jobsOf(session, vmRow)).map((job) => textOf(job, 'ID')))
  const outcome = async (): Promise<JobOutcome> => {
    const begun = (await jobsOf(session, vmRow)).filter(
      (candidate) => !known.has(textOf(candidate, 'ID')) && textOf(candidate, 'CmdletName') === cmdlet,
    )
    return outcomeOf(begun, session.transport.label)
  }
  return {
    outcome,
    async ended() {
      let looks = 0
      await until(session, `the end of ${cmdlet}`, async () => {
        const { state } = await outcome()
        if (state === 'running') return undefined
        return state === 'completed' || !(await showsJobs(session)) || ++looks === looksForJob ? true : undefined
      })
    },
  }
}

async function showsJobs(session: Session): Promise<boolean> {
  return (await session.service()).collections.includes(jobSet.name)
}

/** Every job that VMM shows for the VM, of checkpoints and of others (C-112). */
export async function jobsOf(session: Session, vmRow: Entity): Promise<readonly Entity[]> {
  if (!(await showsJobs(session))) return []
  return rowsWhere(session, jobSet, [guidCondition('TargetObjectID', textOf(vmRow, 'ID'))])
}

/** One that has failed fails the operation, whoever began it: what may be ours is not called done. */
function outcomeOf(begun: readonly Entity[], label: string): JobOutcome {
  if (begun.length === 0) return { state: 'none', result: undefined }
  const ended = begun.filter((job) => hasEnded(job, label))
  if (ended.length < begun.length) return { state: 'running', result: undefined }
  return { state: 'completed', result: begun.length === 1 ? textOf(begun[0]!, 'ResultObjectID') : undefined }
}

function hasEnded(job: Entity, label: string): boolean {
  if (job.properties['IsCompleted'] !== true) return false
  const status = textOf(job, 'Status')
  if (goodJobStatuses.some((good) => good.status === status)) return true
  const errorInfo = job.properties['ErrorInfo'] ?? null
  const code = isComplex(errorInfo) ? String(errorInfo['DisplayableErrorCode'] ?? '') : ''
  const cmdlet = textOf(job, 'CmdletName')
  throw new SnapcheckError(
    'SNAPCHECK_PRODUCT_REFUSED',
    `${label}: the job ${cmdlet} ended as ${status}, VMM error ${code === '' ? 'not stated' : code}.`,
    {
      place: `${label}: job ${textOf(job, 'ID')}`,
      observed: `${status}, VMM error ${code}`,
      expected: goodJobStatuses.map((good) => good.status).join(' or '),
      next: 'look at the job in SCVMM',
      ...(code === '' ? {} : { productCode: code }),
    },
  )
}
