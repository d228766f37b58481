import type { Json } from '../../foundation/json.ts'
import type { Report, ReportEvidence, ReportObservation, ReportScenario, ReportStep, ReportVerdict } from '../model/report.ts'
import { answersOf, findingsOf, type Finding } from '../present/findings.ts'
import { besides, originLine, verdictSentence } from '../present/headline.ts'
import { matricesOf, type Matrix } from '../present/matrix.ts'
import { observationsAtMost } from './limits.ts'
import { inlineEvidence, type InlineEvidence } from './evidence.ts'
import type { PackableTable } from './packed/layout.ts'

/** What the page holds as it is: the short parts of the report, and what was worked out over the whole of it. */
export interface PageHead {
  /** What came of it, what has to be known besides, and who answered. */
  readonly sentences: { readonly verdict: string; readonly besides: readonly string[]; readonly origin: string }
  readonly report: Omit<Report, 'scenarios' | 'verdicts' | 'observations' | 'evidence'>
  readonly matrices: readonly Matrix[]
  readonly evidence: InlineEvidence
  /** Values that only report.json holds. */
  readonly observationsLeftOut: number
}

/** A verdict with its note in the matrix: the number of its finding, or of its answer to an open question. */
export interface PageVerdict extends ReportVerdict {
  readonly findingNumber?: number
  readonly answerNumber?: number
}
export type PageScenario = Omit<ReportScenario, 'steps'>
/** Steps of all scenarios in one table, so that their evidence is held once. */
export type PageStep = ReportStep & { readonly scenario: string }
export type PageEvidence = ReportEvidence
export type PageObservation = ReportObservation

/** The long parts, as tables. */
export const pageTables = ['verdicts', 'observations', 'scenarios', 'steps', 'evidence'] as const
export type PageTables = Readonly<Record<(typeof pageTables)[number], PackableTable>>

export function pageContent(
  report: Report,
  read: (digest: string) => string | undefined,
): { readonly head: PageHead; readonly tables: PageTables } {
  const { scenarios, verdicts, observations, evidence, ...short } = report
  const findings = findingsOf(report)
  const kept = keptObservations(report)
  return {
    head: {
      sentences: { verdict: verdictSentence(report), besides: besides(report), origin: originLine(report) },
      report: short,
      matrices: matricesOf(report),
      evidence: inlineEvidence(report, findings, read),
      observationsLeftOut: observations.length - kept.length,
    },
    tables: {
      verdicts: {
        rows: verdicts,
        derived: { findingNumber: numbersIn(findings, verdicts), answerNumber: numbersIn(answersOf(report), verdicts) },
      },
      observations: { rows: kept },
      scenarios: { rows: scenarios.map(({ steps: _steps, ...scenario }): PageScenario => scenario) },
      steps: { rows: scenarios.flatMap(({ id, steps }) => steps.map((step): PageStep => ({ ...step, scenario: id }))) },
      evidence: { rows: evidence },
    },
  }
}

/** All, or as many as a page can hold: those on which verdicts rest before the others. */
function keptObservations({ observations, verdicts }: Report): Report['observations'] {
  if (observations.length <= observationsAtMost) return observations
  const rested = new Set(verdicts.flatMap((verdict) => verdict.rests))
  const isRested = (one: Report['observations'][number]): boolean => rested.has(one.id)
  const others = observations.filter((one) => !isRested(one))
  const kept = new Set([...observations.filter(isRested), ...others].slice(0, observationsAtMost))
  return observations.filter((one) => kept.has(one))
}

function numbersIn(findings: readonly Finding[], verdicts: readonly ReportVerdict[]): (index: number) => Json | undefined {
  const numbers = new Map(findings.flatMap((finding) => finding.verdicts.map((verdict) => [verdict, finding.number])))
  return (index) => numbers.get(verdicts[index]!)
}
