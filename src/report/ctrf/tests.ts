import { basename } from 'node:path'
import { derivedGuid } from '../../foundation/seed.ts'
import { reasons, type Outcome } from '../../judgement/outcome.ts'
import type { Report, ReportClaim, ReportProblem, ReportVerdict } from '../model/report.ts'
import { caseName, comparison } from '../present/case-name.ts'

export const ctrfStatuses = ['passed', 'failed', 'skipped', 'pending', 'other'] as const
export type CtrfStatus = (typeof ctrfStatuses)[number]

/** anchors-harness section 2.3. The exact outcome is always the rawStatus. */
export const statusOf: Readonly<Record<Outcome, CtrfStatus>> = {
  conforms: 'passed',
  deviates: 'passed',
  violates: 'failed',
  unsupported: 'skipped',
  inconclusive: 'other',
  error: 'other',
  'not-run': 'pending',
}

/** What is waived must not fail a build, and must not look as if it had passed. */
function statusOfVerdict({ outcome, waiver }: ReportVerdict): CtrfStatus {
  return waiver === undefined ? statusOf[outcome] : 'skipped'
}

interface Context {
  readonly claim: ReportClaim
  readonly suite: readonly string[]
  readonly evidence: (id: string) => Report['evidence']
}

/** A verdict as a test. Its duration is 0: judging takes none, and what was judged has its time in its scenario. */
export function verdictTest(verdict: ReportVerdict, { claim, suite, evidence }: Context): object {
  const { id, outcome, cell, finding, origin, via, reason } = verdict
  const status = statusOfVerdict(verdict)
  const isPassed = status === 'passed'
  const behind = status === 'failed' || status === 'other' ? exchangesBehind(verdict, evidence) : []
  return {
    id: testId(id),
    name: caseName(verdict),
    status,
    duration: 0,
    suite,
    ...(isPassed ? {} : { message: reason?.sentence ?? comparison(verdict), trace: traceOf(verdict, claim) }),
    rawStatus: outcome,
    tags: [claim.level, cell.property],
    labels: {
      claim: claim.id,
      basis: claim.basis,
      creator: cell.creator,
      observer: cell.observer,
      origin,
      via: via.join(' '),
    },
    ...(behind.length === 0 ? {} : { attachments: attachmentsOf(behind) }),
    extra: {
      'snapcheck.verdict': id,
      ...(verdict.waiver === undefined ? {} : { 'snapcheck.waiver': verdict.waiver }),
      ...(behind.length === 0 ? {} : { 'snapcheck.evidence': behind.map(({ digest }) => digest) }),
      ...(finding === undefined ? {} : { 'snapcheck.finding': finding }),
      ...(outcome === 'deviates' ? { 'snapcheck.deviation': comparison(verdict) } : {}),
    },
  }
}

export function problemTest({ id, code, sentence, scenario, place, next }: ReportProblem, suite: readonly string[]): object {
  return {
    id: testId(`${id} ${code} ${sentence}`),
    name: `${id} ${code}`,
    status: 'other' satisfies CtrfStatus,
    duration: 0,
    suite,
    message: sentence,
    trace: [sentence, place, next].filter((part) => part !== null).join('\n'),
    rawStatus: 'error',
    extra: { 'snapcheck.scenario': scenario },
  }
}

/** The format wants a UUID that is the same in every run. */
function testId(text: string): string {
  return derivedGuid('ctrf', text).toLowerCase()
}

function traceOf(verdict: ReportVerdict, claim: ReportClaim): string {
  const why = verdict.reason === undefined ? [] : [`${verdict.reason.code}: ${reasons[verdict.reason.code]} ${verdict.reason.sentence}`]
  return [claim.statement, comparison(verdict), ...why, `rests on: ${verdict.rests.join(', ')}`].join('\n')
}

function exchangesBehind({ rests }: ReportVerdict, evidence: Context['evidence']): Report['evidence'] {
  return [...new Set(rests.flatMap(evidence))]
}

/** The transcripts in which they lie: one file holds many of them. */
function attachmentsOf(exchanges: Report['evidence']): readonly object[] {
  const paths = new Set(exchanges.map(({ path }) => path!))
  return [...paths].map((path) => ({ name: basename(path), contentType: 'text/plain', path }))
}
