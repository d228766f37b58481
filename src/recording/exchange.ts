import type { HttpRequest, HttpResponse } from '../protocols/http/transport.ts'
import type { Parameters } from '../protocols/powershell/session/parameters.ts'
import type { CallResult } from '../protocols/powershell/session/result.ts'
import type { Script } from '../protocols/powershell/session/script.ts'

/** A request and what came of it: an answer, or the error code that says why there is none. */
export interface Exchange {
  /** The endpoint's label. */
  readonly endpoint: string
  readonly request: HttpRequest
  readonly outcome: Answered | Failed
}

export interface Answered {
  readonly kind: 'answered'
  readonly response: HttpResponse
}

export interface Failed {
  readonly kind: 'failed'
  /** A SNAPCHECK_… code. */
  readonly code: string
  /** What the error observed, e.g. `HTTP 401`, `ECONNREFUSED`. */
  readonly observed: string
}

/** A call of a shipped script: which one, with which values, and what it did. */
export interface ScriptExchange {
  /** The endpoint's label. */
  readonly endpoint: string
  readonly script: Script
  readonly parameters: Parameters
  readonly outcome: { readonly kind: 'ran'; readonly result: CallResult } | Failed
}
