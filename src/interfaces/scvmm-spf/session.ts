import type { Clock } from '../../foundation/clock.ts'
import { principalHeader } from '../../products/spf/service.ts'
import type { ConfirmValue } from '../../products/spf/service.ts'
import { literal } from '../../protocols/odata/codec/literals.ts'
import { matches, type Condition, type Filter } from '../../protocols/odata/codec/filter.ts'
import type { Entity, EntitySet } from '../../protocols/odata/codec/edm.ts'
import { odataClient, type Key, type ODataClient, type ServiceDocument } from '../../protocols/odata/client/odataClient.ts'
import { refusalOf } from '../../protocols/odata/client/refusal.ts'
import type { HttpTransport } from '../../protocols/http/transport.ts'
import { waitFor } from '../waiting.ts'
import type { SpfLimits } from './limits.ts'

export interface SessionOptions {
  readonly transport: HttpTransport
  readonly clock: Clock
  readonly stampId: string
  readonly limits: SpfLimits
}

/** What one connection to the service has found out; a second connection begins anew. */
export interface Session extends SessionOptions {
  readonly client: ODataClient
  service(): Promise<ServiceDocument>
  /** The value of Confirm that this service took, once one was taken. */
  confirm: ConfirmValue | undefined
}

export function openSession(options: SessionOptions): Session {
  const client = odataClient({ transport: options.transport, headers: { [principalHeader]: 'snapcheck' } })
  let document: ServiceDocument | undefined
  return { ...options, client, service: async () => (document ??= await client.service()), confirm: undefined }
}

export function guidCondition(property: string, value: string): Condition {
  return { property, operator: 'eq', literal: literal.guid(value) }
}

export function keyOf(session: Session, id: string): Key {
  return { ID: literal.guid(id), StampId: literal.guid(session.stampId) }
}

/** Statuses by which a service says that it cannot evaluate a filter. */
const filterRefused = [400, 501]

/**
 * The rows of this stamp that a filter lets through. Which properties SPF filters by is documented for keys and VMId
 * only (jj906385), so a refused filter is applied here, and so is one that the service ignored.
 */
export async function rowsWhere(session: Session, set: EntitySet, filter: Filter): Promise<readonly Entity[]> {
  const whole = [guidCondition('StampId', session.stampId), ...filter]
  const rows = await session.client.list(set, whole).catch((error: unknown) => {
    if (filterRefused.includes(refusalOf(error)?.status ?? 0)) return session.client.list(set)
    throw error
  })
  return rows.filter((row) => matches(whole, row.properties))
}

/** @throws SNAPCHECK_JOB_TIMEOUT */
export function until<Value>({ clock, limits, transport }: Session, what: string, ask: () => Promise<Value | undefined>): Promise<Value> {
  return waitFor({ clock, limit: limits.jobTimeout, interval: limits.pollInterval }, what, transport.label, ask)
}
