import type { Clock } from '../../foundation/clock.ts'
import { isSnapcheckError } from '../../foundation/errors.ts'
import type { Evidenced } from '../../interfaces/port.ts'
import { vmmErrors } from '../../products/spf/errors.ts'
import { evidenceOf, keepEvidence } from '../../recording/trail.ts'

/** How long a locked object is asked for again, in milliseconds. */
export interface LockPatience {
  readonly limit: number
  readonly interval: number
}

/** Other jobs of a VM end within a minute or two, unless they move it; assumed. */
const lockPatience: LockPatience = { limit: 120_000, interval: 5_000 }

/** SCVMM's way to say that another job works on the object (2606, documented): nothing was done, and it may be asked again. */
export function isLockedObject(error: unknown): boolean {
  return isSnapcheckError(error) && error.productCode === vmmErrors.locked.code
}

/**
 * Does it again while SCVMM says that the object is locked, up to the limit. The exchanges of every attempt are the
 * evidence of the whole, of a failure too.
 */
export async function onceUnlocked<Value>(
  clock: Clock,
  work: () => Promise<Evidenced<Value>>,
  { limit, interval }: LockPatience = lockPatience,
): Promise<Evidenced<Value>> {
  const until = clock.now() + limit
  const earlier: string[] = []
  for (;;) {
    try {
      const { value, evidence } = await work()
      return { value, evidence: [...earlier, ...evidence] }
    } catch (error) {
      earlier.push(...evidenceOf(error))
      if (!isLockedObject(error) || clock.now() >= until) {
        keepEvidence(error, earlier)
        throw error
      }
      await clock.sleep(interval)
    }
  }
}
