import { expect, test } from 'vitest'
import type { Outcome } from '../../../judgement/outcome.ts'
import { sample } from '../../testing/sample.ts'
import type { JudgedScenario, ReportInput } from '../input.ts'
import { buildReport } from './build.ts'

const good = sample().input

/** The sample with every verdict of the first scenario given these outcomes in turn, and no other scenario. */
function only(outcomes: readonly Outcome[], change: Partial<JudgedScenario> = {}): ReportInput {
  const [first] = good.scenarios
  const verdicts = outcomes.map((outcome, index) => ({ ...first!.verdicts[index]!, outcome }))
  return { ...good, scenarios: [{ ...first!, verdicts, ...change }] }
}

test.each([
  [['conforms', 'conforms'], 'acceptable', 0],
  [['conforms', 'deviates'], 'acceptable', 0],
  [['deviates'], 'acceptable', 0],
  [['conforms', 'unsupported', 'not-run'], 'acceptable', 0],
  [['conforms', 'violates'], 'non-conforming', 1],
  [['error', 'inconclusive', 'violates'], 'non-conforming', 1],
  [['conforms', 'error'], 'could-not-judge', 3],
  [['conforms', 'inconclusive'], 'could-not-judge', 3],
  [['unsupported', 'not-run'], 'not-assessed', 3],
  [[], 'not-assessed', 3],
] as const)('verdicts %j conclude %s with exit code %i', (outcomes, conclusion, exitCode) => {
  const { summary } = buildReport(only(outcomes))
  expect(summary).toMatchObject({ conclusion, exitCode })
  expect(Object.values(summary.outcomes).reduce((sum, count) => sum + count, 0)).toBe(outcomes.length)
})

test('a problem of the harness, or something left behind, is never a success', () => {
  const problem = { code: 'SNAPCHECK_UNREACHABLE', sentence: 'No answer.', scenario: null, place: null, next: null }
  expect(buildReport({ ...good, problems: [problem] }).summary).toMatchObject({ conclusion: 'could-not-judge', exitCode: 3 })
  const cleanup = { outcome: 'left-behind', leftovers: [], sentence: 'Somebody built on it.' } as const
  expect(buildReport(only(['conforms'], { cleanup })).summary).toMatchObject({ conclusion: 'could-not-judge', exitCode: 3 })
})

test('an interrupted run exits with 130 and says so', () => {
  expect(buildReport({ ...good, interrupted: true }).summary).toMatchObject({ exitCode: 130, interrupted: true, conclusion: 'acceptable' })
})

test('counts and coverage keep their denominators', () => {
  const report = buildReport(sample({ damaged: true }).input)
  const { coverage, counts, outcomes } = report.summary
  expect(counts.reduce((sum, entry) => sum + entry.count, 0)).toBe(report.verdicts.length)
  expect(coverage).toMatchObject({ cells: 22, judged: 22 })
  expect(coverage.notJudged).toEqual([
    { outcome: 'not-run', reason: 'needs-an-eye', verdicts: 3, cells: 0 },
    { outcome: 'not-run', reason: 'not-visible', verdicts: 14, cells: 0 },
    { outcome: 'inconclusive', reason: 'awaited-in-vain', verdicts: 2, cells: 0 },
  ])
  expect(outcomes).toEqual({ conforms: 79, deviates: 2, violates: 5, unsupported: 0, inconclusive: 2, error: 0, 'not-run': 17 })
  expect(coverage.claims).toEqual([
    { level: 'must', total: 11, judged: 5 },
    { level: 'should', total: 4, judged: 2 },
    { level: 'info', total: 3, judged: 3 },
  ])
})

test('a cell in which nothing was judged counts with its reason', () => {
  const input = only(['unsupported', 'unsupported'])
  const reason = { code: 'no-way-to-read', sentence: 'Not carried.' } as const
  const [scenario] = input.scenarios
  const verdicts = scenario!.verdicts.map((verdict) => ({ ...verdict, reason }))
  expect(buildReport({ ...input, scenarios: [{ ...scenario!, verdicts }] }).summary.coverage).toMatchObject({
    judged: 0,
    notJudged: [{ outcome: 'unsupported', reason: 'no-way-to-read', verdicts: 2 }],
  })
})
