import { SnapcheckError } from '../../../foundation/errors.ts'
import { attribute, child, children, parseXml, type XmlElement } from '../../xml/tree.ts'
import type { EdmRecord, EdmValue, Entity } from './edm.ts'
import { brokenOff, type ODataDocument, type ODataError, type PayloadCodec } from './document.ts'
import { atomEntry, atomFeed, atomRequest, atomService, xmlError } from './atom-write.ts'
import { ns, typeScheme } from './names.ts'

/** Atom as OData v3 profiles it ([MS-ODATA] 2.2.6.2); the public client of SPF that is known uses it (real-world-surface.md section 5). */
export const atom: PayloadCodec = {
  writeRequest: atomRequest,
  writeEntity: atomEntry,
  writeFeed: atomFeed,
  writeError: xmlError,
  writeService: atomService,
  read: readDocument,
  readError,
  readService: (body, place) =>
    children(child(parseXml(body, place), ns.app, 'workspace'), ns.app, 'collection').map(
      (collection) => attribute(collection, '', 'href') ?? '',
    ),
}

function readDocument(body: string, place: string): ODataDocument {
  const root = parseXml(body, place)
  if (root.namespace === ns.atom && root.name === 'entry') return { kind: 'entity', entity: readEntry(root) }
  if (root.namespace === ns.atom && root.name === 'feed') {
    const link = children(root, ns.atom, 'link').find((each) => attribute(each, '', 'rel') === 'next')
    const next = link && attribute(link, '', 'href')
    if (child(root, ns.metadata, 'error') !== undefined || (link !== undefined && !next)) throw brokenOff(place)
    return { kind: 'feed', entities: children(root, ns.atom, 'entry').map(readEntry), next }
  }
  throw new SnapcheckError('SNAPCHECK_PROTOCOL', `${place} sent XML that is no Atom entry or feed.`, {
    place,
    observed: `{${root.namespace}}${root.name}`,
  })
}

function readEntry(entry: XmlElement): Entity {
  const category = children(entry, ns.atom, 'category').find((candidate) => attribute(candidate, '', 'scheme') === typeScheme)
  // The properties stand beside content instead of inside it where the entity is a media link entry ([MS-ODATA] 2.2.6.2.2).
  const properties = child(child(entry, ns.atom, 'content'), ns.metadata, 'properties') ?? child(entry, ns.metadata, 'properties')
  return { type: category && attribute(category, '', 'term'), properties: properties === undefined ? {} : readProperties(properties) }
}

function readProperties(parent: XmlElement): EdmRecord {
  return Object.fromEntries(
    parent.children.filter((property) => property.namespace === ns.data).map((property) => [property.name, readProperty(property)]),
  )
}

const converters: Readonly<Record<string, (text: string) => EdmValue>> = {
  'Edm.Boolean': (text) => text.trim() === 'true' || text.trim() === '1',
  'Edm.Int16': Number,
  'Edm.Int32': Number,
}

function readProperty(property: XmlElement): EdmValue {
  if (attribute(property, ns.metadata, 'null') === 'true') return null
  const type = attribute(property, ns.metadata, 'type') ?? 'Edm.String'
  if (property.children.length > 0) return readProperties(property)
  return converters[type]?.(property.text) ?? property.text
}

function readError(body: string, place: string): ODataError | undefined {
  const root = parseXml(body, place)
  if (root.namespace !== ns.metadata || root.name !== 'error') return undefined
  const inner = child(root, ns.metadata, 'innererror')
  return {
    code: child(root, ns.metadata, 'code')?.text ?? '',
    message: child(root, ns.metadata, 'message')?.text ?? '',
    innerCode: child(inner, ns.metadata, 'code')?.text,
  }
}
