import { namespace } from '../../../products/spf/entities.ts'
import { entityPath } from '../../../protocols/odata/codec/uri.ts'
import { formats, type FormatName } from '../../../protocols/odata/codec/formats.ts'
import { writeMetadata } from '../../../protocols/odata/codec/metadata.ts'
import type { WritingContext } from '../../../protocols/odata/codec/document.ts'
import type { LabHttpResponse } from '../http/loopback-server.ts'
import type { Refusal, Reply } from './reply.ts'
import { servedSets } from './sets.ts'

export interface Rendering {
  readonly format: FormatName
  /** Absolute service root, ending with `/`. */
  readonly root: string
  readonly now: string
}

const version = { dataserviceversion: '3.0;' }

export function render(reply: Reply, { format, root, now }: Rendering): LabHttpResponse {
  const { codec, contentTypes } = formats[format]
  const context = (set: WritingContext['set']): WritingContext => ({ root, set, now })
  switch (reply.kind) {
    case 'service':
      return respond(
        200,
        contentTypes.service,
        codec.writeService(
          root,
          servedSets.map(({ name }) => name),
        ),
      )
    case 'metadata':
      return respond(200, 'application/xml;charset=utf-8', writeMetadata(namespace, namespace, servedSets))
    case 'entity':
      return respond(
        reply.status,
        contentTypes.entity,
        codec.writeEntity(reply.entity, context(reply.set)),
        reply.status === 201 ? { location: root + entityPath(reply.set, reply.entity) } : {},
      )
    case 'feed':
      return respond(
        200,
        contentTypes.feed,
        codec.writeFeed(reply.entities, context(reply.set), reply.next === undefined ? undefined : root + reply.next),
      )
    case 'done':
      return { status: 204, headers: version, body: '' }
    case 'refusal':
      return renderRefusal(reply, format)
  }
}

export function renderRefusal({ status, code, message, allow }: Refusal, format: FormatName): LabHttpResponse {
  const { codec, contentTypes } = formats[format]
  return respond(
    status,
    contentTypes.error,
    codec.writeError({ code, message, innerCode: undefined }),
    allow === undefined ? {} : { allow: allow.join(', ') },
  )
}

function respond(status: number, contentType: string, body: string, headers: Readonly<Record<string, string>> = {}): LabHttpResponse {
  return { status, headers: { ...version, 'content-type': contentType, ...headers }, body }
}
