import { Command } from 'commander'
import { diffFolders, type DiffFlags } from '../diff.ts'
import type { ExitState } from '../exit-state.ts'

export function diffCommand(state: ExitState): Command {
  return new Command('diff')
    .description('Did every checkpoint come through? Compares exported files of two times, such as before and after an upgrade.')
    .argument('<before>', 'a folder of collected or exported files, or one file')
    .argument('<after>', 'the same, of a later time')
    .option('--json', 'print the result as JSON on stdout')
    .addHelpText(
      'after',
      `
Of each checkpoint it says: survived, changed (which value), lost, new, or that it cannot be told; and which VMM job or
backup accounts for it. Exit code 0: all came through; 1: something is lost or changed without an explanation in the
files; 3: no evidence, which is the answer wherever something cannot be told.

Examples:
  snapcheck diff before after
  snapcheck diff inventory-june.json inventory-november.json --json`,
    )
    .action(async (before: string, after: string, flags: DiffFlags) => {
      state.exitCode = await diffFolders(before, after, flags)
    })
}
