import type { Clock } from '../../foundation/clock.ts'
import type { Source } from '../sources/source.ts'
import { StoryEnded } from './teller-parts.ts'

/** When a story has to end, whoever says so. */
export interface Ending {
  readonly signal: AbortSignal
  /** Milliseconds of the wall clock. */
  readonly limit: number
  isOverLimit(): boolean
  /** The body has ended: what of it was not awaited begins nothing any more. */
  bodyEnded(): void
  /** The source's, whose sleepers wake up when the story has to end. */
  readonly clock: Clock
}

/** Before the two minutes of Vitest are over, so that it is the story that ends and not the test. */
const virtualLimit = 100_000
/** Four looks that wait in vain, and the jobs between them. */
const realLooks = 4
const realJobs = 15 * 60_000

export function endingOf({ clock, patience }: Pick<Source, 'clock' | 'patience'>, signal: AbortSignal | undefined): Ending {
  const limit = clock.kind === 'virtual' ? virtualLimit : realLooks * patience.limit + realJobs
  const overLimit = AbortSignal.timeout(limit)
  const body = new AbortController()
  const ending = AbortSignal.any([overLimit, body.signal, ...(signal === undefined ? [] : [signal])])
  return {
    signal: ending,
    limit,
    isOverLimit: () => overLimit.aborted && signal?.aborted !== true,
    bodyEnded: () => body.abort(new StoryEnded('The story has come to its end.')),
    clock: { ...clock, sleep: (milliseconds) => clock.sleep(milliseconds, ending) },
  }
}

/** Waits for the work, but not longer than the story may go on: a body that hangs is left behind and can do nothing any more. */
export async function untilEnded(work: Promise<void>, ending: AbortSignal): Promise<void> {
  const ended = new Promise<never>((_resolve, reject) => {
    const end = (): void => reject(new StoryEnded('The story was ended from outside.', { cause: ending.reason }))
    if (ending.aborted) end()
    else ending.addEventListener('abort', end, { once: true })
  })
  await Promise.race([work, ended])
}
