import { escapeAttribute, escapeText } from '../../xml/write.ts'
import { isComplex, typeName, type ComplexType, type EdmProperty, type EdmRecord, type EdmValue, type Entity } from './edm.ts'
import type { ODataError, WritingContext } from './document.ts'
import { ns, typeScheme } from './names.ts'
import { entityPath } from './uri.ts'

const declaration = '<?xml version="1.0" encoding="utf-8"?>'
const namespaces = `xmlns="${ns.atom}" xmlns:d="${ns.data}" xmlns:m="${ns.metadata}"`

/** @throws SNAPCHECK_CANNOT_CARRY for text that XML cannot hold. */
export function atomEntry(entity: Entity, context: WritingContext): string {
  return declaration + entry(entity, context, ` xml:base="${escapeAttribute(context.root)}" ${namespaces}`)
}

export function atomFeed(entities: readonly Entity[], context: WritingContext, next?: string): string {
  const { name } = context.set
  return [
    `${declaration}<feed xml:base="${escapeAttribute(context.root)}" ${namespaces}>`,
    `<id>${escapeText(context.root + name)}</id><title type="text">${name}</title><updated>${context.now}</updated>`,
    `<link rel="self" title="${name}" href="${name}" />`,
    ...entities.map((entity) => entry(entity, context, '')),
    next === undefined ? '' : `<link rel="next" href="${escapeAttribute(next)}" />`,
    '</feed>',
  ].join('')
}

function entry(entity: Entity, context: WritingContext, attributes: string): string {
  const { set, root, now } = context
  const path = entityPath(set, entity)
  return [
    `<entry${attributes}><id>${escapeText(root + path)}</id>`,
    category(entity.type ?? set.type.name),
    `<link rel="edit" title="${escapeAttribute(set.type.name.replace(/^.*\./, ''))}" href="${escapeAttribute(path)}" />`,
    `<title /><updated>${now}</updated><author><name /></author>`,
    `${content(entity.properties, set.type)}</entry>`,
  ].join('')
}

/** An entry that a client sends: Atom wants title, updated and author even where they say nothing ([MS-ODATA] 2.2.6.2.2). */
export function atomRequest(values: EdmRecord, type: ComplexType): string {
  return `${declaration}<entry ${namespaces}>${category(type.name)}<title /><author><name /></author>${content(values, type)}</entry>`
}

function category(type: string): string {
  return `<category term="${escapeAttribute(type)}" scheme="${typeScheme}" />`
}

function content(values: EdmRecord, type: ComplexType): string {
  return `<content type="application/xml"><m:properties>${properties(values, type)}</m:properties></content>`
}

function properties(values: EdmRecord, type: ComplexType): string {
  return type.properties
    .filter(({ name }) => name in values)
    .map((property) => element(property, values[property.name] ?? null))
    .join('')
}

function element(property: EdmProperty, value: EdmValue): string {
  const name = `d:${property.name}`
  const type = typeName(property.type)
  const attributes = type === 'Edm.String' ? '' : ` m:type="${type}"`
  if (value === null) return `<${name}${attributes} m:null="true" />`
  if (typeof property.type !== 'string')
    return `<${name}${attributes}>${isComplex(value) ? properties(value, property.type) : ''}</${name}>`
  const text = String(value)
  // Readers other than ours drop white space at the ends of a string without this.
  const space = text === text.trim() ? '' : ' xml:space="preserve"'
  return `<${name}${attributes}${space}>${escapeText(text)}</${name}>`
}

export function atomService(root: string, collections: readonly string[]): string {
  const items = collections.map((name) => `<collection href="${name}"><atom:title>${name}</atom:title></collection>`)
  return `${declaration}<service xml:base="${escapeAttribute(root)}" xmlns="${ns.app}" xmlns:atom="${ns.atom}"><workspace><atom:title>Default</atom:title>${items.join('')}</workspace></service>`
}

export function xmlError(error: ODataError): string {
  const inner = error.innerCode === undefined ? '' : `<m:innererror><m:code>${escapeText(error.innerCode)}</m:code></m:innererror>`
  return `${declaration}<m:error xmlns:m="${ns.metadata}"><m:code>${escapeText(error.code)}</m:code><m:message xml:lang="en-US">${escapeText(error.message)}</m:message>${inner}</m:error>`
}
