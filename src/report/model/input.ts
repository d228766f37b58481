import type { Claim } from '../../judgement/claim.ts'
import type { Story } from '../../judgement/observation.ts'
import type { Verdict } from '../../judgement/verdict.ts'
import type { Waiver } from '../../judgement/waiver.ts'
import type {
  ReportCleanup,
  ReportCommand,
  ReportEvidence,
  ReportHarness,
  ReportParticipant,
  ReportProblem,
  ReportScenario,
  ReportSourceKind,
  ReportTerm,
  ReportWallTime,
} from './report.ts'

/** One scenario that ran, or one inspected set of files, with what the rules made of it. */
export interface JudgedScenario extends Pick<ReportScenario, 'title' | 'suite' | 'safety' | 'radius'> {
  /** Claims that it sets out to test; what it judged besides is added. */
  readonly claims: readonly string[]
  readonly story: Story
  readonly verdicts: readonly Verdict[]
  readonly cleanup: ReportCleanup
}

/** `provenance` is left out where nothing was read from a file. */
export type ParticipantInput = Omit<ReportParticipant, 'provenance'> & Partial<Pick<ReportParticipant, 'provenance'>>

/** One row of the terminology table, as the product data gives it. */
export interface TermRow extends Pick<ReportTerm, 'concept' | 'definition' | 'windows' | 'falseFriends'> {
  readonly cells: readonly TermCell[]
}

export interface TermCell extends Omit<ReportTerm['cells'][number], 'standing' | 'confirmedBy'> {
  /** Claims whose conforming verdicts of this observer confirm the words. */
  readonly confirmedByClaims: readonly string[]
}

/** A claim that no verdict touches, and why. */
export interface NotJudgedClaim {
  readonly claim: string
  /** A ReasonCode, or a word of the harness such as `no-scenario`, `not-selected`. */
  readonly code: string
  readonly sentence: string
}

/** Everything a report is built from: judged material and nothing that would have to be judged or measured again. */
export interface ReportInput {
  readonly harness: ReportHarness
  readonly command: ReportCommand
  readonly source: ReportSourceKind
  readonly participants: readonly ParticipantInput[]
  readonly register: ReadonlyMap<string, Claim>
  readonly scenarios: readonly JudgedScenario[]
  readonly evidence: readonly ReportEvidence[]
  readonly terminology: readonly TermRow[]
  readonly notJudged: readonly NotJudgedClaim[]
  readonly problems: readonly Omit<ReportProblem, 'id'>[]
  readonly waivers?: readonly Waiver[]
  /** True where the run was stopped before its end. */
  readonly interrupted?: boolean
  readonly wallTime: ReportWallTime
}
