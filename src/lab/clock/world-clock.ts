import type { Clock } from '../../foundation/clock.ts'

/** The clock of one lab world. Everything that happens later in it (the end of a job, a refresher) is scheduled here. */
export interface WorldClock extends Clock {
  /**
   * Runs `run` once when the world's time reaches `atMs` (milliseconds since 1970, UTC); a time in the past means now.
   * Events of one moment run in the order in which they were scheduled.
   * @returns cancels the event; harmless once it has run.
   */
  schedule(atMs: number, run: () => void): () => void
}

/** A clock that only its callers move: by sleeping, or by running what is due. */
export interface VirtualClock extends WorldClock {
  readonly kind: 'virtual'
  /** Moves to the next scheduled event and runs it, as a blocked synchronous call does; false when nothing is scheduled. */
  advanceToNextEvent(): boolean
  /** Moves to `atMs`, running every event on the way; afterwards nothing is due at or before `atMs`. */
  advanceTo(atMs: number): void
}
