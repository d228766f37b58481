import { Command } from 'commander'
import { candidates } from '../completion/words.ts'
import { installing, scripts, shells } from '../completion/scripts.ts'
import { oneOf } from '../options.ts'
import { print } from '../print.ts'
import type { ExitState } from '../exit-state.ts'

export function completionCommand(_state: ExitState): Command {
  const command: Command = new Command('completion')
  return command
    .description('Print the script that completes snapcheck in a shell.')
    .argument('<shell>', shells.join(', '), oneOf('completion', [...shells, 'words']))
    .argument('[words...]', 'for `words`: what was typed after snapcheck, the last word being the one to complete')
    .addHelpText('after', installing)
    .action(async (shell: (typeof shells)[number] | 'words', words: readonly string[]) => {
      if (shell !== 'words') return print(scripts[shell])
      // PowerShell drops an empty argument, so its script quotes it.
      const typed = words.map((word) => (word === '""' ? '' : word))
      for (const candidate of await candidates(command.parent!, typed)) print(candidate)
    })
}
