import type { Report, ReportVerdict } from '../model/report.ts'
import { answersOf, findingsOf, type Finding } from '../present/findings.ts'
import { matricesOf, type Matrix } from '../present/matrix.ts'
import { verdictsAtMost } from './limits.ts'
import { inlineEvidence, type InlineEvidence } from './evidence.ts'

/** A finding with its verdicts by id, so that none is stored twice. */
export interface PageFinding extends Omit<Finding, 'verdicts'> {
  readonly total: number
  readonly verdicts: readonly string[]
}

/** What the page holds: the report, cut where it is too long for a browser, and what was worked out over the whole. */
export interface PageContent {
  readonly report: Report
  readonly matrices: readonly Matrix[]
  readonly findings: readonly PageFinding[]
  readonly answers: readonly PageFinding[]
  readonly evidence: InlineEvidence
  /** What the page does not hold and report.json does. */
  readonly leftOut: { readonly verdicts: number; readonly observations: number }
}

export function pageContent(report: Report, read: (digest: string) => string | undefined): PageContent {
  const findings = findingsOf(report)
  const answers = answersOf(report)
  const verdicts = keptVerdicts(report, [...findings, ...answers])
  const kept = new Set(verdicts)
  const observations = keptObservations(report, verdicts)
  return {
    report: { ...report, verdicts, observations },
    matrices: matricesOf(report),
    findings: findings.map((finding) => pageFinding(finding, kept)),
    answers: answers.map((finding) => pageFinding(finding, kept)),
    evidence: inlineEvidence(report, findings, read),
    leftOut: { verdicts: report.verdicts.length - verdicts.length, observations: report.observations.length - observations.length },
  }
}

function pageFinding({ verdicts, ...finding }: Finding, kept: ReadonlySet<ReportVerdict>): PageFinding {
  return { ...finding, total: verdicts.length, verdicts: verdicts.filter((verdict) => kept.has(verdict)).map((verdict) => verdict.id) }
}

/** All, or the first ones with those of findings before the others. */
function keptVerdicts(report: Report, findings: readonly Finding[]): readonly ReportVerdict[] {
  if (report.verdicts.length <= verdictsAtMost) return report.verdicts
  const first = findings.flatMap((finding) => finding.verdicts)
  const kept = new Set([...new Set([...first, ...report.verdicts])].slice(0, verdictsAtMost))
  return report.verdicts.filter((verdict) => kept.has(verdict))
}

function keptObservations(report: Report, verdicts: readonly ReportVerdict[]): Report['observations'] {
  if (verdicts.length === report.verdicts.length) return report.observations
  const rested = new Set(verdicts.flatMap((verdict) => verdict.rests))
  return report.observations.filter((observation) => rested.has(observation.id))
}
