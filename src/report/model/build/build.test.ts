import { expect, test } from 'vitest'
import fc from 'fast-check'
import { reportJson } from '../../json/serialise.ts'
import { sample } from '../../testing/sample.ts'
import type { ReportInput } from '../input.ts'
import type { Report } from '../report.ts'
import { buildReport } from './build.ts'

const damaged = sample({ damaged: true }).input
const text = (report: Report): string => [...reportJson(report)].join('')

test('equal material in any order gives the same document to the byte', () => {
  const expected = text(buildReport(damaged))
  const shuffled = fc.record({
    scenarios: fc.shuffledSubarray([...damaged.scenarios], { minLength: damaged.scenarios.length }),
    participants: fc.shuffledSubarray([...damaged.participants], { minLength: damaged.participants.length }),
    evidence: fc.shuffledSubarray([...damaged.evidence], { minLength: damaged.evidence.length }),
  })
  fc.assert(
    fc.property(shuffled, (parts) => text(buildReport({ ...damaged, ...parts })) === expected),
    { numRuns: 20, seed: 1 },
  )
})

test('only wallTime differs between two runs at different times', () => {
  const later = { ...damaged.wallTime, createdAt: '2027-01-01T00:00:00Z', durationMs: 1, reportId: '5f0c8a1e-3f5e-4c59-9d0b-2f6f7a6f0a09' }
  const { wallTime: one, ...first } = buildReport(damaged)
  const { wallTime: other, ...second } = buildReport({ ...damaged, wallTime: later })
  expect(JSON.stringify(first)).toBe(JSON.stringify(second))
  expect(other).not.toEqual(one)
})

test('arrays are sorted by id, steps by stage', () => {
  const report = buildReport(damaged)
  for (const ids of [report.observations, report.verdicts, report.scenarios, report.participants, report.claims].map((items) =>
    items.map((item) => item.id),
  )) {
    expect(ids).toEqual(ids.toSorted())
    expect(ids.length).toBeGreaterThan(1)
  }
  for (const { steps } of report.scenarios)
    expect(steps.map((step) => step.stage)).toEqual(steps.map((step) => step.stage).toSorted((a, b) => a - b))
})

test('every observation and verdict says how it came and who answered, and the top sums it up', () => {
  const report = buildReport(damaged)
  expect(report.origin).toBe('simulator')
  expect(report.source).toEqual({
    kind: 'lab',
    via: [{ via: 'connection', observations: report.observations.length }],
    origin: [{ origin: 'simulator', observations: report.observations.length }],
  })
  expect(new Set(report.verdicts.map((verdict) => verdict.origin))).toEqual(new Set(['simulator']))
})

test('a verdict that rests on a product and a simulator is of the simulator, and the report is mixed', () => {
  const product = sample({ origin: 'product' }).input
  const [first, ...others] = product.scenarios
  const report = buildReport({ ...product, scenarios: [{ ...first!, story: withOneSimulatedView(first!.story) }, ...others] })
  expect(report.origin).toBe('mixed')
  const found = report.verdicts.filter((verdict) => verdict.scenario === first!.story.scenario).map((verdict) => verdict.origin)
  expect(new Set(found)).toEqual(new Set(['product', 'simulator']))
})

function withOneSimulatedView(story: ReportInput['scenarios'][number]['story']): typeof story {
  return { ...story, views: story.views.map((view, index) => (index === 0 ? { ...view, origin: 'simulator' as const } : view)) }
}

test('claims and scenarios name each other, and every claim of the register is judged or listed with a reason', () => {
  const report = buildReport(damaged)
  for (const claim of report.claims) {
    for (const id of claim.scenarios) expect(report.scenarios.find((scenario) => scenario.id === id)?.claims).toContain(claim.id)
  }
  const touched = report.verdicts.map((verdict) => verdict.claim)
  expect(new Set([...touched, ...report.notJudged.map((entry) => entry.claim)]).size).toBe(damaged.register.size)
  expect(report.notJudged.find((entry) => entry.claim === 'C-106')?.code).toBe('no-interface')
  expect(report.notJudged.find((entry) => entry.claim === 'C-034')?.code).toBe('not-touched')
})

test('a word that only the simulator showed is modelled, one that a product showed is confirmed', () => {
  const standings = (input: ReportInput): readonly string[] =>
    buildReport(input).terminology.flatMap((row) => row.cells.map((cell) => cell.standing))
  expect(standings(sample().input)).toEqual(['modelled', 'modelled', 'modelled', 'modelled', 'unconfirmed', 'unconfirmed'])
  expect(standings(sample({ origin: 'product' }).input).slice(0, 4)).toEqual(['confirmed', 'confirmed', 'confirmed', 'confirmed'])
})

test.each([
  ['evidence', { ...damaged, evidence: [] }],
  ['participant', { ...damaged, participants: [] }],
  ['claim', { ...damaged, register: new Map() }],
])('material that refers to a missing %s is refused', (kind, input) => {
  expect(() => buildReport(input)).toThrowError(
    expect.objectContaining({ code: 'SNAPCHECK_REPORT_INCONSISTENT', message: expect.stringContaining(kind) }),
  )
})
