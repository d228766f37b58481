import { realClock } from '../../foundation/clock.ts'
import type { WorldClock } from './world-clock.ts'

/** setTimeout fires at once for anything longer (a 32-bit number of milliseconds, about 24.8 days). */
const longestTimer = 2_147_483_647

/** The world runs by the machine's own clock, for `lab serve`. Its timers never keep the process alive. */
export function realWorldClock(): WorldClock {
  return { ...realClock, kind: 'real', schedule }
}

function schedule(atMs: number, run: () => void): () => void {
  let timer: NodeJS.Timeout | undefined
  const arm = (): void => {
    const wait = Math.max(0, atMs - realClock.now())
    timer = setTimeout(wait > longestTimer ? arm : run, Math.min(wait, longestTimer))
    timer.unref()
  }
  arm()
  return () => clearTimeout(timer)
}
