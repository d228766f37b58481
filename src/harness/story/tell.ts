import type { InterfaceId } from '../../checkpoint/interface-id.ts'
import { realClock } from '../../foundation/clock.ts'
import { SnapcheckError, isSnapcheckError } from '../../foundation/errors.ts'
import type { Story } from '../../judgement/observation.ts'
import type { CheckpointInterface } from '../../interfaces/port.ts'
import type { Scenario } from '../definition.ts'
import { withinDeclared } from '../guard.ts'
import type { Ownership } from '../ownership/ownership.ts'
import type { Source } from '../sources/source.ts'
import { suitePlace } from '../suites/place.ts'
import { cleanUp, closedEmpty, notTidied, type Cleanup } from './cleanup.ts'
import { disturbancesOf } from './disturbances.ts'
import { endingOf, untilEnded, type Ending } from './ending.ts'
import { authoritiesIn, readEnvironment, type Environment } from './environment.ts'
import { labOwnership } from './lab-ownership.ts'
import { storyRecorder } from './recorder.ts'
import type { Problem, Telling } from './result.ts'
import { sessionsOf } from './sessions.ts'
import { refuseUnawaited, StoryEnded, type TellerParts } from './teller-parts.ts'
import { teller } from './teller.ts'

export interface TellOptions {
  /** Names the telling; nothing else of the run has the same. */
  readonly key: string
  readonly scenario: Scenario
  readonly creator: InterfaceId
  readonly source: Source
  readonly seed: string
  /** Aborted where the run is interrupted, or where its runner gives up waiting: the story ends, and is cleaned up. */
  readonly signal?: AbortSignal
  /** Told of each step as it begins: on a product a single one may take half an hour. */
  readonly onStep?: (title: string) => void
}

/** Tells one scenario with one creating interface, on one source, and cleans up. Never rejects for a fault of a product or transport. */
export async function tell({ key, scenario, creator, source, seed, signal, onStep = () => undefined }: TellOptions): Promise<Telling> {
  const startedAt = realClock.now()
  const begun = source.clock.now()
  const recorder = storyRecorder(key, source.vm, scenario.definition.vm)
  const problems: Problem[] = []
  const onFault = (error: SnapcheckError, place: string): void => void problems.push(problemOf(key, error, place))
  const { safety } = scenario.definition
  const open = (): readonly CheckpointInterface[] => source.open().map((through) => withinDeclared(through, safety))
  const sessions = sessionsOf({ ...source, open }, onFault)
  const ownership = source.ownership ?? labOwnership(seed, key)
  try {
    await sessions.reopen()
    const beginning = { source, recorder, creator, sessions, onFault, key, ownership, onStep, inFlight: new Map() }
    const told = await tellThrough(beginning, scenario, signal)
    return {
      key,
      definition: scenario.definition,
      creator,
      ...told,
      participants: sessions.participants(),
      problems,
      notices: ownership.notices,
      evidence: source.evidence.all(),
      took: source.clock.now() - begun,
      wall: { startedAt, duration: realClock.now() - startedAt },
    }
  } finally {
    ownership.release()
    await sessions.close()
  }
}

/** A telling that could not even begin, such as on a VM that another run works on. */
export function untold(
  { key, scenario: { definition }, creator }: Pick<TellOptions, 'key' | 'scenario' | 'creator'>,
  error: SnapcheckError,
): Telling {
  return {
    key,
    definition,
    creator,
    story: { scenario: key, vmNeed: definition.vm, acts: [], views: [] },
    cleanup: { outcome: 'not-needed', leftovers: [], sentence: 'Nothing was begun.' },
    participants: [],
    problems: [problemOf(key, error, 'before the beginning')],
    notices: [],
    evidence: [],
    took: 0,
    wall: { startedAt: realClock.now(), duration: 0 },
  }
}

type Beginning = Omit<TellerParts, 'environment' | 'ending'>

async function tellThrough(
  beginning: Beginning,
  { body }: Scenario,
  signal: AbortSignal | undefined,
): Promise<Pick<Telling, 'story' | 'cleanup'>> {
  const { sessions, creator, recorder, source, ownership } = beginning
  if (sessions.of(creator) === undefined) return { story: recorder.story, cleanup: closedEmpty(ownership, recorder.story) }
  const ending = endingOf(source, signal)
  const environment = await readEnvironment(sessions.all(), source.vm)
  const parts: TellerParts = { ...beginning, source: { ...source, clock: ending.clock }, environment, ending: ending.signal }
  ownership.baseline(source.vm, standingBefore(environment))
  const fault = await faultOf(() => body(teller(parts)), ending, parts)
  if (fault !== undefined) parts.onFault(fault, 'the body of the scenario')
  if (ending.isOverLimit()) parts.onFault(overLimit(ending.limit), 'the whole scenario')
  const story = await withDisturbances(parts)
  parts.onStep('put everything back')
  const cleanup = await tidied(parts, source)
  return { story, cleanup }
}

/**
 * What the body threw beside the end of the story: a fault of the suite, told like one of the transport. What it had sent is
 * awaited first, so that it can be cleaned up.
 */
async function faultOf(work: () => Promise<void>, ending: Ending, { inFlight }: TellerParts): Promise<SnapcheckError | undefined> {
  try {
    await untilEnded(work(), ending.signal)
    refuseUnawaited({ inFlight }, 'The body ended')
    return undefined
  } catch (error) {
    if (error instanceof StoryEnded || ending.signal.aborted) return undefined
    return isSnapcheckError(error) ? error : bodyFailed(error)
  } finally {
    ending.bodyEnded()
    await Promise.allSettled(inFlight.keys())
  }
}

async function withDisturbances({ recorder: { story }, sessions, source, environment, ownership }: TellerParts): Promise<Story> {
  const after = await readEnvironment(sessions.all(), source.vm)
  const disturbances = disturbancesOf(story, source.vm, { before: environment, after, ownership })
  return disturbances.length === 0 ? story : { ...story, disturbances }
}

/** On the source's own clock: tidying up goes on where the story was ended. */
async function tidied({ sessions, creator, ownership, environment, recorder }: TellerParts, { vm, clock }: Source): Promise<Cleanup> {
  // Any product removes what another has made.
  const removing = (sessions.of(creator) ?? sessions.all()[0])?.through
  if (removing === undefined) return notTidied(ownership)
  const looking = sessions.all().map(({ through }) => through)
  const baseline = environment.size === 0 ? undefined : standingBefore(environment)
  return cleanUp({ hands: { vm, clock, removing, looking }, ownership, baseline, done: recorder.story })
}

function standingBefore(environment: Environment): Ownership['ledger']['baseline'] {
  const [authority] = authoritiesIn(environment)
  return authority === undefined ? [] : environment.get(authority)!.standing
}

function bodyFailed(cause: unknown): SnapcheckError {
  const place = suitePlace(cause)
  const what = cause instanceof Error ? `${cause.name}: ${cause.message}` : String(cause)
  return new SnapcheckError('SNAPCHECK_SCENARIO_FAILED', place === undefined ? what : `${what} (${place})`, {
    place,
    expected: 'a story without errors of its own',
    next: 'snapcheck explain SNAPCHECK_SCENARIO_FAILED',
    cause,
  })
}

function overLimit(limit: number): SnapcheckError {
  return new SnapcheckError('SNAPCHECK_SCENARIO_TIMEOUT', `The scenario was ended after ${Math.round(limit / 1_000)} s.`, {
    observed: 'no end',
    expected: `an end within ${Math.round(limit / 1_000)} s`,
    next: 'See which step it waited in; raise the limit where the products are only slow.',
  })
}

function problemOf(scenario: string, error: SnapcheckError, place: string): Problem {
  return { scenario, code: error.code, place: error.place ?? place, sentence: `${place}: ${error.message}`, next: error.next ?? null }
}
