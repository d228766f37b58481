import type { Guid } from '../../../checkpoint/guid.ts'
import type { Status } from '../../../checkpoint/measurement.ts'
import { isSnapcheckError } from '../../../foundation/errors.ts'
import { principalHeader } from '../../../products/spf/service.ts'
import type { HttpRequest, HttpResponse } from '../../../protocols/http/transport.ts'
import { formatResourcePath } from '../../../protocols/odata/codec/key.ts'
import type { Entity } from '../../../protocols/odata/codec/edm.ts'
import { formats } from '../../../protocols/odata/codec/formats.ts'
import { requireCheckpoint, requireVm, textOf } from '../rows.ts'
import { keyOf, type Session } from '../session.ts'
import { checkpointSet } from '../sets.ts'

/** A checkpoint of our own, on which a probe works. */
export interface Probed {
  readonly session: Session
  readonly vmRow: Entity
  readonly row: Entity
}

export async function probed(session: Session, vm: Guid, checkpoint: Guid): Promise<Probed> {
  const vmRow = await requireVm(session, vm)
  return { session, vmRow, row: await requireCheckpoint(session, vmRow, checkpoint) }
}

export function pathOf({ session, row }: Probed): string {
  return formatResourcePath({ name: checkpointSet.name, key: keyOf(session, textOf(row, 'ID')) })
}

/** JSON with all metadata, as the documented samples are (C-102). */
const json = formats['json-full'].mediaType

/** What every request of ours says; a probe leaves out what it is about. */
export const usualHeaders: Readonly<Record<string, string>> = {
  dataserviceversion: '3.0',
  maxdataserviceversion: '3.0',
  [principalHeader]: 'snapcheck',
  accept: json,
}

export type Answer = { readonly status: Status; readonly response?: HttpResponse }

/** One request just as it is told, without negotiation and without a throw for what the service refuses. */
export async function ask(
  { transport }: Session,
  { headers, ...request }: Omit<HttpRequest, 'headers'> & Partial<HttpRequest>,
): Promise<Answer> {
  try {
    const response = await transport.send({ ...request, headers: { ...(headers ?? usualHeaders) } })
    return { status: response.status, response }
  } catch (error) {
    if (isSnapcheckError(error) && error.code === 'SNAPCHECK_ACCESS_DENIED') return { status: 'denied' }
    throw error
  }
}

export async function statusOf(
  session: Session,
  method: string,
  path: string,
  properties?: Readonly<Record<string, string>>,
): Promise<Status> {
  if (properties === undefined) return (await ask(session, { method, path: `/${path}` })).status
  const body = formats['json-full'].codec.writeRequest(properties, checkpointSet.type)
  return (await ask(session, { method, path: `/${path}`, headers: { ...usualHeaders, 'content-type': json }, body })).status
}
