import type { CimInstance } from '../codec/instance.ts'
import type { Reference, Selector } from '../codec/reference.ts'
import { readClassUri } from '../codec/resourceUri.ts'
import type { CimValue } from '../codec/value.ts'
import { associatorsQuery } from '../codec/wql.ts'
import { queried, selectObjects, type SelectionContext } from './selection.ts'

export interface Association {
  /** The object from which to look; its keys are texts. */
  readonly of: Reference
  readonly associationClass: string
  readonly resultClass: string
}

export interface AssociationContext extends SelectionContext {
  get(reference: Reference): Promise<CimInstance | null>
}

/** ASSOCIATORS OF as libvirt sends it; without WQL, the rows of the association class and a Get for each other end. */
export async function associatedObjects(context: AssociationContext, association: Association): Promise<readonly CimInstance[]> {
  const { of, associationClass, resultClass } = association
  const { namespace, className } = readClassUri(of.resourceUri)!
  const query = associatorsQuery({ className, keys: textKeys(of.selectors), associationClass, resultClass })
  const found = await queried(context, namespace, query)
  if (found !== undefined) return found
  const rows = await selectObjects(context, { namespace, className: associationClass })
  const others: CimInstance[] = []
  for (const end of rows.flatMap((row) => otherEnds(row, association))) {
    const other = await context.get(end)
    if (other !== null) others.push(other)
  }
  return others
}

function otherEnds(row: CimInstance, { of, resultClass }: Association): readonly Reference[] {
  const ends = [...row.properties.values()].filter(isReference)
  if (!ends.some((end) => isSameObject(end, of))) return []
  return ends.filter((end) => !isSameObject(end, of) && readClassUri(end.resourceUri)?.className === resultClass)
}

/** Two references to one object: equal in class and in the keys that both name, GUIDs in any case. */
export function isSameObject(one: Reference, other: Reference): boolean {
  const keys = new Map(textKeys(other.selectors).map(({ name, value }) => [name.toLowerCase(), value.toLowerCase()]))
  const shared = textKeys(one.selectors).filter(({ name }) => keys.has(name.toLowerCase()))
  return (
    one.resourceUri.toLowerCase() === other.resourceUri.toLowerCase() &&
    shared.length > 0 &&
    shared.every(({ name, value }) => keys.get(name.toLowerCase()) === value.toLowerCase())
  )
}

export function isReference(value: CimValue | undefined): value is Reference {
  return typeof value === 'object' && value !== null && 'resourceUri' in value
}

function textKeys(selectors: readonly Selector[]): readonly { readonly name: string; readonly value: string }[] {
  return selectors.flatMap(({ name, value }) => (typeof value === 'string' ? [{ name, value }] : []))
}
