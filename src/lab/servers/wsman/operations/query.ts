import { isSnapcheckError } from '../../../../foundation/errors.ts'
import type { IncomingEnumerate } from '../../../../protocols/wsman/codec/enumeration.ts'
import { readObjectPath, referenceOfPath } from '../../../../protocols/wsman/codec/objectPath.ts'
import type { Reference } from '../../../../protocols/wsman/codec/reference.ts'
import { follow } from '../association.ts'
import { refuse } from '../fault.ts'
import { findClass, objectsOf, type Resource, type StoredObject } from '../repository.ts'
import type { WsmanSession } from '../session.ts'
import { checkProperties, fulfils } from '../wql/evaluate.ts'
import { parseWql } from '../wql/parse.ts'
import type { AssociationQuery, SelectQuery } from '../wql/query.ts'

/** What an enumeration is about, as it is at this moment. */
export function query(
  filter: IncomingEnumerate['filter'],
  { namespace, definition }: Resource,
  session: WsmanSession,
): readonly StoredObject[] {
  if (filter === undefined) return objectsOf(oneClass(definition), session.view)
  if (filter.kind === 'unknown') throw refuse('filterDialectUnavailable', `The lab does not know the filter dialect ${filter.dialect}.`)
  if (filter.kind === 'wql') return wql(filter.query, namespace, definition, session)
  if (definition !== 'all')
    throw refuse('filterDialectUnavailable', 'An association filter needs the resource URI of the whole namespace (DSP0227 R8.2-1).')
  return follow(filter, namespace, session.view)
}

function oneClass(definition: Resource['definition']): Exclude<Resource['definition'], 'all'> {
  if (definition === 'all') throw refuse('notFound', 'A whole namespace is enumerated by a filter only.')
  return definition
}

function wql(text: string, namespace: string, definition: Resource['definition'], session: WsmanSession): readonly StoredObject[] {
  if (session.switches.refuseWql) throw refuse('cannotProcessFilter', 'This host takes no WQL filter (switch refuseWql).')
  if (definition !== 'all')
    throw refuse('cannotProcessFilter', 'For WQL the class of the resource URI has to be *, and it may hold no keys.')
  const parsed = parseWql(text)
  return parsed.kind === 'select' ? select(parsed, namespace, session) : associated(parsed, namespace, session)
}

function select({ className, where }: SelectQuery, namespace: string, { view }: WsmanSession): readonly StoredObject[] {
  const definition = findClass(namespace, className)
  if (definition === undefined) throw refuse('cannotProcessFilter', `The lab has no class ${className} in ${namespace}.`)
  const objects = objectsOf(definition, view)
  if (where === undefined) return objects
  checkProperties(where, definition)
  return objects.filter((object) => fulfils(object, where, view.host.name))
}

function associated({ path, ...rest }: AssociationQuery, namespace: string, { view }: WsmanSession): readonly StoredObject[] {
  return follow({ ...rest, object: referenceIn(path, namespace) }, namespace, view)
}

function referenceIn(path: string, namespace: string): Reference {
  try {
    return referenceOfPath(readObjectPath(path), namespace)
  } catch (error) {
    if (!isSnapcheckError(error)) throw error
    throw refuse('cannotProcessFilter', `${error.message} ${path}`)
  }
}
