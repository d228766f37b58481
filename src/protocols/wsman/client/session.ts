import { SnapcheckError } from '../../../foundation/errors.ts'
import { labMark } from '../../../foundation/lab-mark.ts'
import type { HttpResponse, HttpTransport } from '../../http/transport.ts'
import { readEnvelope, writeEnvelope, type IncomingMessage } from '../codec/envelope.ts'
import { readFault, type Fault } from '../codec/fault.ts'
import type { Headers } from '../codec/headers.ts'
import type { Markup } from '../codec/markup.ts'
import { anonymousAddress, soapContentType, wsmanPath } from '../codec/namespaces.ts'

export interface WsManSessionOptions {
  readonly transport: HttpTransport
  /** GUIDs for MessageIDs: seeded, so that two runs write the same requests. */
  readonly nextId: () => string
  /** Bytes that an answer may have; default 512,000 (ws-man.md section 10). */
  readonly maxEnvelopeSize?: number
  /** xs:duration; default PT50S: the host's own fault then comes before the transport's 60 seconds are over. */
  readonly operationTimeout?: string
}

/** What came back: an answer, or the fault with which the host refused. */
export type Reply = (IncomingMessage & { readonly fault?: never }) | { readonly fault: Fault }

export interface WsManSession {
  readonly label: string
  /** True once an answer carried the lab's mark in its HTTP headers. */
  readonly isLab: () => boolean
  /** A request without any header, as Identify is. */
  bare(body: Markup): Promise<Reply>
  send(headers: Headers, body?: Markup): Promise<Reply>
}

/** The address that pywinrm sends to every host: the real one would put a port into evidence (ws-man.md section 3, measured). */
const to = 'http://windows-host:5985/wsman'
/** A fault comes with 500, or with 400 for what the host could not read at all (ws-man.md section 9). */
const soapStatuses = [200, 400, 500]

export function wsManSession(options: WsManSessionOptions): WsManSession {
  const { transport, nextId, maxEnvelopeSize = 512_000, operationTimeout = 'PT50S' } = options
  const { label } = transport
  let marked = false

  const post = async (envelope: string): Promise<IncomingMessage> => {
    const response = await transport.send({ method: 'POST', path: wsmanPath, headers: { 'content-type': soapContentType }, body: envelope })
    marked ||= labMark.header in response.headers
    return soapAnswer(response, label)
  }
  return {
    label,
    isLab: () => marked,
    async bare(body) {
      return replyOf(await post(writeEnvelope({ kind: 'request', headers: {}, body })))
    },
    async send(headers, body) {
      const messageId = `uuid:${nextId()}`
      const all: Headers = { messageId, to, replyTo: anonymousAddress, maxEnvelopeSize, operationTimeout, ...headers }
      const answer = await post(writeEnvelope({ kind: 'request', headers: all, ...(body === undefined ? {} : { body }) }))
      checkRelation(answer, messageId, label)
      return replyOf(answer)
    },
  }
}

function soapAnswer(response: HttpResponse, label: string): IncomingMessage {
  if (soapStatuses.includes(response.status) && response.body !== '') return readEnvelope(response.body, label)
  throw new SnapcheckError('SNAPCHECK_PROTOCOL', `${label} did not answer as a WS-Management service does.`, {
    place: label,
    observed: `HTTP ${response.status}${response.body === '' ? ', empty' : ''}`,
    expected: 'a SOAP envelope with HTTP 200, 400 or 500',
    next: 'Check that the address is that of a WS-Management service (path /wsman).',
  })
}

/** A host that could not read the request cannot name it: only a fault may come without RelatesTo. */
function checkRelation({ headers, body }: IncomingMessage, messageId: string, label: string): void {
  const related = headers.relatesTo
  if (related === messageId || (related === undefined && readFault(body) !== undefined)) return
  throw new SnapcheckError('SNAPCHECK_PROTOCOL', `${label} answered another request than the one that was sent.`, {
    place: label,
    observed: `RelatesTo ${related ?? 'left out'}`,
    expected: `RelatesTo ${messageId}`,
  })
}

function replyOf(answer: IncomingMessage): Reply {
  const fault = readFault(answer.body)
  return fault === undefined ? answer : { fault }
}
