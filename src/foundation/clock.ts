import { setTimeout as setTimeoutPromise } from 'node:timers/promises'

/**
 * The one place where waiting happens. Under the virtual clock of the lab, `sleep` moves that lab's world to the
 * wake-up time, event by event, so that a 30-minute refresher costs nothing.
 */
export interface Clock {
  readonly kind: 'real' | 'virtual'
  /** Milliseconds since 1970-01-01T00:00:00Z. */
  now(): number
  /** @throws the signal's reason when it is aborted meanwhile. */
  sleep(milliseconds: number, signal?: AbortSignal): Promise<void>
}

export const realClock: Clock = {
  kind: 'real',
  now: () => Date.now(),
  sleep: (milliseconds, signal) => setTimeoutPromise(milliseconds, undefined, { signal }),
}
