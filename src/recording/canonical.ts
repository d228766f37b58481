import { createHash } from 'node:crypto'
import type { Exchange } from './exchange.ts'
import type { Redacted } from './redaction.ts'

/** What a canonical exchange is: a request and an answer as HTTP would write them (RFC 9112, `application/http`). */
export const exchangeMediaType = 'application/http'

/** One text for one exchange: sorted headers, no address, no times. Two runs with one seed give the same. */
export function canonicalText({ value: { endpoint, request, outcome } }: Redacted<Exchange>): string {
  const asked = message(`${request.method} ${request.path}`, { host: endpoint, ...request.headers }, request.body ?? '')
  const came =
    outcome.kind === 'failed'
      ? `(no answer: ${outcome.code}, ${outcome.observed})`
      : message(`HTTP ${outcome.response.status}`, outcome.response.headers, outcome.response.body)
  return `${asked}\n\n${came}\n`
}

/** `sha256:<hex>` */
export function digestOf(text: string): string {
  return `sha256:${createHash('sha256').update(text, 'utf8').digest('hex')}`
}

function message(start: string, headers: Readonly<Record<string, string>>, body: string): string {
  const lines = Object.entries(headers).map(([name, value]) => `${name}: ${value}`)
  return [start, ...lines.toSorted(), '', body].join('\n')
}
