import {
  enumerationModes,
  readEnumerate,
  readPull,
  readRelease,
  writeEnumerateResponse,
  writePullResponse,
  type EnumerationMode,
  type Item,
} from '../../../../protocols/wsman/codec/enumeration.ts'
import type { XmlElement } from '../../../../protocols/xml/tree.ts'
import { refuse } from '../fault.ts'
import { resourceOf, type StoredObject } from '../repository.ts'
import type { Operation, WsmanRequest } from '../request.ts'
import { nextBatch } from './batch.ts'
import { query } from './query.ts'

export const enumerate: Operation = (request) => {
  const { headers, session } = request
  const { filter, mode, optimize, maxElements } = readEnumerate(bodyOf(request, 'Enumerate'))
  if ((headers.selectors?.length ?? 0) > 0) throw refuse('unexpectedSelectors', 'An enumeration takes no selectors.')
  const objects = query(filter, resourceOf(headers.resourceUri), session)
  const items = objects.map(itemIn(checkedMode(mode)))
  if (optimize === true) return writeEnumerateResponse(nextBatch(items, maxElements, request))
  return writeEnumerateResponse({ context: session.contexts.open(items), items: [], end: false })
}

export const pull: Operation = (request) => {
  const { context, maxElements } = readPull(bodyOf(request, 'Pull'))
  return writePullResponse(nextBatch(request.session.contexts.take(context), maxElements, request))
}

export const release: Operation = (request) => {
  request.session.contexts.take(readRelease(bodyOf(request, 'Release')))
  return undefined
}

function checkedMode(mode: string | undefined): EnumerationMode | undefined {
  const known = enumerationModes.find((each) => each === mode)
  if (mode === undefined || known !== undefined) return known
  throw refuse({ kind: 'unsupportedFeature', detail: 'EnumerationMode' }, `The lab does not know the enumeration mode ${mode}.`)
}

function itemIn(mode: EnumerationMode | undefined): (object: StoredObject) => Item {
  if (mode === 'EnumerateEPR') return ({ reference }) => ({ reference })
  if (mode === 'EnumerateObjectAndEPR') return ({ instance, reference }) => ({ instance, reference })
  return ({ instance }) => ({ instance })
}

function bodyOf({ body }: WsmanRequest, name: string): XmlElement {
  if (body?.name === name) return body
  throw refuse('schemaValidation', `The body is ${body?.name ?? 'empty'}, not ${name}.`)
}
