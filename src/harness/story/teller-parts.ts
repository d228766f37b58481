import type { InterfaceId } from '../../checkpoint/interface-id.ts'
import type { SnapcheckError } from '../../foundation/errors.ts'
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
  /** Whatever has been begun and not ended. They are awaited before anything is cleaned up. */
  readonly inFlight: Set<Promise<unknown>>
}

/** @throws StoryEnded where the story has to end. */
export function goOn({ ending }: Pick<TellerParts, 'ending'>): void {
  if (ending.aborted) throw new StoryEnded('The story was ended from outside.', { cause: ending.reason })
}

/** Does what must have ended before anything is cleaned up. */
export function tracked<Value>({ inFlight }: Pick<TellerParts, 'inFlight'>, doing: Promise<Value>): Promise<Value> {
  inFlight.add(doing)
  return doing.finally(() => inFlight.delete(doing))
}
