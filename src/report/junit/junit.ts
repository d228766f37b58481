import { groupedBy } from '../model/build/order.ts'
import type { Report, ReportClaim, ReportProblem, ReportScenario, ReportVerdict } from '../model/report.ts'
import { originTag } from '../present/headline.ts'
import { caseElement, caseResult } from './case.ts'
import { openTag, propertiesElement, xmlOf, type Element } from './element.ts'

/**
 * JUnit XML in pieces: one suite per scenario, named with the origin, one case per verdict; problems of the harness are a
 * suite of their own, so that no CI shows green over them.
 */
export function* junitXml(report: Report): Generator<string> {
  const durations = new Map(report.wallTime.scenarios.map(({ id, durationMs }) => [id, durationMs]))
  const claims = new Map(report.claims.map((claim) => [claim.id, claim]))
  const byScenario = groupedBy(report.verdicts, (verdict) => verdict.scenario)
  const name = `snapcheck ${originTag(report)}`
  yield '<?xml version="1.0" encoding="UTF-8"?>\n'
  yield `${openTag({ name: 'testsuites', attributes: { name, ...totals(report.verdicts, report.problems.length), time: seconds(report.wallTime.durationMs) } }, '')}\n`
  for (const scenario of report.scenarios) {
    const verdicts = byScenario.get(scenario.id) ?? []
    yield* suite(report, { scenario, verdicts, claims, durationMs: durations.get(scenario.id) ?? 0 })
  }
  if (report.problems.length > 0) yield xmlOf(problemSuite(report), '  ')
  yield '</testsuites>\n'
}

interface Suite {
  readonly scenario: ReportScenario
  readonly verdicts: readonly ReportVerdict[]
  readonly claims: ReadonlyMap<string, ReportClaim>
  readonly durationMs: number
}

function* suite(report: Report, { scenario, verdicts, claims, durationMs }: Suite): Generator<string> {
  const attributes = {
    name: `${scenario.id} ${originTag(report)}`,
    ...totals(verdicts, 0),
    time: seconds(durationMs),
    timestamp: report.wallTime.startedAt,
  }
  yield `${openTag({ name: 'testsuite', attributes }, '  ')}\n`
  yield xmlOf(propertiesElement(suiteProperties(report, scenario)), '    ')
  for (const verdict of verdicts) yield xmlOf(caseElement(verdict, claims.get(verdict.claim)!), '    ')
  yield '  </testsuite>\n'
}

function suiteProperties(report: Report, { title, cleanup }: ReportScenario): readonly (readonly [string, string])[] {
  return [
    ['title', title],
    ['source', report.source.kind],
    ['origin', report.origin],
    ['via', report.source.via.map((entry) => entry.via).join(' ')],
    ['cleanup', cleanup.outcome],
    ['snapcheck', report.harness.version],
    ...report.participants.map(
      ({ id, product, version, build }) => [`participant.${id}`, [product, version, build].filter(Boolean).join(' ')] as const,
    ),
  ]
}

function problemSuite(report: Report): Element {
  const { problems } = report
  const attributes = {
    name: `problems of the harness ${originTag(report)}`,
    ...totals([], problems.length),
    time: '0',
    timestamp: report.wallTime.startedAt,
  }
  return { name: 'testsuite', attributes, children: problems.map(problemCase) }
}

function problemCase({ id, code, sentence, scenario, place, next }: ReportProblem): Element {
  const text = [sentence, place, next].filter((part) => part !== null).join('\n')
  const error: Element = { name: 'error', attributes: { type: code, message: sentence }, text }
  return { name: 'testcase', attributes: { classname: scenario ?? 'snapcheck', name: `${id} ${code}`, time: '0' }, children: [error] }
}

function totals(verdicts: readonly ReportVerdict[], problems: number): Readonly<Record<string, number>> {
  const count = (result: string): number => verdicts.filter((verdict) => caseResult(verdict) === result).length
  return { tests: verdicts.length + problems, failures: count('failure'), errors: count('error') + problems, skipped: count('skipped') }
}

function seconds(milliseconds: number): string {
  return (milliseconds / 1000).toFixed(3)
}
