import { labMark } from '../foundation/lab-mark.ts'
import type { HttpRequest, HttpResponse } from '../protocols/http/transport.ts'
import type { Exchange, ScriptExchange } from './exchange.ts'

const throughRedact: unique symbol = Symbol('through redact')

/** A value that went through `redact`: the only thing that a store accepts, and nothing else can make one. */
export interface Redacted<Value> {
  readonly [throughRedact]: true
  readonly value: Value
  /** What was taken out or replaced, by name and sorted: never the value. */
  readonly redactions: readonly string[]
}

/**
 * Headers that may be stored. A list of what to keep, not of what to drop: with the latter a second secret header gets
 * through (anchors-lab.md R8). Left out on purpose, though harmless: what changes from run to run (date, content-length).
 */
export const storableHeaders: ReadonlySet<string> = new Set<string>([
  'accept',
  'allow',
  'content-language',
  'content-type',
  'dataserviceversion',
  'location',
  'maxdataserviceversion',
  'mindataserviceversion',
  'odata-version',
  'prefer',
  'preference-applied',
  'server',
  'wsmanidentify',
  'x-http-method',
  labMark.header,
])

/**
 * Takes every header out that is not known to be harmless, and puts the endpoint's label where its address stands. Bodies
 * are otherwise left as they are: text that we wrote for a test is payload and is never touched.
 * @param origin scheme, host and port of the endpoint, if it is known.
 */
export function redact(exchange: Exchange, origin?: string): Redacted<Exchange> {
  const applied = new Set<string>()
  const relabel = relabelling(origin, exchange.endpoint, applied)
  const message = <Message extends HttpRequest | HttpResponse>(side: string, sent: Message): Message => ({
    ...sent,
    headers: storable(side, sent.headers, relabel, applied),
    ...(sent.body === undefined ? {} : { body: relabel(sent.body) }),
  })
  const { request, outcome } = exchange
  const value: Exchange = {
    endpoint: exchange.endpoint,
    request: { ...message('request', request), path: relabel(request.path) },
    outcome: outcome.kind === 'failed' ? outcome : { kind: 'answered', response: message('response', outcome.response) },
  }
  return { [throughRedact]: true, value, redactions: [...applied].toSorted() }
}

/**
 * Puts the endpoint's label where a parameter names its computer. A script and its text are snapcheck's own, the account is
 * the process's, and what a test wrote is payload.
 */
export function redactCall(exchange: ScriptExchange, computer: string): Redacted<ScriptExchange> {
  const { parameters, endpoint } = exchange
  const named = Object.entries(parameters).filter(([, value]) => value === computer)
  const value = { ...exchange, parameters: { ...parameters, ...Object.fromEntries(named.map(([name]) => [name, endpoint])) } }
  return { [throughRedact]: true, value, redactions: named.length === 0 ? [] : ['endpoint address'] }
}

function storable(
  side: string,
  headers: Readonly<Record<string, string>>,
  relabel: (text: string) => string,
  applied: Set<string>,
): Readonly<Record<string, string>> {
  const kept = Object.entries(headers).filter(([name]) => {
    const keep = storableHeaders.has(name.toLowerCase())
    if (!keep) applied.add(`${side} header ${name.toLowerCase()}`)
    return keep
  })
  return Object.fromEntries(kept.map(([name, value]) => [name.toLowerCase(), relabel(value)]))
}

/** `http://127.0.0.1:43210` becomes `http://<label>`, and `127.0.0.1:43210` alone the label. */
function relabelling(origin: string | undefined, label: string, applied: Set<string>): (text: string) => string {
  if (origin === undefined) return (text) => text
  const { protocol, host, port } = new URL(origin)
  const name = label.replace(/[^A-Za-z0-9.-]+/g, '-')
  const whole = [origin, `${protocol}//${name}`] as const
  const places = port === '' ? [whole] : [whole, [host, name] as const]
  return (text) =>
    places.reduce((done, [from, to]) => {
      if (!done.includes(from)) return done
      applied.add('endpoint address')
      return done.replaceAll(from, to)
    }, text)
}
