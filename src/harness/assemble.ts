import type { ErrorCode } from '../foundation/error-codes.ts'
import { judge, type Rule } from '../judgement/rule.ts'
import type { Verdict } from '../judgement/verdict.ts'
import { terms } from '../products/terms/terms.ts'
import type { JudgedScenario, NotJudgedClaim, ReportInput } from '../report/model/input.ts'
import type { PlacedEvidence } from '../recording/transcript/write.ts'
import type { Register } from '../judgement/register.ts'
import type { NotRun } from './live/assign.ts'
import type { KeptTelling, Participant, Problem } from './story/result.ts'

export type JudgedMaterial = Pick<
  ReportInput,
  'participants' | 'register' | 'scenarios' | 'evidence' | 'terminology' | 'notJudged' | 'problems'
>

/** Below the report. */
export const evidenceFolder = 'evidence'

export interface Assembling {
  readonly register: Register
  readonly rules: readonly Rule[]
  /** What a report calls the suite of each scenario, by the id of the scenario. */
  readonly suites: ReadonlyMap<string, string>
  /** Claims that some scenario of the run set out to test. */
  readonly selectedClaims: ReadonlySet<string>
  /** Scenarios that were selected and not told. */
  readonly notRun?: readonly NotRun[]
}

/** Judges what was told, by the one set of rules, and gathers what a report is built from. */
export function assemble(
  tellings: readonly KeptTelling[],
  faults: readonly Problem[],
  { register, rules, suites, selectedClaims, notRun = [] }: Assembling,
): JudgedMaterial {
  const scenarios = tellings.map((telling) =>
    judgedScenario(telling, suites.get(telling.definition.id)!, judge(telling.story, rules, register.claims)),
  )
  return {
    register: register.claims,
    scenarios,
    participants: distinct(tellings.flatMap((telling) => telling.participants)),
    evidence: tellings.flatMap((telling) => telling.evidence.map(reportedEvidence)),
    terminology: terms,
    notJudged: notJudgedClaims(
      register,
      scenarios.flatMap((scenario) => scenario.verdicts),
      selectedClaims,
      notRun,
    ),
    problems: [...tellings.flatMap((telling) => telling.problems), ...faults].map((problem) => ({
      ...problem,
      code: problem.code satisfies ErrorCode,
    })),
  }
}

function judgedScenario({ definition, story, cleanup }: KeptTelling, suite: string, verdicts: readonly Verdict[]): JudgedScenario {
  const { title, claims, safety, radius } = definition
  return { title, claims, safety, radius, suite, story, verdicts, cleanup }
}

function distinct(participants: readonly Participant[]): readonly Participant[] {
  return [...new Map(participants.map((participant) => [participant.id, participant])).values()]
}

function reportedEvidence({ digest, mediaType, bytes, redactions, file, offset }: PlacedEvidence): ReportInput['evidence'][number] {
  return { digest, mediaType, bytes, redactions: redactions.length, path: `${evidenceFolder}/${file}`, offset }
}

/** Every claim that no verdict touches, with the register's own reason or why this run did not come to it. */
export function notJudgedClaims(
  register: Register,
  verdicts: readonly Verdict[],
  selected: ReadonlySet<string>,
  notRun: readonly NotRun[] = [],
): readonly NotJudgedClaim[] {
  const touched = new Set(verdicts.map((verdict) => verdict.claim))
  return [...register.claims.keys()]
    .filter((claim) => !touched.has(claim))
    .map((claim) => {
      const reason = register.unjudged.get(claim)
      if (reason !== undefined) return { claim, code: reason.code, sentence: reason.sentence }
      const held = notRun.filter(({ claims }) => claims.includes(claim))
      if (held.length > 0 && !selected.has(claim)) return heldBack(claim, held)
      return selected.has(claim)
        ? { claim, code: 'no-observation', sentence: 'A scenario that tests it ran, but none of its observations touched the claim.' }
        : { claim, code: 'not-selected', sentence: 'No scenario or file of this run touches it.' }
    })
}

function heldBack(claim: string, held: readonly NotRun[]): NotJudgedClaim {
  const { code, sentence } = held[0]!
  const scenarios = [...new Set(held.map(({ scenario }) => scenario))].join(', ')
  return { claim, code, sentence: `Not run: ${scenarios}. ${sentence}` }
}
