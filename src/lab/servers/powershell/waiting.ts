import type { WorldClock } from '../../clock/world-clock.ts'

/** Milliseconds between two looks at a job that a cmdlet is blocked by. */
export const blockedStep = 100

/** Blocks until it is so; a virtual clock moves on meanwhile. */
export async function until(clock: WorldClock, isSo: () => boolean): Promise<void> {
  while (!isSo()) await clock.sleep(blockedStep)
}
