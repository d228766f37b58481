import type { ErrorCode } from '../../foundation/error-codes.ts'

/** Refusals that come before anything reaches the product: nothing was made then. */
export const nothingSent: readonly ErrorCode[] = [
  'SNAPCHECK_UNSUPPORTED',
  'SNAPCHECK_CANNOT_CARRY',
  'SNAPCHECK_NOT_SHOWN',
  'SNAPCHECK_NOT_ALLOWED',
  'SNAPCHECK_NOT_DISPOSABLE',
  'SNAPCHECK_CEILING',
  'SNAPCHECK_SAFETY_UNDECLARED',
  'SNAPCHECK_FOREIGN_CHECKPOINT',
]
