import type { Guid } from '../../checkpoint/guid.ts'
import type { InterfaceId } from '../../checkpoint/interface-id.ts'
import { realClock } from '../../foundation/clock.ts'
import type { SnapcheckError } from '../../foundation/errors.ts'
import type { Act } from '../../judgement/observation.ts'
import type { Scenario } from '../definition.ts'
import type { Source } from '../sources/source.ts'
import { cleanUp, nothingMade, type Cleanup } from './cleanup.ts'
import { storyRecorder } from './recorder.ts'
import type { Problem, Telling } from './result.ts'
import { sessionsOf } from './sessions.ts'
import { StoryEnded, teller, type TellerParts } from './teller.ts'

export interface TellOptions {
  readonly scenario: Scenario
  readonly creator: InterfaceId
  readonly source: Source
  readonly seed: string
}

/** Tells one scenario with one creating interface, on one source, and cleans up. Never rejects for a fault of a product or transport. */
export async function tell({ scenario, creator, source, seed }: TellOptions): Promise<Telling> {
  const startedAt = realClock.now()
  const key = `${scenario.definition.id}/${creator}`
  const recorder = storyRecorder(key, source.vm)
  const problems: Problem[] = []
  const onFault = (error: SnapcheckError, place: string): void => void problems.push(problemOf(key, error, place))
  const sessions = sessionsOf(source, onFault)
  try {
    await sessions.reopen()
    const cleanup = await tellThrough({ source, recorder, creator, sessions, onFault, seed, key }, scenario)
    return {
      key,
      definition: scenario.definition,
      creator,
      story: recorder.story,
      participants: sessions.participants(),
      problems,
      cleanup,
      evidence: source.evidence.all(),
      wall: { startedAt, duration: realClock.now() - startedAt },
    }
  } finally {
    await sessions.close()
  }
}

async function tellThrough(parts: TellerParts, { body }: Scenario): Promise<Cleanup> {
  const { sessions, creator, recorder, source } = parts
  if (sessions.of(creator) === undefined) return nothingMade
  let fault: unknown
  try {
    await body(teller(parts))
  } catch (error) {
    if (!(error instanceof StoryEnded)) fault = error
  }
  const through = sessions.of(creator)?.through
  const owned = madeBy(recorder.story.acts)
  const cleanup: Cleanup =
    through === undefined
      ? {
          outcome: 'failed',
          leftovers: owned.map((checkpoint) => ({ checkpoint, why: 'no session' })),
          sentence: 'The creating interface could not be opened again.',
        }
      : await cleanUp(through, source.vm, owned)
  if (fault !== undefined) throw fault
  return cleanup
}

function madeBy(acts: readonly Act[]): readonly Guid[] {
  return acts.flatMap(({ action, result, checkpoint }) =>
    action === 'create' && result === 'done' && checkpoint !== null ? [checkpoint] : [],
  )
}

function problemOf(scenario: string, error: SnapcheckError, place: string): Problem {
  return { scenario, code: error.code, place: error.place ?? place, sentence: `${place}: ${error.message}`, next: error.next ?? null }
}
