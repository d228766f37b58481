import { isSnapcheckError } from '../foundation/errors.ts'
import type { HttpRequest, HttpTransport } from '../protocols/http/transport.ts'
import type { EvidenceStore } from './evidence.ts'
import type { Exchange } from './exchange.ts'
import { redact } from './redaction.ts'
import type { RecordingTrail } from './trail.ts'

/** The same transport, whose exchanges are redacted and kept; failed ones too, with the code in place of an answer. */
export function capturing(transport: HttpTransport, store: EvidenceStore, trail: Pick<RecordingTrail, 'add'>): HttpTransport {
  const keep = (request: HttpRequest, outcome: Exchange['outcome']): void => {
    trail.add(store.put(redact({ endpoint: transport.label, request, outcome }, transport.origin)))
  }
  return {
    ...transport,
    async send(request, signal) {
      try {
        const response = await transport.send(request, signal)
        keep(request, { kind: 'answered', response })
        return response
      } catch (error) {
        if (isSnapcheckError(error)) keep(request, { kind: 'failed', code: error.code, observed: error.observed ?? 'no answer' })
        throw error
      }
    },
  }
}
