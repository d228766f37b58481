export interface ScheduledEvent {
  readonly atMs: number
  readonly run: () => void
}

/** Events by time, those of one moment by insertion. */
export interface EventQueue {
  /** @returns takes the event out again. */
  add(atMs: number, run: () => void): () => void
  /** Takes out the earliest event that is due at or before `limitMs`. */
  takeDue(limitMs: number): ScheduledEvent | undefined
}

/** A sorted array, latest first: a world has tens of events waiting, never thousands. */
export function eventQueue(): EventQueue {
  const waiting: ScheduledEvent[] = []
  return {
    add(atMs, run) {
      const event = { atMs, run }
      waiting.splice(placeFor(waiting, atMs), 0, event)
      return () => {
        const at = waiting.indexOf(event)
        if (at >= 0) waiting.splice(at, 1)
      }
    },
    takeDue(limitMs) {
      const next = waiting.at(-1)
      return next === undefined || next.atMs > limitMs ? undefined : waiting.pop()
    },
  }
}

/** Before every event of the same moment, since the array is read from its end. */
function placeFor(waiting: readonly ScheduledEvent[], atMs: number): number {
  let low = 0
  let high = waiting.length
  while (low < high) {
    const middle = (low + high) >>> 1
    if (waiting[middle]!.atMs > atMs) low = middle + 1
    else high = middle
  }
  return low
}
