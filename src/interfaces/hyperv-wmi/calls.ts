import { SnapcheckError } from '../../foundation/errors.ts'
import { wmiClasses } from '../../products/hyperv-wmi/classes.ts'
import { accessDenied, completed, jobStarted, returnCodes } from '../../products/hyperv-wmi/return-codes.ts'
import { isReference } from '../../protocols/wsman/client/associations.ts'
import type { WsManClient } from '../../protocols/wsman/client/wsManClient.ts'
import type { MethodParameter, ParameterTypes } from '../../protocols/wsman/codec/invoke.ts'
import type { Reference } from '../../protocols/wsman/codec/reference.ts'
import type { CimValue } from '../../protocols/wsman/codec/value.ts'
import { serviceReference } from './objects.ts'
import type { Waiting } from '../waiting.ts'
import { jobEnded } from './jobs.ts'

export interface Call {
  /** Class that has the method. */
  readonly className: string
  /** Left out for a singleton service. */
  readonly on?: Reference
  readonly method: string
  readonly parameters: readonly MethodParameter[]
}

export interface CallResult {
  readonly out: ReadonlyMap<string, CimValue>
  /** The job that has ended; undefined where the host did it at once. */
  readonly job: Reference | undefined
}

/**
 * Calls a method and waits for its job. A host says "no" in ReturnValue, in an ordinary answer (ws-man.md
 * section 7). @throws SNAPCHECK_PRODUCT_REFUSED, SNAPCHECK_ACCESS_DENIED (32769), SNAPCHECK_JOB_TIMEOUT
 */
export async function call(client: WsManClient, waiting: Waiting, { className, on, method, parameters }: Call): Promise<CallResult> {
  const target = on ?? serviceReference(className)
  const out = await client.invoke({ on: target, method, parameters, types: typesOf(className) })
  const code = Number(out.get('ReturnValue') ?? Number.NaN)
  if (code === completed) return { out, job: undefined }
  if (code !== jobStarted) throw refused(client.label, method, code)
  const job = out.get('Job')
  if (!isReference(job)) throw refused(client.label, method, code)
  await jobEnded(client, waiting, job, method)
  return { out, job }
}

function typesOf(className: string): ParameterTypes {
  const methods = wmiClasses.find(({ name }) => name === className)?.methods
  return (method, parameter) => (methods?.[method]?.out[parameter] === 'uint32' ? { type: 'uint32', array: false } : undefined)
}

function refused(label: string, method: string, code: number): SnapcheckError {
  const known = Number.isNaN(code) ? 'no ReturnValue' : `ReturnValue ${code} (${returnCodes[code]?.name ?? 'reserved'})`
  const kind =
    code === accessDenied
      ? 'SNAPCHECK_ACCESS_DENIED'
      : Number.isNaN(code) || code === jobStarted
        ? 'SNAPCHECK_PROTOCOL'
        : 'SNAPCHECK_PRODUCT_REFUSED'
  return new SnapcheckError(kind, `${label} refused ${method}.`, {
    place: label,
    observed: code === jobStarted ? `${known} without a Job` : known,
    expected: 'ReturnValue 0, or 4096 with a Job',
    ...(Number.isNaN(code) ? {} : { productCode: String(code) }),
    next: 'Look the code up; the evidence holds the exchange.',
  })
}
