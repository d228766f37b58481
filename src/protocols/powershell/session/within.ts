import { SnapcheckError } from '../../../foundation/errors.ts'

export interface Bounds {
  /** What is waited for, for messages. */
  readonly place: string
  /** Milliseconds of real time: a process does not live under the lab's clock. Left out: no limit. */
  readonly timeout?: number
  readonly signals: readonly AbortSignal[]
}

/**
 * What the work gives, unless its time is over or a signal comes first; then the work is left to itself. Where a signal is
 * aborted already, it is not begun.
 * @throws SNAPCHECK_POWERSHELL_TIMEOUT, SNAPCHECK_POWERSHELL_ABORTED
 */
export async function within<T>({ place, timeout, signals }: Bounds, work: () => Promise<T>): Promise<T> {
  if (signals.some(({ aborted }) => aborted)) throw aborted(place, signals)
  const stop = Promise.withResolvers<never>()
  const abort = (): void => stop.reject(aborted(place, signals))
  const timer = timeout === undefined ? undefined : setTimeout(() => stop.reject(tooLong(place, timeout)), timeout)
  for (const signal of signals) signal.addEventListener('abort', abort)
  try {
    return await Promise.race([work(), stop.promise])
  } finally {
    clearTimeout(timer)
    for (const signal of signals) signal.removeEventListener('abort', abort)
  }
}

function aborted(place: string, signals: readonly AbortSignal[]): SnapcheckError {
  const cause: unknown = signals.find((signal) => signal.aborted)?.reason
  return new SnapcheckError('SNAPCHECK_POWERSHELL_ABORTED', `${place} was given up.`, {
    place,
    observed: cause instanceof Error ? cause.message : String(cause),
    cause,
  })
}

function tooLong(place: string, timeout: number): SnapcheckError {
  return new SnapcheckError('SNAPCHECK_POWERSHELL_TIMEOUT', `${place} took too long and was ended.`, {
    place,
    observed: `no answer in ${timeout} ms`,
    next: 'Look at the product before you repeat it; raise the limit where it is only slow.',
  })
}
