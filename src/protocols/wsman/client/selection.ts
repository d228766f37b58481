import type { Fault } from '../codec/fault.ts'
import type { FaultKind } from '../codec/faultTable.ts'
import type { Filter } from '../codec/filter.ts'
import type { CimInstance } from '../codec/instance.ts'
import { classUri } from '../codec/resourceUri.ts'
import type { CimValue, Schema } from '../codec/value.ts'
import { selectQuery, type Condition } from '../codec/wql.ts'
import { openEnumeration } from './enumeration.ts'
import { refusal } from './refusal.ts'
import type { WsManSession } from './session.ts'

export interface Selection {
  /** With slashes, e.g. `root/virtualization/v2`. */
  readonly namespace: string
  readonly className: string
  readonly where?: readonly Condition[]
}

export interface SelectionContext {
  readonly session: WsManSession
  readonly schema: Schema
  readonly maxElements: number
  /** What this session learned: a host that refuses WQL once is not asked again. */
  readonly wql: { refused: boolean }
}

/** Sources contradict each other on whether Hyper-V takes WQL at all (ws-man.md section 6): WQL first, then without. */
export async function selectObjects(
  context: SelectionContext,
  { namespace, className, where = [] }: Selection,
): Promise<readonly CimInstance[]> {
  if (where.length > 0) {
    const found = await queried(context, namespace, selectQuery(className, where))
    if (found !== undefined) return found
  }
  const found: CimInstance[] = []
  for await (const object of eachObject(context, { namespace, className })) {
    if (where.every(({ property, equals }) => matches(object.properties.get(property), equals))) found.push(object)
  }
  return found
}

/**
 * The answer to a WQL text, which goes to the whole namespace: a class URI is a fault (ws-man.md section 2, recorded).
 * @returns undefined where the host takes no WQL.
 */
export async function queried(context: SelectionContext, namespace: string, query: string): Promise<readonly CimInstance[] | undefined> {
  if (context.wql.refused) return undefined
  const found = await filtered(context, classUri(namespace, '*'), { kind: 'wql', query })
  if (!isFault(found)) return found
  if (found.kind === undefined || !filterRefusals.has(found.kind)) throw refusal(found, `the query ${query}`, context.session.label)
  context.wql.refused = true
  return undefined
}

const filterRefusals: ReadonlySet<FaultKind> = new Set(['cannotProcessFilter', 'filterDialectUnavailable', 'filteringNotSupported'])

/** All objects of a class, one by one. A caller that has seen enough stops, and the host is told so. */
export async function* eachObject(
  { session, schema, maxElements }: SelectionContext,
  { namespace, className }: Omit<Selection, 'where'>,
): AsyncGenerator<CimInstance, void, void> {
  const opened = await openEnumeration({ session, resourceUri: classUri(namespace, className), schema, maxElements, request: {} })
  if (opened.fault !== undefined) throw refusal(opened.fault, `to enumerate ${className}`, session.label)
  for await (const { instance } of opened.items) if (instance !== undefined) yield instance
}

async function filtered(
  { session, schema, maxElements }: SelectionContext,
  resourceUri: string,
  filter: Filter,
): Promise<readonly CimInstance[] | Fault> {
  const opened = await openEnumeration({ session, resourceUri, schema, maxElements, request: { filter } })
  if (opened.fault !== undefined) return opened.fault
  const found: CimInstance[] = []
  for await (const { instance } of opened.items) if (instance !== undefined) found.push(instance)
  return found
}

function isFault(found: readonly CimInstance[] | Fault): found is Fault {
  return !Array.isArray(found)
}

function matches(value: CimValue | undefined, equals: string): boolean {
  return value !== undefined && value !== null && String(value).toLowerCase() === equals.toLowerCase()
}
