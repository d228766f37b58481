import { createServer, type IncomingHttpHeaders } from 'node:http'
import type { AddressInfo } from 'node:net'
import { text } from 'node:stream/consumers'
import { httpTransport } from '../../../http/httpTransport.ts'
import { readEnvelope, writeEnvelope, type IncomingMessage } from '../../codec/envelope.ts'
import { faultAction, writeFault, type OutgoingFault } from '../../codec/fault.ts'
import { answerHeaders } from '../../codec/headers.ts'
import type { Markup } from '../../codec/markup.ts'

export interface Asked extends IncomingMessage {
  readonly url: string
  readonly http: IncomingHttpHeaders
  readonly document: string
}

/** What the host says next: a document as it stands, a body to be wrapped, a fault, or an HTTP status without SOAP. */
export type Said =
  | { readonly document: string }
  | { readonly body: Markup | undefined }
  | { readonly fault: OutgoingFault }
  | { readonly status: number; readonly text: string }

/** An HTTP server on loopback that answers each request with what the script says. */
export async function scriptedHost(script: (asked: Asked, turn: number) => Said, headers: Readonly<Record<string, string>> = {}) {
  const asked: Asked[] = []
  const server = createServer((request, response) => {
    void text(request).then((document) => {
      const message: Asked = { ...readEnvelope(document, 'request'), url: request.url!, http: request.headers, document }
      asked.push(message)
      const said = script(message, asked.length - 1)
      response.writeHead('status' in said ? said.status : 'fault' in said ? 500 : 200, {
        'content-type': 'application/soap+xml;charset=UTF-8',
        ...headers,
      })
      response.end(written(said, message))
    })
  })
  await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening))
  const transport = httpTransport({
    label: 'the host',
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    credentials: { user: 'u', password: 'p' },
  })
  return {
    asked,
    transport,
    async close() {
      await transport.close()
      server.closeAllConnections()
      server.close()
    },
  }
}

function written(said: Said, { headers }: Asked): string {
  if ('document' in said) return said.document
  if ('status' in said) return said.text
  const isFault = 'fault' in said
  const action = isFault ? faultAction(said.fault.kind) : `${headers.action}Response`
  const body = isFault ? writeFault(said.fault) : said.body
  return writeEnvelope({
    kind: 'response',
    headers: answerHeaders(headers, 'uuid:answer', action),
    language: 'en-US',
    ...(body === undefined ? {} : { body }),
  })
}
