import type { Claim } from '../../../judgement/claim.ts'
import type { NotJudgedClaim } from '../input.ts'
import type { Report, ReportClaim, ReportNotJudged, ReportScenario, ReportVerdict } from '../report.ts'
import { groupedBy, sortedBy, unique } from './order.ts'
import { countOutcomes } from './summary.ts'

/** The claims that a scenario names or a verdict judges, with both directions of the trace. */
export function reportClaims(
  register: ReadonlyMap<string, Claim>,
  scenarios: readonly ReportScenario[],
  verdicts: readonly ReportVerdict[],
): readonly ReportClaim[] {
  const byClaim = groupedBy(verdicts, (verdict) => verdict.claim)
  const relevant = unique([...byClaim.keys(), ...scenarios.flatMap((scenario) => scenario.claims)])
  return relevant.map((id) => {
    const own = byClaim.get(id) ?? []
    const naming = scenarios.filter((scenario) => scenario.claims.includes(id)).map((scenario) => scenario.id)
    return reportClaim(register.get(id)!, naming, own)
  })
}

function reportClaim(claim: Claim, scenarios: readonly string[], verdicts: readonly ReportVerdict[]): ReportClaim {
  const { id, topic, level, basis, statement, versions } = claim
  return {
    id,
    topic,
    level,
    basis,
    statement,
    appliesTo: claim.appliesTo.map(({ product, from, to }) => ({
      product,
      ...(from === undefined ? {} : { from }),
      ...(to === undefined ? {} : { to }),
    })),
    versions,
    source: claim.source as ReportClaim['source'],
    knownDifference: claim.knownDifference ?? false,
    scenarios: unique(scenarios),
    outcomes: countOutcomes(verdicts),
  }
}

/** Every claim of the register without a verdict: with the reason given for it, or that nothing here touches it. */
export function notJudgedClaims(
  register: ReadonlyMap<string, Claim>,
  given: readonly NotJudgedClaim[],
  verdicts: readonly ReportVerdict[],
): Report['notJudged'] {
  const touched = new Set(verdicts.map((verdict) => verdict.claim))
  const reasons = new Map(given.map((entry) => [entry.claim, entry]))
  const open = [...register.values()].filter((claim) => !touched.has(claim.id))
  return sortedBy(open, (claim) => claim.id).map((claim) => withReason(claim, reasons.get(claim.id)))
}

function withReason({ id, level, statement }: Claim, given: NotJudgedClaim | undefined): ReportNotJudged {
  const { code, sentence } = given ?? { code: 'not-touched', sentence: 'Nothing in this report touches it.' }
  return { claim: id, level, statement, code, sentence }
}
