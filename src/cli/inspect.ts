import { globSync } from 'node:fs'
import { basename, join } from 'node:path'
import pc from 'picocolors'
import { SnapcheckError } from '../foundation/errors.ts'
import { assembleInspection } from '../harness/assemble-inspection.ts'
import { packageRoot } from '../harness/places.ts'
import { loadRegister } from '../harness/register-files.ts'
import { inspectFiles } from '../inspection/inspect.ts'
import { rules } from '../judgement/rules/index.ts'
import type { Report } from '../report/model/report.ts'
import { exportsIn } from './files.ts'
import { finishReport, makeReport, newReportFolder, type Finishing } from './finish.ts'
import { print } from './print.ts'
import { waiversIn } from './waivers.ts'

export interface InspectFlags {
  readonly carried?: boolean
  readonly output?: string
  readonly json?: boolean
  readonly waivers?: string
}

export async function inspectToReport(files: readonly string[], flags: InspectFlags): Promise<number> {
  if (flags.carried === true) return inspectCarried(flags.output)
  if (files.length === 0) {
    throw new SnapcheckError('SNAPCHECK_USAGE', 'No file was named to inspect.', {
      observed: 'no file',
      expected: 'one file or more, or --carried',
      next: 'snapcheck inspect --help',
    })
  }
  return finishReport(await inspected(files, flags))
}

async function inspected(files: readonly string[], { output, json, waivers }: InspectFlags): Promise<Finishing> {
  const startedAt = Date.now()
  const waived = await waiversIn(waivers)
  const inspection = await inspectFiles(files.flatMap(exportsIn))
  const [problem] = inspection.problems
  if (problem !== undefined && inspection.files.length === 0) throw problem.error
  for (const { path, code, sentence } of inspection.notices) console.error(`${pc.yellow('note')} ${code}  ${path}: ${sentence}`)
  return {
    material: assembleInspection(inspection, { register: loadRegister(), rules }),
    waivers: waived,
    source: 'file',
    argv: ['snapcheck', 'inspect', ...files.map((file) => basename(file)), ...(waivers === undefined ? [] : ['--waivers', waivers])],
    seed: null,
    interrupted: false,
    startedAt,
    scenarioTimes: [],
    directory: output ?? newReportFolder(startedAt, 'file'),
    json: json === true,
  }
}

/** The folders of `fixtures/recordings`, each one set of files of one system. */
function carriedRecordings(): readonly { readonly name: string; readonly files: readonly string[] }[] {
  const folder = join(packageRoot, 'fixtures', 'recordings')
  return globSync('*/provenance.json', { cwd: folder })
    .toSorted()
    .map((path) => path.split(/[\\/]/)[0]!)
    .map((name) => ({
      name,
      files: globSync('*.{json,xml}', { cwd: join(folder, name), exclude: ['provenance.json'] })
        .toSorted()
        .map((file) => join(folder, name, file)),
    }))
}

/** Each recording its own report. What a recording does not hold is not judged, and that is no failure of the recording. */
async function inspectCarried(output: string | undefined): Promise<number> {
  print(pc.bold('Recordings of real systems, judged without any connection:'))
  let worst = 0
  for (const { name, files } of carriedRecordings()) {
    const parts = await inspected(files, { output: join(output ?? join('reports', 'recordings'), name) })
    const { report, folder } = await makeReport(parts)
    print(recordingLine(name, report, folder))
    if (report.summary.exitCode === 1) worst = 1
  }
  return worst
}

function recordingLine(name: string, { summary, origin }: Report, folder: string): string {
  const { conforms, deviates, violates } = summary.outcomes
  const judged = conforms + deviates + violates
  const state = violates > 0 ? pc.red(summary.conclusion) : summary.conclusion
  return `  ${name.padEnd(30)} ${state.padEnd(16)} ${judged} verdicts (${conforms} conform, ${deviates} deviate, ${violates} violate), origin ${origin}  ${pc.dim(join(folder, 'report.html'))}`
}
