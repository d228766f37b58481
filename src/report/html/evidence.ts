import type { Report } from '../model/report.ts'
import type { Finding } from '../present/findings.ts'
import { evidenceBytesAtMost } from './limits.ts'

/** Evidence of what does not conform, held by the page itself. */
export interface InlineEvidence {
  readonly texts: Readonly<Record<string, string>>
  readonly limitBytes: number
  readonly heldBytes: number
  /** Belonging to findings but not held, because the limit was reached or it is not at hand. */
  readonly leftOut: { readonly count: number; readonly bytes: number }
}

/** Takes evidence in the order of the findings, worst first, until the limit is reached; a smaller one later may still fit. */
export function inlineEvidence(report: Report, findings: readonly Finding[], read: (digest: string) => string | undefined): InlineEvidence {
  const stored = new Map(report.evidence.filter((entry) => entry.path !== null).map((entry) => [entry.digest, entry.bytes]))
  const texts: Record<string, string> = {}
  const leftOut = { count: 0, bytes: 0 }
  let heldBytes = 0
  for (const digest of digestsBehind(report, findings)) {
    const bytes = stored.get(digest)
    if (bytes === undefined) continue
    const text = heldBytes + bytes <= evidenceBytesAtMost ? read(digest) : undefined
    if (text === undefined) {
      leftOut.count++
      leftOut.bytes += bytes
    } else {
      texts[digest] = text
      heldBytes += bytes
    }
  }
  return { texts, limitBytes: evidenceBytesAtMost, heldBytes, leftOut }
}

/** Of the steps that the findings rest on, directly or by a value that was seen in one. */
function digestsBehind(report: Report, findings: readonly Finding[]): ReadonlySet<string> {
  const steps = new Map(report.scenarios.flatMap((scenario) => scenario.steps).map((step) => [step.id, step.evidence]))
  const viewOf = new Map(report.observations.map((observation) => [observation.id, observation.view]))
  const rests = findings.flatMap((finding) => finding.verdicts).flatMap((verdict) => verdict.rests)
  return new Set(rests.flatMap((id) => steps.get(viewOf.get(id) ?? id) ?? []))
}
