import { Command } from 'commander'
import { packageVersion } from '../harness/places.ts'
import { checkCommand } from './commands/check.ts'
import { collectCommand } from './commands/collect.ts'
import { completionCommand } from './commands/completion.ts'
import { diffCommand } from './commands/diff.ts'
import { explainCommand } from './commands/explain.ts'
import { initCommand } from './commands/init.ts'
import { inspectCommand } from './commands/inspect.ts'
import { labCommand } from './commands/lab.ts'
import { listCommand } from './commands/list.ts'
import { reportCommand } from './commands/report.ts'
import { runCommand } from './commands/run.ts'
import { sweepCommand } from './commands/sweep.ts'
import type { ExitState } from './exit-state.ts'

const exitCodesHelp = `
Exit codes:
  0    acceptable
  1    non-conforming
  2    usage: a misspelt option, an unreadable file or configuration, an empty selection
  3    could not judge: unreachable, permission, awaited in vain, nothing judged
  130  interrupted; the partial report says so

A snapshot (Hyper-V) and a checkpoint (SCVMM) are one thing. snapcheck proves it, cell by cell.`

export function program(state: ExitState): Command {
  const root = new Command('snapcheck')
    .description('Terminology and interoperability test harness for Hyper-V snapshots and SCVMM checkpoints.')
    .version(packageVersion(), '-V, --version')
    .showSuggestionAfterError()
    .showHelpAfterError('(run with --help for the options)')
    .exitOverride()
    .configureOutput({ outputError: (text, write) => write(text.replace(/^error: /, 'error SNAPCHECK_USAGE  ')) })
    .addHelpText('after', exitCodesHelp)
  const commands = [
    runCommand,
    listCommand,
    checkCommand,
    initCommand,
    inspectCommand,
    collectCommand,
    diffCommand,
    reportCommand,
    explainCommand,
    labCommand,
    sweepCommand,
    completionCommand,
  ]
  for (const command of commands) root.addCommand(command(state))
  inherit(root)
  return root
}

/** A command that was made by itself has none of the settings: its misspelt option would end with 1, as a violation does. */
function inherit(parent: Command): void {
  for (const command of parent.commands) inherit(command.copyInheritedSettings(parent))
}
