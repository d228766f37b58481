import { SnapcheckError } from '../../foundation/errors.ts'
import { jobStates } from '../../products/hyperv-wmi/job-states.ts'
import type { WsManClient } from '../../protocols/wsman/client/wsManClient.ts'
import type { CimInstance } from '../../protocols/wsman/codec/instance.ts'
import type { Reference } from '../../protocols/wsman/codec/reference.ts'
import { waitFor, type Waiting } from '../waiting.ts'

/**
 * Waits for the end of a job, read by its own reference: its class differs by service (ws-man.md section 7, recorded).
 * @throws SNAPCHECK_PRODUCT_REFUSED with ErrorCode or, where there is none, JobState as `productCode`; SNAPCHECK_JOB_TIMEOUT
 */
export async function jobEnded(client: WsManClient, waiting: Waiting, job: Reference, operation: string): Promise<void> {
  const ended = await waitFor(waiting, `the end of ${operation}`, client.label, async () => {
    const seen = await client.get(job)
    if (seen === null) throw vanished(client.label, operation)
    return jobStates[numberOf(seen, 'JobState')]?.phase === 'going on' ? undefined : seen
  })
  const state = numberOf(ended, 'JobState')
  const errorCode = numberOf(ended, 'ErrorCode')
  if (jobStates[state]?.phase === 'succeeded' && errorCode === 0) return
  throw new SnapcheckError('SNAPCHECK_PRODUCT_REFUSED', `The job of ${operation} failed on ${client.label}.`, {
    place: client.label,
    observed: [
      `JobState ${state} (${jobStates[state]?.name ?? 'unknown'})`,
      `ErrorCode ${errorCode}`,
      String(ended.properties.get('ErrorDescription') ?? ''),
    ]
      .filter(Boolean)
      .join(', '),
    expected: 'JobState 7 (Completed), ErrorCode 0',
    productCode: String(errorCode === 0 ? state : errorCode),
    next: 'Look the code up; the evidence holds the job.',
  })
}

/** Null counts as 0: a job that has not failed has no ErrorCode. */
function numberOf(job: CimInstance, property: string): number {
  return Number(job.properties.get(property) ?? 0)
}

/** A host forgets finished jobs after five minutes (documented): how this one ended cannot be told any more. */
function vanished(label: string, operation: string): SnapcheckError {
  return new SnapcheckError('SNAPCHECK_PROTOCOL', `The job of ${operation} is gone from ${label} before its end was seen.`, {
    place: label,
    expected: 'a job that stays for five minutes after its end',
  })
}
