import { createHash } from 'node:crypto'
import { canonicalJson } from '../foundation/json.ts'
import { writeCliXml } from '../protocols/powershell/codec/write.ts'
import type { CallResult } from '../protocols/powershell/session/result.ts'
import type { Exchange, Failed, ScriptExchange } from './exchange.ts'
import type { Redacted } from './redaction.ts'

/** One text for one exchange, the same in two runs with one seed. */
export interface Canonical {
  readonly mediaType: string
  readonly body: string
}

export function canonical({ value }: Redacted<Exchange | ScriptExchange>): Canonical {
  return 'script' in value
    ? { mediaType: 'text/plain', body: canonicalCall(value) }
    : { mediaType: 'application/http', body: canonicalHttp(value) }
}

/** A request and an answer as HTTP would write them (RFC 9112): sorted headers, no address, no times. */
function canonicalHttp({ endpoint, request, outcome }: Exchange): string {
  const asked = message(`${request.method} ${request.path}`, { host: endpoint, ...request.headers }, request.body ?? '')
  const came =
    outcome.kind === 'failed'
      ? noAnswer(outcome)
      : message(`HTTP ${outcome.response.status}`, outcome.response.headers, outcome.response.body)
  return `${asked}\n\n${came}\n`
}

/** The script and its parameters, then its errors, its warnings and what it put out as CLIXML. Stacks name folders of a machine. */
function canonicalCall({ endpoint, script, parameters, outcome }: ScriptExchange): string {
  const asked = message(`CALL ${script.path}`, { host: endpoint, sha256: script.sha256 }, canonicalJson(parameters))
  return `${asked}\n\n${outcome.kind === 'failed' ? noAnswer(outcome) : ran(outcome.result)}\n`
}

function ran({ output, errors, warnings, wasTerminated }: CallResult): string {
  return [
    wasTerminated ? 'TERMINATED' : 'COMPLETED',
    ...errors.map(({ id, category, message: text, exceptions }) => {
      const types = exceptions.map((exception) => exception.types[0] ?? '')
      return `error: ${canonicalJson({ id, category, types, message: text })}`
    }),
    ...warnings.map((text) => `warning: ${JSON.stringify(text)}`),
    '',
    [
      ...writeCliXml(
        output.map((value) => ({ value, stream: undefined })),
        'the evidence of a call',
      ),
    ].join(''),
  ].join('\n')
}

function noAnswer({ code, observed }: Failed): string {
  return `(no answer: ${code}, ${observed})`
}

/** `sha256:<hex>` */
export function digestOf(text: string): string {
  return `sha256:${createHash('sha256').update(text, 'utf8').digest('hex')}`
}

function message(start: string, headers: Readonly<Record<string, string>>, body: string): string {
  const lines = Object.entries(headers).map(([name, value]) => `${name}: ${value}`)
  return [start, ...lines.toSorted(), '', body].join('\n')
}
