import { expect, test } from 'vitest'
import { buildReport } from '../model/build/build.ts'
import type { Report } from '../model/report.ts'
import { ctrfErrors } from '../testing/ctrf-schema.ts'
import { sample } from '../testing/sample.ts'
import { ctrfJson } from './ctrf.ts'

const damaged = buildReport(sample({ damaged: true }).input)
const problem = { code: 'SNAPCHECK_UNREACHABLE', sentence: 'No answer.', scenario: null, place: 'lab host', next: 'Start it.' }

interface Written {
  readonly results: {
    readonly summary: Readonly<Record<string, number>>
    readonly tests: readonly (Readonly<Record<string, unknown>> & { readonly id: string; readonly name: string; readonly status: string })[]
  }
}

const written = (report: Report): Written => JSON.parse([...ctrfJson(report)].join('')) as Written

test.each([
  ['conforming', buildReport(sample().input)],
  ['damaged', damaged],
  ['with problems', buildReport(sample({ problems: [problem] }).input)],
  ['of nothing', buildReport({ ...sample().input, scenarios: [], participants: [] })],
  ['read from a file', buildReport(sample({ via: 'file', origin: 'product' }).input)],
])('what is written has the form that the specification describes: %s', (_name, report) => {
  expect(ctrfErrors(written(report))).toEqual([])
})

test('the description refuses what the specification refuses', () => {
  const document = written(damaged)
  expect(ctrfErrors({ ...document, excuses: [] })).toEqual([' must NOT have additional properties'])
  expect(ctrfErrors({ ...document, specVersion: 'v1.0' })).toEqual(['/specVersion must match pattern "^[0-9]+\\.[0-9]+\\.[0-9]+$"'])
  expect(ctrfErrors({ ...document, reportFormat: 'JUnit' })).not.toEqual([])
})

test('each outcome has its status and stays the rawStatus; the summary counts the tests', () => {
  const { summary, tests } = written(damaged).results
  expect(new Set(tests.map((one) => `${String(one['rawStatus'])}: ${one.status}`))).toEqual(
    new Set(['conforms: passed', 'deviates: passed', 'violates: failed', 'inconclusive: other', 'not-run: pending']),
  )
  expect(summary).toEqual({
    tests: 105,
    passed: 81,
    failed: 5,
    skipped: 0,
    pending: 17,
    other: 2,
    suites: 6,
    start: Date.parse('2026-11-22T09:16:36Z'),
    stop: Date.parse('2026-11-22T09:16:36Z') + 4210,
    duration: 4210,
  })
  for (const status of ['passed', 'failed', 'skipped', 'pending', 'other'])
    expect(tests.filter((one) => one.status === status)).toHaveLength(summary[status]!)
})

test('ids are distinct and the same in every run; names are distinct within a suite', () => {
  const first = written(damaged).results.tests
  expect(new Set(first.map((one) => one.id)).size).toBe(first.length)
  expect(new Set(first.map((one) => `${String(one['suite'])} ${one.name}`)).size).toBe(first.length)
  expect(written(buildReport(sample({ damaged: true }).input)).results.tests).toEqual(first)
})

test('a failure says what was expected and names the evidence beside the report; a suite carries the origin', () => {
  const failed = written(damaged).results.tests.find((one) => one.status === 'failed')!
  expect(failed['suite']).toEqual(['snapcheck [simulator]', 'comment', 'comment.own-survives/scvmm-spf'])
  expect(failed['message']).toMatch(/^expected "before the change window/)
  expect(failed['attachments']).toEqual([{ name: 'sample.txt', contentType: 'text/plain', path: 'evidence/sample.txt' }])
  expect(failed).toMatchObject({ extra: { 'snapcheck.evidence': [expect.stringMatching(/^[0-9a-f]{64}$/)] } })
})

test('a problem of the harness is a test of its own, so that nothing looks green over it', () => {
  const { summary, tests } = written(buildReport(sample({ problems: [problem] }).input)).results
  expect(tests.at(-1)).toMatchObject({ name: 'problem-1 SNAPCHECK_UNREACHABLE', status: 'other', trace: 'No answer.\nlab host\nStart it.' })
  expect(summary).toMatchObject({ tests: 106, other: 1, suites: 7 })
})
