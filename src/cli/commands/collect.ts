import { Command } from 'commander'
import { collectScript, type CollectFlags } from '../collect.ts'

export function collectCommand(): Command {
  return new Command('collect')
    .description('Print the scripts that an administrator runs to make files for inspect and diff. They only read.')
    .argument('[side]', 'host: run on each Hyper-V host; vmm: run where the VMM console is (default: both are printed)')
    .option('--output <file>', 'write the script of one side to exactly this file')
    .addHelpText(
      'after',
      `
The SHA-256 of each script is printed on stderr. docs/collect.md says what they read and what was not observed.

Examples:
  snapcheck collect host --output collect-host.ps1
  snapcheck collect vmm --output collect-vmm.ps1

In Windows PowerShell, > would store other bytes than those of the SHA-256: use --output.`,
    )
    .action((side: string | undefined, flags: CollectFlags) => collectScript(side, flags))
}
