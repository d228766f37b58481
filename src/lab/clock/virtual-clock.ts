import { eventQueue } from './event-queue.ts'
import type { VirtualClock } from './world-clock.ts'

/** @param startMs milliseconds since 1970-01-01T00:00:00Z. Time stands still until somebody sleeps or advances. */
export function virtualClock(startMs: number): VirtualClock {
  const queue = eventQueue()
  let now = startMs

  const runNext = (limitMs: number): boolean => {
    const event = queue.takeDue(limitMs)
    if (event === undefined) return false
    now = Math.max(now, event.atMs)
    event.run()
    return true
  }
  const advanceTo = (atMs: number): void => {
    while (runNext(atMs)) continue
    now = Math.max(now, atMs)
  }
  return {
    kind: 'virtual',
    now: () => now,
    schedule: (atMs, run) => queue.add(Math.max(now, atMs), run),
    advanceToNextEvent: () => runNext(Number.POSITIVE_INFINITY),
    advanceTo,
    async sleep(milliseconds, signal) {
      signal?.throwIfAborted()
      advanceTo(now + Math.max(0, milliseconds))
    },
  }
}
