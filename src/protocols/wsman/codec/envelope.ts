import { SnapcheckError } from '../../../foundation/errors.ts'
import { attribute, child, parseXml, type XmlElement } from '../../xml/tree.ts'
import { readHeaders, writeHeaders, type Headers, type QName } from './headers.ts'
import { element, type Markup } from './markup.ts'
import { namespaces } from './namespaces.ts'

const { s, a, n, w } = namespaces

/** What is sent. `request` marks headers as mustUnderstand, which answers never are (recorded). */
export interface OutgoingMessage {
  readonly kind: 'request' | 'response'
  readonly headers: Headers
  /** Left out for Get and Delete, whose body is empty. */
  readonly body?: Markup
  /** `xml:lang` of the envelope, which a host sets to its own language (recorded). */
  readonly language?: string
}

export interface IncomingMessage {
  readonly headers: Headers
  /** The first element of the body; undefined where it is empty. */
  readonly body: XmlElement | undefined
  readonly language: string | undefined
  /** Headers that must be understood and are not known here: a server answers them with a MustUnderstand fault. */
  readonly notUnderstood: readonly QName[]
}

/** Without an XML declaration, with the prefixes s, a, n and w on the envelope, as the recorded host writes it. */
export function writeEnvelope(message: OutgoingMessage): string {
  const body = message.body === undefined ? element('s:Body', {}) : element('s:Body', {}, message.body)
  return element(
    's:Envelope',
    { 'xml:lang': message.language, 'xmlns:s': s, 'xmlns:a': a, 'xmlns:n': n, 'xmlns:w': w },
    element('s:Header', {}, ...writeHeaders(message.headers, message.kind)),
    body,
  )
}

/** @throws SNAPCHECK_XML_…, and SNAPCHECK_PROTOCOL for a document that is no SOAP 1.2 envelope. */
export function readEnvelope(document: string, place: string): IncomingMessage {
  const root = parseXml(document, place)
  const body = child(root, s, 'Body')
  if (root.namespace !== s || root.name !== 'Envelope' || body === undefined) {
    throw new SnapcheckError('SNAPCHECK_PROTOCOL', `${place} did not speak SOAP 1.2.`, {
      place,
      observed: `{${root.namespace}}${root.name}`,
      expected: 'a SOAP 1.2 Envelope with a Body',
      next: 'Check that the address is that of a WS-Management service (path /wsman).',
    })
  }
  return { ...readHeaders(child(root, s, 'Header')), body: body.children[0], language: attribute(root, namespaces.xml, 'lang') }
}
