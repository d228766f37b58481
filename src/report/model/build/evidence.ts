import type { EvidenceEntry } from '../input.ts'
import type { ReportEvidence } from '../report.ts'
import { sortedBy } from './order.ts'

/** Below the report, legal on NTFS: a digest may begin with `sha256:`, a file name may not hold a colon. */
export function evidencePath(digest: string): string {
  return `evidence/${digest.replaceAll(':', '-')}.txt`
}

export function reportEvidence(entries: readonly EvidenceEntry[]): readonly ReportEvidence[] {
  const once = new Map(entries.map((entry) => [entry.digest, entry]))
  return sortedBy(once.values(), (entry) => entry.digest).map(({ digest, mediaType, bytes, redactions, stored }) => ({
    digest,
    mediaType,
    bytes,
    redactions,
    path: stored ? evidencePath(digest) : null,
  }))
}
