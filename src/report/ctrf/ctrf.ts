import type { Report } from '../model/report.ts'
import { originTag } from '../present/headline.ts'
import { ctrfStatuses, problemTest, statusOf, verdictTest, type CtrfStatus } from './tests.ts'

/**
 * Common Test Report Format (ctrf-io/ctrf, working draft of 2025-11-24 with the changes up to 2026-07-26), in pieces: one test
 * for each verdict. The draft states itself as specVersion 0.0.0. It allows nothing unknown outside `extra`, so what only its
 * unreleased part knows (runId, testId) stands there too.
 */
export function* ctrfJson(report: Report): Generator<string> {
  const { results, ...head } = documentOf(report)
  const { tests, ...short } = results
  yield `{${inner(head)},\n"results":{${inner(short)},\n"tests":[`
  let separator = '\n'
  for (const test of tests) {
    yield `${separator}${JSON.stringify(test)}`
    separator = ',\n'
  }
  yield '\n]}}\n'
}

function inner(record: object): string {
  return JSON.stringify(record).slice(1, -1)
}

function documentOf(report: Report) {
  const { harness, wallTime, summary, origin } = report
  return {
    reportFormat: 'CTRF',
    specVersion: '0.0.0',
    reportId: wallTime.reportId,
    timestamp: wallTime.createdAt,
    generatedBy: `${harness.name} ${harness.version}`,
    extra: { 'snapcheck.runId': wallTime.runId, 'snapcheck.origin': origin, 'snapcheck.conclusion': summary.conclusion },
    results: {
      tool: { name: harness.name, version: harness.version, extra: { 'snapcheck.runtime': harness.runtime } },
      summary: summaryOf(report),
      environment: environmentOf(report),
      tests: testsOf(report),
    },
  }
}

function summaryOf(report: Report): Readonly<Record<string, number>> {
  const { problems, summary, scenarios, wallTime } = report
  const start = Date.parse(wallTime.startedAt)
  const counts: Record<CtrfStatus, number> = { passed: 0, failed: 0, skipped: 0, pending: 0, other: problems.length }
  for (const status of ctrfStatuses) {
    for (const [outcome, count] of Object.entries(summary.outcomes))
      if (statusOf[outcome as keyof typeof statusOf] === status) counts[status] += count
  }
  for (const [outcome, waived] of Object.entries(summary.waived)) {
    counts[statusOf[outcome as keyof typeof summary.waived]] -= waived
    counts.skipped += waived
  }
  return {
    tests: report.verdicts.length + problems.length,
    ...counts,
    suites: scenarios.length + (problems.length > 0 ? 1 : 0),
    start,
    stop: start + wallTime.durationMs,
    duration: wallTime.durationMs,
  }
}

function environmentOf(report: Report): object {
  return {
    reportName: `snapcheck ${originTag(report)}`,
    appName: report.participants.map(({ product }) => product).join(', '),
    appVersion: report.participants.map(({ version, build }) => version ?? build ?? 'unknown').join(', '),
    osPlatform: report.harness.platform,
    testEnvironment: report.source.kind,
    extra: {
      'snapcheck.participants': report.participants.map(({ id, product, version, build, origin, via }) => ({
        id,
        product,
        version,
        build,
        origin,
        via,
      })),
      'snapcheck.command': report.command.argv.join(' '),
    },
  }
}

function* testsOf(report: Report): Generator<object> {
  const claims = new Map(report.claims.map((claim) => [claim.id, claim]))
  const suites = new Map(report.scenarios.map(({ id, suite }) => [id, suite]))
  const evidence = evidenceBehind(report)
  for (const verdict of report.verdicts) {
    const suite = [`snapcheck ${originTag(report)}`, suites.get(verdict.scenario)!, verdict.scenario]
    yield verdictTest(verdict, { claim: claims.get(verdict.claim)!, suite, evidence })
  }
  for (const problem of report.problems) yield problemTest(problem, [`snapcheck ${originTag(report)}`, 'problems of the harness'])
}

type Exchange = Report['evidence'][number]

/** For the id of a step or a value the exchanges behind it that lie beside the report. */
function evidenceBehind(report: Report): (id: string) => readonly Exchange[] {
  const stored = new Map(report.evidence.filter(({ path }) => path !== null).map((entry) => [entry.digest, entry]))
  const steps = new Map(report.scenarios.flatMap((scenario) => scenario.steps).map(({ id, evidence }) => [id, evidence]))
  const views = new Map(report.observations.map(({ id, view }) => [id, view]))
  return (id) => (steps.get(views.get(id) ?? id) ?? []).flatMap((digest) => stored.get(digest) ?? [])
}
