import type { ErrorCode } from './error-codes.ts'

/** Where and how something failed; every field is data, none has to be parsed out of the message. */
export interface ErrorDetails {
  /** File, endpoint, option or element where it failed. */
  readonly place?: string
  readonly observed?: string
  readonly expected?: string
  /** The product's own code, such as VMM's 2606 or a ReturnValue, where a product refused. */
  readonly productCode?: string
  /** The command or action that helps. */
  readonly next?: string
  /** GUID of the checkpoint that was made although the operation failed afterwards. */
  readonly made?: string
  readonly cause?: unknown
}

/** The one error class of snapcheck. `snapcheck explain CODE` tells what each code means. */
export class SnapcheckError extends Error {
  override readonly name = 'SnapcheckError'
  readonly code: ErrorCode
  readonly place: string | undefined
  readonly observed: string | undefined
  readonly expected: string | undefined
  readonly productCode: string | undefined
  readonly next: string | undefined
  readonly made: string | undefined

  constructor(code: ErrorCode, summary: string, details: ErrorDetails = {}) {
    super(summary, details.cause === undefined ? undefined : { cause: details.cause })
    this.code = code
    this.place = details.place
    this.observed = details.observed
    this.expected = details.expected
    this.productCode = details.productCode
    this.next = details.next
    this.made = details.made
  }
}

/** An error that we threw, also when it comes from another copy of the package. */
export function isSnapcheckError(error: unknown): error is SnapcheckError {
  return error instanceof Error && error.name === 'SnapcheckError' && 'code' in error
}
