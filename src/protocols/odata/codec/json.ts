import { SnapcheckError } from '../../../foundation/errors.ts'
import { isRecord } from '../../../foundation/json.ts'
import type { EdmRecord, EdmValue, Entity } from './edm.ts'
import { brokenOff, type ODataDocument, type ODataError, type PayloadCodec, type WritingContext } from './document.ts'
import { entityPath } from './uri.ts'

type JsonRecord = Readonly<Record<string, unknown>>

/** Control information is not data: `odata.type`, `Owner@odata.type`, `__metadata`, `#action`. */
const control = /^odata\.|@|^__|^#/

/** How much of the type information an answer carries: none beside the context (minimalmetadata), or all of it. */
type Metadata = 'minimal' | 'full'

/** The JSON of OData v3, which the documented samples of SPF use: `odata.metadata`, `odata.type`, `value` ([MS-ODATAJSON]). */
export function jsonLight(metadata: Metadata): PayloadCodec {
  const wrap = (entity: Entity, context: WritingContext): Record<string, unknown> => ({
    ...(metadata === 'full'
      ? { 'odata.type': entity.type ?? context.set.type.name, 'odata.id': context.root + entityPath(context.set, entity) }
      : {}),
    ...entity.properties,
  })
  return {
    writeRequest: (properties, type) => text({ 'odata.type': type.name, ...properties }),
    writeEntity: (entity, context) => text({ 'odata.metadata': `${contextOf(context)}/@Element`, ...wrap(entity, context) }),
    writeFeed: (entities, context, next) =>
      text({
        'odata.metadata': contextOf(context),
        ...(next === undefined ? {} : { 'odata.nextLink': next }),
        value: entities.map((entity) => wrap(entity, context)),
      }),
    writeError: (error) => text({ 'odata.error': errorBody(error) }),
    writeService: (root, collections) =>
      text({ 'odata.metadata': `${root}$metadata`, value: collections.map((name) => ({ name, url: name })) }),
    read: readDocument,
    readError: readErrorBody,
    readService: readServiceBody,
  }
}

/** The older JSON, `application/json;odata=verbose`: everything inside `d` ([MS-ODATA] 2.2.6.3). */
export const jsonVerbose: PayloadCodec = {
  writeRequest: (properties, type) => text({ __metadata: { type: type.name }, ...properties }),
  writeEntity: (entity, context) => text({ d: verbose(entity, context) }),
  writeFeed: (entities, context, next) =>
    text({ d: { results: entities.map((entity) => verbose(entity, context)), ...(next === undefined ? {} : { __next: next }) } }),
  writeError: (error) => text({ error: errorBody(error) }),
  writeService: (_root, collections) => text({ d: { EntitySets: collections } }),
  read: readDocument,
  readError: readErrorBody,
  readService: readServiceBody,
}

function verbose(entity: Entity, context: WritingContext): Record<string, unknown> {
  const uri = context.root + entityPath(context.set, entity)
  return { __metadata: { id: uri, uri, type: entity.type ?? context.set.type.name }, ...entity.properties }
}

/** Reads either JSON: a sender is recognised by what it wrote, not by what was asked for. */
function readDocument(body: string, place: string): ODataDocument {
  const outer = parsed(body, place)
  const inner = outer['d']
  const document = inner === undefined ? outer : inner
  // WCF Data Services of OData v1 write a feed as a bare array inside d.
  if (Array.isArray(document)) return { kind: 'feed', entities: entities(document, place), next: undefined }
  if (!isRecord(document)) throw unexpected(place, body)
  const results = document['results'] ?? document['value']
  if (Array.isArray(results)) {
    if (isRecord(outer['odata.error']) || isRecord(outer['error'])) throw brokenOff(place)
    return { kind: 'feed', entities: entities(results, place), next: nextLink(document, place) }
  }
  return { kind: 'entity', entity: entity(document, place) }
}

/** Where there is more, it must be known where: rows are never taken for all of them otherwise. */
function nextLink(document: JsonRecord, place: string): string | undefined {
  const next = document['__next'] ?? document['odata.nextLink'] ?? undefined
  if (next !== undefined && (typeof next !== 'string' || next === '')) throw unexpected(place, JSON.stringify(next))
  return next
}

function entities(items: readonly unknown[], place: string): readonly Entity[] {
  return items.map((item) => {
    if (!isRecord(item)) throw unexpected(place, JSON.stringify(item))
    if (isRecord(item['odata.error'])) throw brokenOff(place)
    return entity(item, place)
  })
}

function entity(item: JsonRecord, place: string): Entity {
  const verboseType = isRecord(item['__metadata']) ? item['__metadata']['type'] : undefined
  return { type: optionalText(item['odata.type'] ?? verboseType), properties: properties(item, place) }
}

function properties(item: JsonRecord, place: string): EdmRecord {
  return Object.fromEntries(
    Object.entries(item)
      // Collections and deferred links are navigation, which checkpoints do not use.
      .filter(([name, value]) => !control.test(name) && !Array.isArray(value) && !(isRecord(value) && '__deferred' in value))
      .map(([name, value]) => [name, edmValue(value, place)]),
  )
}

function edmValue(value: unknown, place: string): EdmValue {
  if (value === null || typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean') return value
  if (isRecord(value)) return properties(value, place)
  throw unexpected(place, String(value))
}

function readErrorBody(body: string, place: string): ODataError | undefined {
  const outer = parsed(body, place)
  const error = outer['odata.error'] ?? outer['error']
  if (!isRecord(error)) return undefined
  const message = isRecord(error['message']) ? error['message']['value'] : error['message']
  const inner = error['innererror']
  return {
    code: optionalText(error['code']) ?? '',
    message: optionalText(message) ?? '',
    innerCode: isRecord(inner) ? optionalText(inner['code']) : undefined,
  }
}

function readServiceBody(body: string, place: string): readonly string[] {
  const outer = parsed(body, place)
  const list = isRecord(outer['d']) ? outer['d']['EntitySets'] : outer['value']
  if (!Array.isArray(list)) throw unexpected(place, body)
  return list.map((item: unknown) => String(isRecord(item) ? item['name'] : item))
}

function errorBody(error: ODataError): Record<string, unknown> {
  const inner = error.innerCode === undefined ? {} : { innererror: { code: error.innerCode } }
  return { code: error.code, message: { lang: 'en-US', value: error.message }, ...inner }
}

function contextOf(context: WritingContext): string {
  return `${context.root}$metadata#${context.set.name}`
}

function parsed(body: string, place: string): JsonRecord {
  let value: unknown
  try {
    value = JSON.parse(body)
  } catch (cause) {
    throw new SnapcheckError('SNAPCHECK_PROTOCOL', `${place} sent JSON that cannot be read.`, { place, observed: body.slice(0, 80), cause })
  }
  if (!isRecord(value)) throw unexpected(place, body)
  return value
}

function optionalText(value: unknown): string | undefined {
  return typeof value === 'string' ? value : undefined
}

function text(value: Record<string, unknown>): string {
  return JSON.stringify(value)
}

function unexpected(place: string, observed: string): SnapcheckError {
  return new SnapcheckError('SNAPCHECK_PROTOCOL', `${place} sent JSON that is no OData document.`, {
    place,
    observed: observed.slice(0, 80),
    expected: 'an entity, a feed or a service document',
  })
}
