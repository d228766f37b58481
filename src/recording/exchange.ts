import type { HttpRequest, HttpResponse } from '../protocols/http/transport.ts'

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
