import { SnapcheckError } from '../../../foundation/errors.ts'
import { attribute, child, children, type XmlElement } from '../../xml/tree.ts'
import { element, text, type Markup } from './markup.ts'
import { anonymousAddress, namespaces } from './namespaces.ts'

/** A key of an object; that of an association is itself a reference. */
export interface Selector {
  readonly name: string
  readonly value: string | Reference
}

/** The object that an endpoint reference names. Its address is always the anonymous role (recorded). */
export interface Reference {
  readonly resourceUri: string
  readonly selectors: readonly Selector[]
}

const { a, w } = namespaces

/** Declared anew on every property element that holds a reference (recorded). */
export const referenceDeclarations = { 'xmlns:a': a, 'xmlns:w': w } as const

/** Address and ReferenceParameters, which a REF parameter holds without any wrapper (ws-man.md section 7, recorded). */
export function referenceContent(reference: Reference): readonly Markup[] {
  return [
    element('a:Address', {}, text(anonymousAddress)),
    element('a:ReferenceParameters', {}, element('w:ResourceURI', {}, text(reference.resourceUri)), ...selectorSet(reference.selectors)),
  ]
}

/** The wrapped form, used for the items of EnumerateEPR and EnumerateObjectAndEPR. */
export function endpointReference(reference: Reference): Markup {
  return element('a:EndpointReference', {}, ...referenceContent(reference))
}

export function selectorSet(selectors: readonly Selector[]): readonly Markup[] {
  if (selectors.length === 0) return []
  const written = selectors.map(({ name, value }) =>
    element('w:Selector', { Name: name }, typeof value === 'string' ? text(value) : endpointReference(value)),
  )
  return [element('w:SelectorSet', {}, ...written)]
}

/** Reads a reference with or without the `a:EndpointReference` wrapper; hand-made peers write it. */
export function readReference(holder: XmlElement): Reference {
  const epr = unwrapped(holder)
  const parameters = child(epr, a, 'ReferenceParameters')
  const resourceUri = child(parameters, w, 'ResourceURI')?.text.trim()
  if (resourceUri === undefined) {
    throw new SnapcheckError('SNAPCHECK_PROTOCOL', 'A WS-Management reference names no resource.', {
      place: holder.name,
      expected: 'ReferenceParameters with a ResourceURI',
    })
  }
  return { resourceUri, selectors: readSelectorSet(child(parameters, w, 'SelectorSet')) }
}

export function isReference(holder: XmlElement): boolean {
  return child(unwrapped(holder), a, 'ReferenceParameters') !== undefined
}

export function readSelectorSet(set: XmlElement | undefined): readonly Selector[] {
  return children(set, w, 'Selector').map((selector) => ({
    name: attribute(selector, '', 'Name') ?? '',
    value: isReference(selector) ? readReference(selector) : selector.text,
  }))
}

/** A key with text in it; undefined where it is missing or is itself a reference. */
export function selectorText(selectors: readonly Selector[], name: string): string | undefined {
  const value = selectors.find((selector) => selector.name.toLowerCase() === name.toLowerCase())?.value
  return typeof value === 'string' ? value : undefined
}

function unwrapped(holder: XmlElement): XmlElement {
  if (holder.name === 'EndpointReference' && holder.namespace === a) return holder
  return child(holder, a, 'EndpointReference') ?? holder
}
