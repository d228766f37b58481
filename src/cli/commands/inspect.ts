import { Command } from 'commander'
import { inspectToReport, type InspectFlags } from '../inspect.ts'
import type { ExitState } from '../exit-state.ts'

export function inspectCommand(state: ExitState): Command {
  return new Command('inspect')
    .description('Judge files that were exported or recorded elsewhere. Connects to nothing.')
    .argument('[file...]', 'exported files, or folders of them; several of one server are a time series')
    .option('--carried', 'the recordings of real systems that snapcheck carries, each its own report')
    .option('--output <folder>', 'exactly the folder to write to (default: a new one below reports)')
    .option('--waivers <file>', 'outcomes that are known and do not count until a day')
    .option('--json', 'print the summary as JSON on stdout')
    .addHelpText(
      'after',
      `
What it reads:
  Get-SCVMCheckpoint -VM (Get-SCVirtualMachine NAME) | Export-Clixml FILE     CLIXML, UTF-16 or UTF-8
  Get-SCVMCheckpoint | ConvertTo-Json                                         JSON
  inventories of an SCVMM server in CLIXML or JSON (ManageIQ's form)
  answers of Azure Arc-enabled SCVMM, WS-Management answers of a Hyper-V host, Get-VM | ConvertTo-Json
  the files of snapcheck collect: both sides of one folder are joined by GUID, and what crosses is judged

Examples:
  snapcheck inspect collected
  snapcheck inspect before.xml after.xml --output out
  snapcheck inspect --carried`,
    )
    .action(async (files: readonly string[], flags: InspectFlags) => {
      state.exitCode = await inspectToReport(files, flags)
    })
}
