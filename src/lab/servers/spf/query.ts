import type { Entity, EntitySet } from '../../../protocols/odata/codec/edm.ts'
import { matches, parseFilter, type Condition, type Filter } from '../../../protocols/odata/codec/filter.ts'
import type { Literal } from '../../../protocols/odata/codec/literals.ts'
import { refuse, type Refusal, type Reply } from './reply.ts'

/** Query options of the lab; any other is refused, never ignored. */
const known = ['$filter', '$skiptoken']

/** Which literal compares with which type; null with any. */
const literalOf: Readonly<Record<string, Literal['kind']>> = {
  'Edm.Guid': 'guid',
  'Edm.String': 'string',
  'Edm.Boolean': 'boolean',
  'Edm.Int32': 'number',
  'Edm.DateTime': 'datetime',
  'Edm.DateTimeOffset': 'datetimeoffset',
}

/** Answers a GET of a collection. @throws SNAPCHECK_PROTOCOL for a $filter that cannot be read. */
export function queryRows(set: EntitySet, rows: readonly Entity[], query: URLSearchParams, pageSize: number | null): Reply {
  const unknown = [...query.keys()].find((name) => !known.includes(name))
  if (unknown !== undefined) return refuse(400, `The query option ${unknown} is not supported.`)
  const text = query.get('$filter')
  const filter = text === null ? [] : parseFilter(text)
  const problem = filterProblem(set, filter)
  if (problem !== undefined) return problem
  const found = rows.filter((row) => matches(filter, row.properties))
  return page(set, found, query, pageSize)
}

function filterProblem(set: EntitySet, filter: Filter): Refusal | undefined {
  return filter.map((condition) => conditionProblem(set, condition)).find((problem) => problem !== undefined)
}

function conditionProblem(set: EntitySet, { property, literal }: Condition): Refusal | undefined {
  const type = set.type.properties.find(({ name }) => name === property)?.type
  if (typeof type !== 'string') return refuse(400, `No property ${property} to filter by exists in ${set.type.name}.`)
  if (literal.kind !== 'null' && literal.kind !== literalOf[type])
    return refuse(400, `${property} is ${type} and cannot be compared with a ${literal.kind}.`)
  return undefined
}

function page(set: EntitySet, found: readonly Entity[], query: URLSearchParams, pageSize: number | null): Reply {
  if (pageSize === null) return { kind: 'feed', set, entities: found, next: undefined }
  const from = Number(query.get('$skiptoken') ?? 0)
  const entities = found.slice(from, from + pageSize)
  if (from + pageSize >= found.length) return { kind: 'feed', set, entities, next: undefined }
  const rest = new URLSearchParams(query)
  rest.set('$skiptoken', String(from + pageSize))
  return { kind: 'feed', set, entities, next: `${set.name}?${rest.toString()}` }
}
