import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { labMark } from '../../../foundation/lab-mark.ts'
import { bodyText, readBody } from './body.ts'

export interface LabCredentials {
  readonly user: string
  readonly password: string
}

export interface LabHttpRequest {
  readonly method: string
  /** Path and query as they came. */
  readonly path: string
  /** Lower case names; several of one name are joined by `, `. */
  readonly headers: Readonly<Record<string, string>>
  readonly body: string
  readonly authenticated: boolean
}

export interface LabHttpResponse {
  readonly status: number
  readonly headers: Readonly<Record<string, string>>
  readonly body: string
}

export interface LoopbackOptions {
  /** 0: any free one. */
  readonly port: number
  readonly realm: string
  readonly credentials: LabCredentials
  /** True for a request that may be answered without credentials: `answer` then looks at `authenticated` itself. */
  readonly isPublic?: (request: LabHttpRequest) => boolean
  readonly answer: (request: LabHttpRequest) => LabHttpResponse | Promise<LabHttpResponse>
}

export interface RunningServer {
  /** Scheme, host and port. */
  readonly url: string
  close(): Promise<void>
}

const loopback = '127.0.0.1'

/**
 * Serves on loopback behind Basic authentication. A client may post its whole request before it has shown credentials:
 * that one is answered with 401 and never acted on (ws-man.md section 3, measured).
 */
export async function serveLoopback(options: LoopbackOptions): Promise<RunningServer> {
  const server = createServer((incoming, outgoing) => void serve(incoming, outgoing, options))
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject)
    server.listen(options.port, loopback, resolve)
  })
  const { port } = server.address() as AddressInfo
  return {
    url: `http://${loopback}:${port}`,
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve())
        server.closeAllConnections()
      }),
  }
}

/** An address on which nothing listens: a port that was free a moment ago. */
export async function closedPort(): Promise<RunningServer> {
  const nobody = { user: '', password: '' }
  const server = await serveLoopback({ port: 0, realm: '', credentials: nobody, answer: () => ({ status: 503, headers: {}, body: '' }) })
  await server.close()
  return { url: server.url, close: () => Promise.resolve() }
}

async function serve(incoming: IncomingMessage, outgoing: ServerResponse, options: LoopbackOptions): Promise<void> {
  const answer = await answerTo(incoming, options).catch((error: unknown) => defect(incoming, error))
  const bytes = Buffer.byteLength(answer.body)
  // The date would be the machine's, not the world's.
  outgoing.sendDate = false
  outgoing.writeHead(answer.status, { ...answer.headers, [labMark.header]: labMark.version, 'content-length': bytes })
  outgoing.end(answer.body)
}

/** A defect of the lab is told to whoever asks, and is no answer that any product gives; nobody is left to tell where the caller hung up. */
function defect(incoming: IncomingMessage, error: unknown): LabHttpResponse {
  const told =
    incoming.errored === null ? `snapcheck lab defect: ${error instanceof Error ? (error.stack ?? error.message) : String(error)}` : ''
  return { status: 501, headers: { 'content-type': 'text/plain;charset=UTF-8' }, body: told }
}

async function answerTo(incoming: IncomingMessage, options: LoopbackOptions): Promise<LabHttpResponse> {
  const body = await readBody(incoming)
  if (body === undefined) return { status: 413, headers: { connection: 'close' }, body: '' }
  const headers = Object.fromEntries(Object.entries(incoming.headersDistinct).map(([name, values]) => [name, values?.join(', ') ?? '']))
  const request: LabHttpRequest = {
    method: incoming.method ?? '',
    path: incoming.url ?? '',
    headers,
    body: bodyText(body, headers['content-type']),
    authenticated: headers['authorization'] === basic(options.credentials),
  }
  if (request.authenticated || options.isPublic?.(request) === true) return options.answer(request)
  return unauthorized(options.realm)
}

export function unauthorized(realm: string): LabHttpResponse {
  return { status: 401, headers: { 'www-authenticate': `Basic realm="${realm}"` }, body: '' }
}

function basic({ user, password }: LabCredentials): string {
  return `Basic ${Buffer.from(`${user}:${password}`, 'utf8').toString('base64')}`
}
