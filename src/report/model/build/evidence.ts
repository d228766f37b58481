import type { ReportEvidence } from '../report.ts'
import { sortedBy } from './order.ts'

/** Each exchange once: where several transcripts hold it, in the first of them. */
export function reportEvidence(entries: readonly ReportEvidence[]): readonly ReportEvidence[] {
  const once = new Map(entries.toReversed().map((entry) => [entry.digest, entry]))
  return sortedBy(once.values(), (entry) => entry.digest)
}
