import { attribute, child, children, type XmlElement } from '../../xml/tree.ts'
import { element, text, textElement, type Markup } from './markup.ts'
import { associationDialect, namespaces, wqlDialect } from './namespaces.ts'
import { readReference, referenceContent, type Reference } from './reference.ts'

export interface WqlFilter {
  readonly kind: 'wql'
  readonly query: string
}

/** DSP0227 8.2. Sent to the `/*` URI: on a class URI a host refuses the dialect (R8.2-1). */
export interface AssociationFilter {
  /** `associated`: the objects at the other end; `associations`: the association objects themselves. */
  readonly kind: 'associated' | 'associations'
  readonly object: Reference
  readonly associationClass?: string
  readonly role?: string
  readonly resultClass?: string
  readonly resultRole?: string
  readonly includeProperties?: readonly string[]
}

/** A filter of a dialect that this codec does not read; a server refuses it by fault. */
export interface UnknownFilter {
  readonly kind: 'unknown'
  readonly dialect: string
}

export type Filter = WqlFilter | AssociationFilter

const { b, n, w, a } = namespaces
const shapes = { associated: 'AssociatedInstances', associations: 'AssociationInstances' } as const

export function writeFilter(filter: Filter): Markup {
  if (filter.kind === 'wql') return element('w:Filter', { Dialect: wqlDialect }, text(filter.query))
  const content = element(
    `b:${shapes[filter.kind]}`,
    { 'xmlns:b': b },
    element('b:Object', {}, ...referenceContent(filter.object)),
    ...textElement('b:AssociationClassName', filter.associationClass),
    ...textElement('b:Role', filter.role),
    ...textElement('b:ResultClassName', filter.resultClass),
    ...textElement('b:ResultRole', filter.resultRole),
    ...(filter.includeProperties ?? []).flatMap((property) => textElement('b:IncludeResultProperty', property)),
  )
  return element('w:Filter', { Dialect: associationDialect }, content)
}

/** openwsman and libvirt write `w:Filter`, the WS-Enumeration document `n:Filter` (ws-man.md section 6). */
export function readFilter(enumerate: XmlElement): Filter | UnknownFilter | undefined {
  const filter = child(enumerate, w, 'Filter') ?? child(enumerate, n, 'Filter')
  if (filter === undefined) return undefined
  const dialect = attribute(filter, '', 'Dialect') ?? ''
  if (dialect === wqlDialect) return { kind: 'wql', query: filter.text }
  const kind = (['associated', 'associations'] as const).find((each) => child(filter, b, shapes[each]) !== undefined)
  if (!isAssociationDialect(dialect) || kind === undefined) return { kind: 'unknown', dialect }
  return readAssociation(kind, child(filter, b, shapes[kind])!)
}

/** openwsman's own comment leaves out the version number (ws-man.md section 1). */
function isAssociationDialect(dialect: string): boolean {
  return [associationDialect, associationDialect.replace('/wsman/1/', '/wsman/')].includes(dialect)
}

function readAssociation(kind: AssociationFilter['kind'], holder: XmlElement): Filter | UnknownFilter {
  const object = child(holder, b, 'Object')
  if (child(object, a, 'ReferenceParameters') === undefined && child(object, a, 'EndpointReference') === undefined)
    return { kind: 'unknown', dialect: associationDialect }
  const named = (key: string, name: string) => {
    const content = child(holder, b, name)?.text.trim()
    return content === undefined ? {} : { [key]: content }
  }
  const includeProperties = children(holder, b, 'IncludeResultProperty').map((each) => each.text.trim())
  return {
    kind,
    object: readReference(object!),
    ...named('associationClass', 'AssociationClassName'),
    ...named('role', 'Role'),
    ...named('resultClass', 'ResultClassName'),
    ...named('resultRole', 'ResultRole'),
    ...(includeProperties.length === 0 ? {} : { includeProperties }),
  }
}
