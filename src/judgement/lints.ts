import type { Claim } from './claim.ts'
import type { Register } from './register.ts'

/** What the register is held against. */
export interface LintInput {
  readonly register: Register
  /** Claims that some rule judges. */
  readonly judged: ReadonlySet<string>
  readonly scenarios: readonly { readonly id: string; readonly claims: readonly string[] }[]
}

export interface LintFinding {
  readonly lint: LintId
  /** The claim or scenario that it is about. */
  readonly subject: string
  readonly sentence: string
  /** An `error` fails the check; a `note` is shown, because only the owner of the fact can settle it. */
  readonly severity: 'error' | 'note'
}

/** anchors-harness.md section 2.5, as far as it can be checked without a run. */
export const lintIds = {
  'must-documented': 'A must has a documented basis.',
  'open-is-info': 'What nobody knows yet is info (semantics.md section 8).',
  'source-given': 'A claim names its source.',
  'judged-or-reasoned': 'A claim has a rule, or a reason why it has none.',
  'reason-outdated': 'A claim with a rule has no reason not to be judged.',
  'rule-claimed': 'A rule judges a claim of the register.',
  'scenario-claimed': 'A scenario tests at least one claim, and only claims of the register that a rule judges.',
} as const
export type LintId = keyof typeof lintIds

/** What semantics.md section 8 leaves to a live run. */
const openQuestions: readonly string[] = [
  'C-015',
  'C-055',
  'C-039',
  'C-062',
  'C-063',
  'C-037',
  'C-078',
  'C-080',
  'C-083',
  'C-092',
  'C-084',
  'C-097',
]

/** Words in a source that say that there is none. */
const noSource = /^(?:unknown|none found)/iu

/** Every finding, by lint and subject. An empty list is a clean register. */
export function lintRegister(input: LintInput): readonly LintFinding[] {
  const claims = [...input.register.claims.values()]
  return [
    ...claims.flatMap(aboutBasis),
    ...claims.flatMap(aboutOpenness),
    ...claims.flatMap(aboutSource),
    ...claims.flatMap((claim) => aboutJudgement(claim, input)),
    ...[...input.judged]
      .filter((id) => !input.register.claims.has(id))
      .map((id) => finding('rule-claimed', id, 'A rule judges it, and the register does not hold it.')),
    ...input.scenarios.flatMap((scenario) => aboutScenario(scenario, input)),
  ]
}

function finding(lint: LintId, subject: string, sentence: string, severity: LintFinding['severity'] = 'error'): LintFinding {
  return { lint, subject, sentence, severity }
}

function aboutBasis({ id, level, basis }: Claim): readonly LintFinding[] {
  return level === 'must' && basis !== 'documented' ? [finding('must-documented', id, `A must whose basis is ${basis}.`)] : []
}

/** A note: level and basis come with the claim and are never altered here. */
function aboutOpenness({ id, level }: Claim): readonly LintFinding[] {
  return openQuestions.includes(id) && level !== 'info'
    ? [finding('open-is-info', id, `Left open by semantics.md section 8, and its level is ${level}.`, 'note')]
    : []
}

function aboutSource({ id, level, source }: Claim): readonly LintFinding[] {
  if (!noSource.test(source.title) && !noSource.test(source.ref)) return []
  return [finding('source-given', id, `Its source is "${source.title}", "${source.ref}".`, level === 'must' ? 'error' : 'note')]
}

function aboutJudgement({ id }: Claim, { register, judged }: LintInput): readonly LintFinding[] {
  const hasReason = register.unjudged.has(id)
  if (judged.has(id))
    return hasReason ? [finding('reason-outdated', id, 'A rule judges it, and there is a reason why it is not judged.')] : []
  return hasReason ? [] : [finding('judged-or-reasoned', id, 'No rule judges it, and there is no reason why.')]
}

function aboutScenario({ id, claims }: LintInput['scenarios'][number], { register, judged }: LintInput): readonly LintFinding[] {
  if (claims.length === 0) return [finding('scenario-claimed', id, 'It tests no claim.')]
  const unknown = claims.filter((claim) => !register.claims.has(claim))
  const unruled = claims.filter((claim) => register.claims.has(claim) && !judged.has(claim))
  return [
    ...unknown.map((claim) => finding('scenario-claimed', id, `It names ${claim}, which the register does not hold.`)),
    ...unruled.map((claim) => finding('scenario-claimed', id, `It names ${claim}, which no rule judges.`)),
  ]
}
