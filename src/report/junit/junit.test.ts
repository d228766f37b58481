import { expect, test } from 'vitest'
import { buildReport } from '../model/build/build.ts'
import type { Report } from '../model/report.ts'
import { sample } from '../testing/sample.ts'
import { all, parsed } from '../testing/xml.ts'
import { junitXml } from './junit.ts'

const damaged = buildReport(sample({ damaged: true }).input)
const document = (report: Report): ReturnType<typeof parsed> => parsed([...junitXml(report)].join(''))

test('one suite per scenario, named with the origin, one case per verdict', () => {
  const suites = all(document(damaged), 'testsuite')
  expect(suites.map((suite) => suite.attributes['name'])).toEqual(damaged.scenarios.map((scenario) => `${scenario.id} [simulator]`))
  for (const [index, suite] of suites.entries()) {
    const verdicts = damaged.verdicts.filter((verdict) => verdict.scenario === damaged.scenarios[index]!.id)
    expect(all(suite, 'testcase')).toHaveLength(verdicts.length)
    expect(suite.attributes['tests']).toBe(String(verdicts.length))
    expect(new Set(all(suite, 'testcase').map((one) => one.attributes['classname']))).toEqual(new Set([damaged.scenarios[index]!.id]))
  }
})

test('every outcome becomes the word that a runner knows, and counts agree with elements', () => {
  const root = document(damaged)
  const count = (name: string): number => all(root, name).length
  expect([count('failure'), count('error'), count('skipped')]).toEqual([5, 2, 17])
  expect(root.attributes).toMatchObject({ name: 'snapcheck [simulator]', tests: '105', failures: '5', errors: '2', skipped: '17' })
})

test('names of cases are distinct within a suite', () => {
  for (const suite of all(document(damaged), 'testsuite')) {
    const names = all(suite, 'testcase').map((one) => one.attributes['name'])
    expect(new Set(names).size).toBe(names.length)
  }
})

test('a deviation passes and carries the difference as a property; a failure shows the reason', () => {
  const cases = all(document(damaged), 'testcase')
  const propertiesOf = (index: number): Record<string, string> =>
    Object.fromEntries(all(cases[index]!, 'property').map(({ attributes }) => [attributes['name'], attributes['value']]))
  const deviating = cases.findIndex((_one, index) => propertiesOf(index)['outcome'] === 'deviates')
  expect(propertiesOf(deviating)['deviation']).toContain('expected "HV4')
  expect(all(cases[deviating]!, 'failure')).toEqual([])
  const [inconclusive] = all(document(damaged), 'error')
  expect(inconclusive?.attributes).toMatchObject({ type: 'inconclusive', message: expect.stringContaining('35 minutes') })
})

test('problems of the harness are a suite with errors, so that CI does not turn green over them', () => {
  const problems = [{ code: 'SNAPCHECK_UNREACHABLE', sentence: 'No answer.', scenario: null, place: 'lab host', next: 'Start it.' }]
  const root = document(buildReport(sample({ problems }).input))
  const suite = all(root, 'testsuite').at(-1)!
  expect(suite.attributes).toMatchObject({ name: 'problems of the harness [simulator]', errors: '1' })
  expect(all(suite, 'error')[0]).toMatchObject({ attributes: { type: 'SNAPCHECK_UNREACHABLE' }, text: 'No answer.\nlab host\nStart it.' })
  expect(root.attributes['errors']).toBe('1')
})

test('what XML cannot hold gets a stand-in instead of breaking the file', () => {
  const [first, ...others] = damaged.verdicts
  const hostile = { ...first!, outcome: 'violates' as const, actual: 'NUL \0, lone \uD800, ]]> & <tag a="b">' }
  const failure = all(document({ ...damaged, verdicts: [hostile, ...others] }), 'failure')[0]!
  expect(failure.text).toContain('NUL \\u0000, lone \\ud800, ]]> & <tag a=\\"b\\">')
  expect(failure.attributes['message']).toContain('<tag')
})
