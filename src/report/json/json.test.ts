import { expect, test } from 'vitest'
import { buildReport } from '../model/build/build.ts'
import { sample } from '../testing/sample.ts'
import { parseReport } from './read.ts'
import { reportJson } from './serialise.ts'

const report = buildReport(sample({ damaged: true }).input)
const text = [...reportJson(report)].join('')

test('what was written reads back as the same report', () => {
  expect(parseReport(text, 'report.json')).toEqual(report)
})

test('each observation stands on a line of its own, so that two reports compare line by line', () => {
  const lines = text.split('\n').filter((line) => line.startsWith('{"id":"visibility.several/hyperv-wmi/'))
  expect(lines.length).toBeGreaterThan(10)
})

test('keys that begin with x- are ignored, but never inside a value of a product', () => {
  const raw = { 'x-ms': 'theirs' }
  const [observation] = report.observations
  const extended = { ...report, 'x-ci': 1, observations: [{ ...observation, raw, 'x-note': 2 }] }
  const read = parseReport(JSON.stringify(extended), 'report.json')
  expect(read.observations[0]?.raw).toEqual(raw)
  expect(Object.keys(read)).toEqual(Object.keys(report))
})

test.each([
  ['broken JSON', text.slice(0, 200), 'SyntaxError'],
  ['another format', '{"format":"junit"}', 'format'],
  ['an outcome nobody knows', text.replace('"outcome":"conforms"', '"outcome":"passed"'), 'outcome'],
])('%s is refused with the place that differs', (_name, broken, observed) => {
  expect(() => parseReport(broken, 'other.json')).toThrowError(
    expect.objectContaining({ code: 'SNAPCHECK_REPORT_MALFORMED', place: 'other.json', observed: expect.stringContaining(observed) }),
  )
})
