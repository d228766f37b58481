import { realClock } from '../../foundation/clock.ts'
import type { WorldClock } from './world-clock.ts'

/** setTimeout fires at once for anything longer (a 32-bit number of milliseconds, about 24.8 days). */
const longestTimer = 2_147_483_647

/**
 * The world runs by the machine's own clock, for `lab serve`. Its timers never keep the process alive.
 * @param speed how many of its seconds go by in one of the machine's, so that real concurrency need not take real time.
 */
export function realWorldClock(speed = 1): WorldClock {
  const began = realClock.now()
  const now = (): number => began + (realClock.now() - began) * speed
  return {
    kind: 'real',
    now,
    sleep: (milliseconds, signal) => realClock.sleep(milliseconds / speed, signal),
    schedule: (atMs, run) => scheduleIn(() => (atMs - now()) / speed, run),
  }
}

function scheduleIn(remaining: () => number, run: () => void): () => void {
  let timer: NodeJS.Timeout | undefined
  const arm = (): void => {
    const wait = Math.max(0, remaining())
    timer = setTimeout(wait > longestTimer ? arm : run, Math.min(wait, longestTimer))
    timer.unref()
  }
  arm()
  return () => clearTimeout(timer)
}
