import { Command } from 'commander'
import { existsSync, readFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { parseReport, writeReport } from '../../report/index.ts'
import { readTextFile } from '../files.ts'
import type { ExitState } from '../program.ts'
import { printSummary } from '../summary.ts'

export function reportCommand(state: ExitState): Command {
  return new Command('report')
    .description('Write report.html, ctrf.json, junit.xml and summary.md again from a report.json.')
    .argument('<file>', 'a report.json')
    .option('--output <folder>', 'exactly the folder to write to (default: that of the file)')
    .addHelpText('after', '\nExamples:\n  snapcheck report out/report.json\n  snapcheck report out/report.json --output elsewhere')
    .action(async (file: string, { output }: { readonly output?: string }) => {
      const report = parseReport(readTextFile(file), file)
      const paths = new Map(report.evidence.map(({ digest, path }) => [digest, path]))
      const evidence = (digest: string): string | undefined => textBeside(file, paths.get(digest))
      const folder = output ?? dirname(file)
      await writeReport(report, folder, { evidence })
      printSummary(report, folder)
      state.exitCode = report.summary.exitCode
    })
}

function textBeside(file: string, path: string | null | undefined): string | undefined {
  if (path === null || path === undefined) return undefined
  const place = join(dirname(file), path)
  return existsSync(place) ? readFileSync(place, 'utf8') : undefined
}
