import type { InterfaceId, Origin, Via } from '../../checkpoint/interface-id.ts'
import type { ErrorCode } from '../../foundation/error-codes.ts'
import type { Story } from '../../judgement/observation.ts'
import type { StoredEvidence } from '../../recording/evidence.ts'
import type { PlacedEvidence } from '../../recording/transcript/write.ts'
import type { ScenarioDefinition } from '../definition.ts'
import type { Cleanup } from './cleanup.ts'

/** A product instance that took part, as its interface identified it. */
export interface Participant {
  readonly id: string
  readonly interface: InterfaceId
  readonly product: string
  readonly version: string | null
  readonly build: string | null
  readonly identifiedBy: string
  readonly via: Via
  readonly origin: Origin
}

/** A fault of the harness, the transport or a permission: something could not be judged because of it. */
export interface Problem {
  readonly scenario: string
  readonly code: ErrorCode | 'SNAPCHECK_HARNESS_FAULT'
  readonly place: string
  readonly sentence: string
  readonly next: string | null
}

/** All that one telling of a scenario leaves behind. Plain data. */
export interface Telling {
  /** `<scenario id>/<creator>` */
  readonly key: string
  readonly definition: ScenarioDefinition
  readonly creator: InterfaceId
  readonly story: Story
  readonly participants: readonly Participant[]
  readonly problems: readonly Problem[]
  readonly cleanup: Cleanup
  /** What a person should know of how it began; wall-clock matters, so no part of what must be the same twice. */
  readonly notices: readonly string[]
  readonly evidence: readonly StoredEvidence[]
  /** Milliseconds of the source's own clock: in the lab what its world went through, however fast. */
  readonly took: number
  /** Wall-clock milliseconds; kept out of everything that must be the same twice. */
  readonly wall: { readonly startedAt: number; readonly duration: number }
}

/** As it crosses from the worker to the judge: its exchanges are on disk, because those of a whole run are many megabytes. */
export interface KeptTelling extends Omit<Telling, 'evidence'> {
  readonly evidence: readonly PlacedEvidence[]
}
