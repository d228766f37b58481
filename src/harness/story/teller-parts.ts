import type { InterfaceId } from '../../checkpoint/interface-id.ts'
import { SnapcheckError } from '../../foundation/errors.ts'
import type { Source } from '../sources/source.ts'
import type { Ownership } from '../ownership/ownership.ts'
import type { Environment } from './environment.ts'
import type { StoryRecorder } from './recorder.ts'
import type { Sessions } from './sessions.ts'

/** Thrown where a story cannot go on because an act failed; the act itself is already written down. */
export class StoryEnded extends Error {
  override readonly name = 'StoryEnded'
}

/** What a story is told with. */
export interface TellerParts {
  readonly source: Source
  readonly recorder: StoryRecorder
  readonly creator: InterfaceId
  readonly sessions: Sessions
  /** A fault that is not the product's answer. */
  onFault(error: SnapcheckError, place: string): void
  readonly key: string
  readonly ownership: Ownership
  /** What every interface showed before the story began. */
  readonly environment: Environment
  /** Aborted where the story has to end: interrupted, or over its limit. No act begins after that. */
  readonly ending: AbortSignal
  /** Told of each step as it begins. */
  onStep(title: string): void
  /** The step that has begun and not ended, by its title. It is awaited before anything is cleaned up. */
  readonly inFlight: Map<Promise<unknown>, string>
}

/** @throws StoryEnded where the story has to end. */
export function goOn({ ending }: Pick<TellerParts, 'ending'>): void {
  if (ending.aborted) throw new StoryEnded('The story was ended from outside.', { cause: ending.reason })
}

type Stepping = Pick<TellerParts, 'ending' | 'inFlight' | 'onStep'>

/**
 * One step after the other: two at once would be judged in an order in which they did not happen, and a product blamed for it.
 * @throws StoryEnded where the story has to end, SNAPCHECK_STEP_NOT_AWAITED
 */
export function inTurn<Value>(parts: Stepping, title: string, work: () => Promise<Value>): Promise<Value> {
  const step = begun(parts, title, work)
  // Whoever does not await it hears of it from the next step, or from the end of the body.
  step.catch(() => undefined)
  return step
}

async function begun<Value>(parts: Stepping, title: string, work: () => Promise<Value>): Promise<Value> {
  goOn(parts)
  refuseUnawaited(parts, `The step "${title}" was begun`)
  parts.onStep(title)
  const doing = work()
  parts.inFlight.set(doing, title)
  return doing.finally(() => parts.inFlight.delete(doing))
}

/** @param what happened meanwhile. @throws SNAPCHECK_STEP_NOT_AWAITED where a step goes on. */
export function refuseUnawaited({ inFlight }: Pick<TellerParts, 'inFlight'>, what: string): void {
  const [earlier] = inFlight.values()
  if (earlier === undefined) return
  throw new SnapcheckError('SNAPCHECK_STEP_NOT_AWAITED', `${what} while "${earlier}" went on.`, {
    place: earlier,
    observed: 'two things at once',
    expected: 'one after the other',
    next: `Put an await before the step "${earlier}".`,
  })
}
