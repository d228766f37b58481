import { appendFile } from 'node:fs/promises'
import { join } from 'node:path'
import { ctrfJson } from '../ctrf/ctrf.ts'
import { renderHtml } from '../html/render.ts'
import { reportJson } from '../json/serialise.ts'
import { junitXml } from '../junit/junit.ts'
import { summaryMarkdown } from '../markdown/summary.ts'
import type { Report } from '../model/report.ts'
import { writeAtomically } from './file.ts'

/** The text of an exchange by its digest, already redacted; undefined where it is not at hand. The page holds that of findings. */
export type EvidenceReader = (digest: string) => string | undefined

export interface WriteOptions {
  readonly evidence: EvidenceReader
  /** GITHUB_STEP_SUMMARY: the file to which the summary is appended. */
  readonly stepSummary?: string | undefined
  /** The built page for report.html; left out: that of this package. */
  readonly template?: string
}

export interface WrittenFiles {
  readonly json: string
  readonly html: string
  readonly junit: string
  readonly ctrf: string
  readonly summary: string
}

/**
 * Writes all forms of a report into exactly this folder, which is made where it is missing. Its transcripts are there before.
 * @throws SNAPCHECK_OUTPUT_UNWRITABLE, SNAPCHECK_VIEWER_MISSING
 */
export async function writeReport(report: Report, directory: string, options: WriteOptions): Promise<WrittenFiles> {
  const summary = summaryMarkdown(report)
  const files = {
    json: join(directory, 'report.json'),
    html: join(directory, 'report.html'),
    junit: join(directory, 'junit.xml'),
    ctrf: join(directory, 'ctrf.json'),
    summary: join(directory, 'summary.md'),
  }
  await writeAtomically(files.json, reportJson(report))
  await writeAtomically(files.junit, junitXml(report))
  await writeAtomically(files.ctrf, ctrfJson(report))
  await writeAtomically(files.summary, [summary])
  await writeAtomically(files.html, renderHtml(report, options.evidence, options.template))
  if (options.stepSummary !== undefined && options.stepSummary !== '') await appendFile(options.stepSummary, summary)
  return files
}
