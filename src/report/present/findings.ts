import { outcomeOrder, type Outcome } from '../../judgement/outcome.ts'
import { groupedBy, sortedBy } from '../model/build/order.ts'
import { cellKey } from '../model/build/summary.ts'
import type { Report, ReportClaim, ReportVerdict } from '../model/report.ts'

/** Verdicts of one claim in one cell with one outcome: what a reader has to look at as one thing. */
export interface Finding {
  /** Counts from 1, worst first; the matrix refers to it. */
  readonly number: number
  readonly outcome: Outcome
  readonly claim: string
  readonly cell: ReportVerdict['cell']
  readonly verdicts: readonly ReportVerdict[]
  /** The id of the waiver that covers all of them. */
  readonly waiver?: string
}

const levels: readonly ReportClaim['level'][] = ['must', 'should', 'info']

/** What does not conform, worst first and what is waived last. Answers to open questions are apart: see `answersOf`. */
export function findingsOf(report: Report): readonly Finding[] {
  const wanting = report.verdicts.filter((verdict) => isWanting(verdict.outcome) && verdict.finding === undefined)
  return numbered(wanting, report.claims)
}

/** The recorded answers to what nobody knows yet (design section 5): they require nothing. */
export function answersOf(report: Report): readonly Finding[] {
  return numbered(
    report.verdicts.filter((verdict) => verdict.finding !== undefined),
    report.claims,
  )
}

/** The mark of an answer beside the numbers of findings: a, b, … z, aa. */
export function answerLetter(number: number): string {
  const before = Math.floor((number - 1) / 26)
  return (before === 0 ? '' : answerLetter(before)) + String.fromCodePoint(97 + ((number - 1) % 26))
}

function isWanting(outcome: Outcome): boolean {
  return outcomeOrder.indexOf(outcome) >= outcomeOrder.indexOf('deviates')
}

function numbered(verdicts: readonly ReportVerdict[], claims: readonly ReportClaim[]): readonly Finding[] {
  const levelOf = new Map(claims.map((claim) => [claim.id, levels.indexOf(claim.level)]))
  const rank = ({ outcome, claim, cell, waiver }: ReportVerdict): string =>
    [waiver === undefined ? 0 : 1, severity(outcome), levelOf.get(claim), claim, cellKey({ cell }), outcome].join(' ')
  const groups = groupedBy(sortedBy(verdicts, rank), ({ outcome, claim, cell, finding, waiver }) =>
    [outcome, claim, cellKey({ cell }), finding, waiver].join(' '),
  )
  return [...groups.values()].map((group, index) => {
    const { outcome, claim, cell, waiver } = group[0]!
    return { number: index + 1, outcome, claim, cell, verdicts: group, ...(waiver === undefined ? {} : { waiver }) }
  })
}

/** A violation says more than a fault of the harness, so it comes first to a reader, though an error outweighs it in a cell. */
export const severityOrder: readonly Outcome[] = ['violates', 'error', 'inconclusive', 'deviates', 'not-run', 'unsupported', 'conforms']

function severity(outcome: Outcome): number {
  return severityOrder.indexOf(outcome)
}
