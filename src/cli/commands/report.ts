import { Command } from 'commander'
import { dirname } from 'node:path'
import { parseReport, writeReport } from '../../report/index.ts'
import { copyEvidence, evidenceBeside } from '../evidence-files.ts'
import { readTextFile } from '../files.ts'
import type { ExitState } from '../exit-state.ts'
import { printSummary } from '../summary.ts'

export function reportCommand(state: ExitState): Command {
  return new Command('report')
    .description('Write report.html, ctrf.json, junit.xml and summary.md again from a report.json.')
    .argument('<file>', 'a report.json')
    .option('--output <folder>', 'exactly the folder to write to (default: that of the file)')
    .addHelpText('after', '\nExamples:\n  snapcheck report out/report.json\n  snapcheck report out/report.json --output elsewhere')
    .action(async (file: string, { output }: { readonly output?: string }) => {
      const report = parseReport(readTextFile(file), file)
      const folder = output ?? dirname(file)
      copyEvidence(report, dirname(file), folder)
      await writeReport(report, folder, { evidence: evidenceBeside(folder, report) })
      printSummary(report, folder)
      state.exitCode = report.summary.exitCode
    })
}
