import type { WmiClass } from '../../../products/hyperv-wmi/wmi-class.ts'
import type { AssociationFilter } from '../../../protocols/wsman/codec/filter.ts'
import type { Reference } from '../../../protocols/wsman/codec/reference.ts'
import { refuse } from './fault.ts'
import type { HostView } from './host-view.ts'
import { classOf, findClass, isReferenceValue, objectsOf, sameReference, sameText, type StoredObject } from './repository.ts'
import { selectOne } from './selectors.ts'
import { wmiClasses } from '../../../products/hyperv-wmi/classes.ts'

/** One end of an association object. */
interface End {
  readonly role: string
  readonly reference: Reference
}

/** Follows associations from one object: to the objects at the other end, or to the association objects themselves. */
export function follow(filter: AssociationFilter, namespace: string, view: HostView): readonly StoredObject[] {
  const source = selectOne(classOf(filter.object.resourceUri), filter.object.selectors, view)
  const named = (name: string | undefined): WmiClass | undefined => (name === undefined ? undefined : knownClass(namespace, name))
  const resultClass = named(filter.resultClass)
  const associationClass = filter.kind === 'associations' ? (resultClass ?? named(filter.associationClass)) : named(filter.associationClass)

  const touching = associations(associationClass, view).flatMap((association) =>
    endsOf(association)
      .filter(({ role, reference }) => sameReference(reference, source.reference) && fits(filter.role, role))
      .map((near) => ({ association, near })),
  )
  if (filter.kind === 'associations') return touching.map(({ association }) => association)
  const find = finder(view)
  return touching
    .flatMap(({ association, near }) => endsOf(association).filter((end) => end.role !== near.role && fits(filter.resultRole, end.role)))
    .filter(({ reference }) => resultClass === undefined || classOf(reference.resourceUri) === resultClass)
    .map(({ reference }) => find(reference))
}

/** Each class is listed once, however many of its objects are at the other end: a VM has up to fifty checkpoints. */
function finder(view: HostView): (reference: Reference) => StoredObject {
  const listed = new Map<WmiClass, readonly StoredObject[]>()
  return (reference) => {
    const definition = classOf(reference.resourceUri)
    const objects = listed.get(definition) ?? objectsOf(definition, view)
    listed.set(definition, objects)
    return objects.find((object) => sameReference(object.reference, reference)) ?? selectOne(definition, reference.selectors, view)
  }
}

function associations(definition: WmiClass | undefined, view: HostView): readonly StoredObject[] {
  const classes = definition === undefined ? wmiClasses.filter(isAssociation) : [definition].filter(isAssociation)
  return classes.flatMap((each) => objectsOf(each, view))
}

function isAssociation({ properties }: WmiClass): boolean {
  return properties.some(({ types }) => Object.values(types).includes('reference'))
}

function endsOf({ instance }: StoredObject): readonly End[] {
  return [...instance.properties].flatMap(([role, value]) =>
    value !== null && !Array.isArray(value) && isReferenceValue(value as never) ? [{ role, reference: value as Reference }] : [],
  )
}

function fits(wanted: string | undefined, role: string): boolean {
  return wanted === undefined || sameText(wanted, role)
}

function knownClass(namespace: string, name: string): WmiClass {
  const known = findClass(namespace, name)
  if (known === undefined) throw refuse('cannotProcessFilter', `The lab has no class ${name} in ${namespace}.`)
  return known
}
