import { reasons, type Outcome } from '../../judgement/outcome.ts'
import type { ReportClaim, ReportVerdict } from '../model/report.ts'
import { caseName, comparison } from '../present/case-name.ts'
import { propertiesElement, type Element } from './element.ts'

type CaseResult = 'passed' | 'failure' | 'error' | 'skipped'

/** How a runner's words can carry ours (anchors-harness section 2.3). The exact outcome is always a property. */
const caseResults: Readonly<Record<Outcome, CaseResult>> = {
  conforms: 'passed',
  deviates: 'passed',
  violates: 'failure',
  unsupported: 'skipped',
  inconclusive: 'error',
  error: 'error',
  'not-run': 'skipped',
}

/** What is waived must not fail a build, and must not look as if it had passed. */
export function caseResult({ outcome, waiver }: Pick<ReportVerdict, 'outcome' | 'waiver'>): CaseResult {
  return waiver === undefined ? caseResults[outcome] : 'skipped'
}

export function caseElement(verdict: ReportVerdict, claim: ReportClaim): Element {
  const { outcome, scenario } = verdict
  const properties = propertiesElement([
    ['outcome', outcome],
    ['level', claim.level],
    ['basis', claim.basis],
    ['origin', verdict.origin],
    ['via', verdict.via.join(' ')],
    ['verdict', verdict.id],
    ...(verdict.waiver === undefined ? [] : [['waiver', verdict.waiver] as const]),
    ...(verdict.finding === undefined ? [] : [['finding', verdict.finding] as const]),
    ...(outcome === 'deviates' ? [['deviation', comparison(verdict)] as const] : []),
  ])
  return {
    name: 'testcase',
    attributes: { classname: scenario, name: caseName(verdict), time: '0' },
    children: [properties, ...resultElement(verdict, claim)],
  }
}

function resultElement(verdict: ReportVerdict, claim: ReportClaim): readonly Element[] {
  const result = caseResult(verdict)
  if (result === 'passed') return []
  const reason = verdict.reason?.sentence ?? comparison(verdict)
  const waived = verdict.waiver === undefined ? '' : ` (${verdict.waiver})`
  if (result === 'skipped') return [{ name: result, attributes: { message: `${verdict.outcome}${waived}: ${reason}` } }]
  const why = verdict.reason === undefined ? '' : `\n${verdict.reason.code}: ${reasons[verdict.reason.code]} ${verdict.reason.sentence}`
  const text = `${claim.statement}\n${comparison(verdict)}${why}\nrests on: ${verdict.rests.join(', ')}\n`
  return [{ name: result, attributes: { type: verdict.outcome, message: `${verdict.outcome}: ${reason}` }, text }]
}
