import { isSnapcheckError } from '../foundation/errors.ts'
import type { ScriptCalls } from '../protocols/powershell/session/lazy.ts'
import type { EvidenceStore } from './evidence.ts'
import type { ScriptExchange } from './exchange.ts'
import { redactCall } from './redaction.ts'
import type { RecordingTrail } from './trail.ts'

export interface CallsEndpoint {
  /** What reports call it: never its address. */
  readonly label: string
  /** As scripts are told it. */
  readonly computer: string
}

/** The same calls, each redacted and kept; failed ones too, with the code in place of an answer. */
export function capturingCalls(
  calls: ScriptCalls,
  { label, computer }: CallsEndpoint,
  store: EvidenceStore,
  trail: Pick<RecordingTrail, 'add'>,
): ScriptCalls {
  return {
    ...calls,
    async call(call) {
      const { script, parameters = {} } = call
      const keep = (outcome: ScriptExchange['outcome']): void => {
        trail.add(store.put(redactCall({ endpoint: label, script, parameters, outcome }, computer)))
      }
      try {
        const result = await calls.call(call)
        keep({ kind: 'ran', result })
        return result
      } catch (error) {
        if (isSnapcheckError(error)) keep({ kind: 'failed', code: error.code, observed: error.observed ?? 'no answer' })
        throw error
      }
    },
  }
}
