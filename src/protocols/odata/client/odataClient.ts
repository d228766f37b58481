import { SnapcheckError } from '../../../foundation/errors.ts'
import type { HttpResponse, HttpTransport } from '../../http/transport.ts'
import type { ODataDocument, PayloadCodec } from '../codec/document.ts'
import { checkProperties, type EdmRecord, type Entity, type EntitySet } from '../codec/edm.ts'
import { formatFilter, type Filter } from '../codec/filter.ts'
import { formatOfMediaType, formats } from '../codec/formats.ts'
import { formatResourcePath } from '../codec/key.ts'
import type { Literal } from '../codec/literals.ts'
import { readMetadata, type DeclaredSet } from '../codec/metadata.ts'
import { negotiation, type Outgoing } from './negotiation.ts'
import { refusal, refusalOf } from './refusal.ts'

export type Key = Readonly<Record<string, Literal>>

export interface ServiceDocument {
  readonly collections: readonly string[]
  /** Of the answer; lower case names. */
  readonly headers: Readonly<Record<string, string>>
}

export interface ODataClientOptions {
  readonly transport: HttpTransport
  /** Go with every request, e.g. x-ms-principal-id (C-100). */
  readonly headers: Readonly<Record<string, string>>
}

/**
 * A thin client of OData v3. Each method rejects with SNAPCHECK_PRODUCT_REFUSED (the service wrote an OData error, its
 * code is `productCode`), SNAPCHECK_PROTOCOL, or what the transport rejects with.
 */
export interface ODataClient {
  service(): Promise<ServiceDocument>
  metadata(): Promise<readonly DeclaredSet[]>
  /** All pages of a collection. */
  list(set: EntitySet, filter?: Filter): Promise<readonly Entity[]>
  /** Null where the service answers 404 for this key. */
  get(set: EntitySet, key: Key): Promise<Entity | null>
  create(set: EntitySet, properties: EdmRecord): Promise<Entity>
  /** Changes the properties given and no other (MERGE). */
  merge(set: EntitySet, key: Key, properties: EdmRecord): Promise<void>
  /** Replaces the entity: a property left out is reset to its default (PUT, dn458374). */
  replace(set: EntitySet, key: Key, properties: EdmRecord): Promise<void>
  remove(set: EntitySet, key: Key): Promise<void>
}

const versionHeaders = { dataserviceversion: '3.0', maxdataserviceversion: '3.0' }

/** A service that never stops paging must not keep a run forever. */
const mostPages = 1_000

export function odataClient({ transport, headers }: ODataClientOptions): ODataClient {
  const { label } = transport
  const formatted = negotiation(transport, { ...versionHeaders, ...headers })

  const send = async (method: string, path: string, body?: Outgoing): Promise<HttpResponse> => {
    const response = await formatted.send(method, `/${path}`, body)
    if (response.status >= 300) throw refusal({ method, path: `/${path}`, headers: {} }, response, label)
    return response
  }
  // A property that the type does not have would be dropped by a format that writes by type.
  const write = (method: string, path: string, properties: EdmRecord, { type }: EntitySet): Promise<HttpResponse> =>
    send(method, path, { properties: checkProperties(properties, type), type })
  const document = async (path: string): Promise<ODataDocument> => {
    const response = await send('GET', path)
    return codecOf(response, label).read(response.body, label)
  }
  return {
    async service() {
      const response = await send('GET', '')
      return { collections: codecOf(response, label).readService(response.body, label), headers: response.headers }
    },
    async metadata() {
      const response = await transport.send({
        method: 'GET',
        path: '/$metadata',
        headers: { ...versionHeaders, ...headers, accept: 'application/xml' },
      })
      if (response.status >= 300) throw refusal({ method: 'GET', path: '/$metadata', headers: {} }, response, label)
      return readMetadata(response.body, label)
    },
    async list(set, filter = []) {
      const found: Entity[] = []
      let path: string | undefined = filter.length === 0 ? set.name : `${set.name}?$filter=${encodeURIComponent(formatFilter(filter))}`
      for (let page = 0; path !== undefined; page++) {
        if (page === mostPages) throw unexpected(label, path, `more than ${mostPages} pages`, 'a collection that ends')
        const answer = await document(path)
        if (answer.kind !== 'feed') throw unexpected(label, path, 'an entity', 'a feed')
        found.push(...answer.entities)
        path = answer.next === undefined ? undefined : belowRoot(answer.next)
      }
      return found
    },
    async get(set, key) {
      const path = formatResourcePath({ name: set.name, key })
      try {
        const answer = await document(path)
        if (answer.kind !== 'entity') throw unexpected(label, path, 'a feed', 'an entity')
        return answer.entity
      } catch (error) {
        if (refusalOf(error)?.status === 404 && (error as SnapcheckError).code === 'SNAPCHECK_PRODUCT_REFUSED') return null
        throw error
      }
    },
    async create(set, properties) {
      const response = await write('POST', set.name, properties, set)
      const answer = codecOf(response, label).read(response.body, label)
      if (answer.kind !== 'entity') throw unexpected(label, set.name, 'a feed', 'the created entity')
      return answer.entity
    },
    merge: async (set, key, properties) => void (await write('MERGE', formatResourcePath({ name: set.name, key }), properties, set)),
    replace: async (set, key, properties) => void (await write('PUT', formatResourcePath({ name: set.name, key }), properties, set)),
    remove: async (set, key) => void (await send('DELETE', formatResourcePath({ name: set.name, key }))),
  }
}

function codecOf(response: HttpResponse, label: string): PayloadCodec {
  const contentType = response.headers['content-type'] ?? ''
  const format = formatOfMediaType(contentType)
  if (format === undefined) throw unexpected(label, 'answer', contentType === '' ? 'no content type' : contentType, 'a payload of OData v3')
  return formats[format].codec
}

/** A next link is absolute, or relative to the root; a transport takes paths below the root, and a collection is one segment. */
function belowRoot(link: string): string {
  const query = link.indexOf('?')
  const end = query === -1 ? link.length : query
  return link.slice(link.lastIndexOf('/', end) + 1)
}

function unexpected(label: string, path: string, observed: string, expected: string): SnapcheckError {
  return new SnapcheckError('SNAPCHECK_PROTOCOL', `${label} did not answer as OData says.`, {
    place: `${label}: ${path}`,
    observed,
    expected,
  })
}
