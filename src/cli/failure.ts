import pc from 'picocolors'
import { errorCodes } from '../foundation/error-codes.ts'
import { isSnapcheckError } from '../foundation/errors.ts'

/** Prints what failed, where, observed against expected, and the next command, to stderr. */
export function printFailure(error: unknown): void {
  if (!isSnapcheckError(error)) {
    console.error(`${pc.red('error')} SNAPCHECK_HARNESS_FAULT  ${error instanceof Error ? (error.stack ?? error.message) : String(error)}`)
    return
  }
  console.error(`${pc.red('error')} ${pc.bold(error.code)}  ${error.message}`)
  for (const [label, value] of [
    ['where', error.place],
    ['observed', error.observed],
    ['expected', error.expected],
    ['next', error.next ?? `snapcheck explain ${error.code}`],
  ] as const) {
    if (value !== undefined) console.error(`  ${pc.dim(label.padEnd(8))}  ${value}`)
  }
}

export function exitCodeOf(error: unknown): number {
  return isSnapcheckError(error) ? errorCodes[error.code].exit : 3
}
