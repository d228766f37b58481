import { randomUUID } from 'node:crypto'
import { join, relative } from 'node:path'
import type { JudgedMaterial } from '../harness/assemble.ts'
import type { NotRun } from '../harness/live/assign.ts'
import { packageVersion } from '../harness/places.ts'
import type { Waiver } from '../judgement/waiver.ts'
import { buildReport, writeReport, type Report } from '../report/index.ts'
import { evidenceBeside } from './evidence-files.ts'
import { printJson } from './print.ts'
import { printNotRun } from './run/plan.ts'
import { printSummary } from './summary.ts'

export interface Finishing {
  readonly material: JudgedMaterial
  readonly waivers: readonly Waiver[]
  readonly source: Report['source']['kind']
  /** The command that gives the results again. */
  readonly argv: readonly string[]
  readonly seed: number | null
  readonly interrupted: boolean
  readonly startedAt: number
  readonly scenarioTimes: Report['wallTime']['scenarios']
  /** Where the report goes. */
  readonly directory: string
  /** Puts its transcripts there, once the report could be built. */
  readonly settleEvidence?: () => void
  readonly json: boolean
  /** Scenarios that were selected and not told. */
  readonly notRun?: readonly NotRun[]
}

/** Builds the report, writes its files, prints what it says, and gives its exit code. */
export async function finishReport(parts: Finishing): Promise<number> {
  const { report, folder } = await makeReport(parts)
  const notRun = parts.notRun ?? []
  if (parts.json) printJson({ folder, origin: report.origin, summary: report.summary, problems: report.problems, notRun })
  else {
    printSummary(report, folder)
    printNotRun(notRun)
  }
  return report.summary.exitCode
}

/** As finishReport, without printing. */
export async function makeReport(parts: Finishing): Promise<{ readonly report: Report; readonly folder: string }> {
  const report = buildReport({
    ...parts.material,
    harness: {
      name: 'snapcheck',
      version: packageVersion(),
      runtime: `node ${process.versions.node}`,
      platform: `${process.platform}-${process.arch}`,
    },
    command: { argv: [...parts.argv], seed: parts.seed },
    source: parts.source,
    waivers: parts.waivers,
    interrupted: parts.interrupted,
    wallTime: {
      reportId: randomUUID(),
      runId: randomUUID(),
      createdAt: new Date().toISOString(),
      startedAt: new Date(parts.startedAt).toISOString(),
      durationMs: Date.now() - parts.startedAt,
      argv: process.argv.slice(2),
      scenarios: [...parts.scenarioTimes],
    },
  })
  const { directory } = parts
  parts.settleEvidence?.()
  await writeReport(report, directory, { evidence: evidenceBeside(directory, report), stepSummary: process.env['GITHUB_STEP_SUMMARY'] })
  return { report, folder: relative(process.cwd(), directory) || '.' }
}

/** A new folder below `reports`, with the second it began, in a form that NTFS takes. */
export function newReportFolder(startedAt: number, source: string): string {
  const stamp = new Date(startedAt).toISOString().slice(0, 19).replaceAll(':', '-')
  return join('reports', `${stamp}-${source}`)
}
