import { once } from 'node:events'
// Default imports: msw replaces functions on the module object, and named bindings would not see that.
import http from 'node:http'
import https from 'node:https'
import { SnapcheckError, isSnapcheckError } from '../../foundation/errors.ts'
import { answerText, largestAnswer } from './answerText.ts'
import { endpointAddress } from './endpointAddress.ts'
import type { BasicCredentials, HttpEndpoint, HttpRequest, HttpResponse, HttpTransport } from './transport.ts'

const defaultTimeout = 60_000

export interface HttpTransportLimits {
  /** Bytes of one answer. */
  readonly largestAnswer?: number
}

/**
 * HTTP over one connection that is kept open: schemes such as Negotiate bind the session to it. Credentials are added here,
 * below the place where exchanges are captured. Redirects are never followed.
 * See docs/decisions/0001-http-transport.md.
 * @throws SNAPCHECK_OPTION_VALUE, SNAPCHECK_CREDENTIALS_IN_CLEAR for an endpoint that must not be used.
 */
export function httpTransport(endpoint: HttpEndpoint, limits: HttpTransportLimits = {}): HttpTransport {
  const address = endpointAddress(endpoint)
  const agent = agentFor(address, endpoint.ca)
  const authorization = endpoint.credentials === undefined ? {} : { authorization: basic(endpoint.credentials) }
  const root = address.pathname.replace(/\/$/, '')

  return {
    label: endpoint.label,
    origin: address.origin,
    async send(request, signal) {
      const deadline = AbortSignal.timeout(endpoint.timeout ?? defaultTimeout)
      const options = {
        method: request.method,
        path: root + request.path,
        hostname: address.hostname.replace(/^\[|\]$/g, ''),
        ...(address.port === '' ? {} : { port: address.port }),
        agent,
        headers: { ...request.headers, ...authorization },
        signal: signal === undefined ? deadline : AbortSignal.any([signal, deadline]),
      }
      try {
        const response = await exchange(address, options, request, endpoint.label, limits.largestAnswer ?? largestAnswer)
        return admitted(response, endpoint.label)
      } catch (error) {
        if (signal?.aborted === true) throw signal.reason
        throw isSnapcheckError(error) ? error : unreachable(endpoint, error, deadline.aborted)
      }
    },
    async close() {
      agent.destroy()
    },
  }
}

/** The certificate is checked whatever NODE_TLS_REJECT_UNAUTHORIZED says: a password would go to anybody else. */
function agentFor(address: URL, ca: string | undefined): http.Agent {
  const one = { keepAlive: true, maxSockets: 1 }
  if (address.protocol === 'http:') return new http.Agent(one)
  return new https.Agent({ ...one, rejectUnauthorized: true, ...(ca === undefined ? {} : { ca }) })
}

async function exchange(
  address: URL,
  options: http.RequestOptions,
  { body }: HttpRequest,
  label: string,
  largest: number,
): Promise<HttpResponse> {
  const request = address.protocol === 'https:' ? https.request(options) : http.request(options)
  request.end(body)
  const [answer] = (await once(request, 'response')) as [http.IncomingMessage]
  const headers = Object.entries(answer.headersDistinct).map(([name, values]) => [name, (values ?? []).join(', ')])
  return { status: answer.statusCode ?? 0, headers: Object.fromEntries(headers), body: await answerText(answer, label, largest) }
}

function admitted(response: HttpResponse, label: string): HttpResponse {
  if (![401, 403].includes(response.status)) return response
  throw new SnapcheckError('SNAPCHECK_ACCESS_DENIED', `${label} refused the credentials.`, {
    place: label,
    observed: `HTTP ${response.status}${offered(response.headers['www-authenticate'])}`,
    expected: 'an account with the rights to administer the product, by Basic over https',
    next: 'Check user and password of this endpoint; snapcheck speaks no Negotiate and no Kerberos yet.',
  })
}

/** The names of the schemes only: what stands beside them may tell about the site. */
function offered(challenges: string | undefined): string {
  const schemes = (challenges ?? '').replace(/"[^"]*"/g, '').matchAll(/(?:^|,)\s*([A-Za-z]+)(?=\s|,|$)/g)
  const names = [...new Set([...schemes].map(([, name]) => name!))]
  return names.length === 0 ? '' : `, offers ${names.join(', ')}`
}

/** The address stays in the cause: reports show the label and the code only. */
function unreachable({ label, timeout }: HttpEndpoint, cause: unknown, timedOut: boolean): SnapcheckError {
  const code = cause instanceof Error && 'code' in cause ? String(cause.code) : 'no answer'
  return new SnapcheckError('SNAPCHECK_UNREACHABLE', `${label} did not answer.`, {
    place: label,
    observed: timedOut ? `nothing within ${timeout ?? defaultTimeout} ms` : code,
    expected: 'an answer',
    next: 'Check that the service runs and that the address, port and certificate of this endpoint are right.',
    cause,
  })
}

function basic({ user, password }: BasicCredentials): string {
  return `Basic ${Buffer.from(`${user}:${password}`, 'utf8').toString('base64')}`
}
