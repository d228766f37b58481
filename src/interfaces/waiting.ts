import type { Clock } from '../foundation/clock.ts'
import { SnapcheckError } from '../foundation/errors.ts'

export interface Waiting {
  readonly clock: Clock
  /** Milliseconds until what is awaited counts as stuck. */
  readonly limit: number
  /** Milliseconds between two looks. */
  readonly interval: number
}

/**
 * Looks again and again until there is an answer.
 * @param what completes "… did not come about".
 * @throws SNAPCHECK_JOB_TIMEOUT
 */
export async function waitFor<Value>(
  { clock, limit, interval }: Waiting,
  what: string,
  place: string,
  look: () => Promise<Value | undefined>,
): Promise<Value> {
  const until = clock.now() + limit
  for (;;) {
    const found = await look()
    if (found !== undefined) return found
    if (clock.now() >= until) {
      throw new SnapcheckError('SNAPCHECK_JOB_TIMEOUT', `${place}: ${what} did not come about.`, {
        place,
        observed: `not there after ${limit} ms`,
        expected: what,
        next: 'Look at the jobs of the VM in the product.',
      })
    }
    await clock.sleep(interval)
  }
}
