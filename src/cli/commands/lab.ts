import { Command, Option } from 'commander'
import { faultId } from '../../lab/faults/catalogue.ts'
import type { ExitState } from '../exit-state.ts'
import { readTextFile } from '../files.ts'
import { assignmentsIn, envShells, type EnvShell } from '../lab/env.ts'
import { serve } from '../lab/serve.ts'
import { openShell, type ShellFlags } from '../lab/shell.ts'
import { countUpTo, each } from '../options.ts'
import { print } from '../print.ts'

export function labCommand(state: ExitState): Command {
  const lab = new Command('lab').description('The built-in simulator of a Hyper-V host and an SCVMM server. It says so in every dialect.')
  lab.addCommand(serveCommand())
  lab.addCommand(shellCommand(state))
  lab.addCommand(envCommand())
  return lab
}

function serveCommand(): Command {
  return pace(new Command('serve'))
    .description('Serve the lab on loopback until Ctrl-C, on the real clock. Prints one JSON line when it is ready.')
    .option('--lab-fault <id>', 'give it a defect (repeatable)', each(faultId))
    .option('--wsman-port <port>', 'port of WS-Management (default: any free one)', countUpTo('--wsman-port', 65_535))
    .option('--spf-port <port>', 'port of Service Provider Foundation (default: any free one)', countUpTo('--spf-port', 65_535))
    .option('--powershell-modules', 'write the modules that stand in for Hyper-V and VirtualMachineManager, until it ends')
    .addHelpText(
      'after',
      '\nExample:\n  snapcheck lab serve --wsman-port 5985\n\nThe password is made up for each start and printed; it protects nothing but a mistake.',
    )
    .action(serve)
}

function shellCommand(state: ExitState): Command {
  return pace(new Command('shell'))
    .description('Open PowerShell on a lab of its own: Hyper-V and VirtualMachineManager are there and reach nothing else.')
    .addHelpText(
      'after',
      '\nExamples:\n  snapcheck lab shell\n  snapcheck lab shell < script.ps1\n\nIts exit code is the one of PowerShell.',
    )
    .action(async (flags: ShellFlags) => {
      state.exitCode = await openShell(flags)
    })
}

function envCommand(): Command {
  return new Command('env')
    .description('Print what sets up another PowerShell for a served lab.')
    .argument('<file>', 'what lab serve --powershell-modules printed')
    .addOption(new Option('--shell <name>', 'in whose language').choices(envShells).default('powershell'))
    .addHelpText(
      'after',
      '\nExample:\n  snapcheck lab serve --powershell-modules > lab.json &\n  eval "$(snapcheck lab env lab.json --shell sh)"; pwsh script.ps1',
    )
    .action((file: string, { shell }: { readonly shell: EnvShell }) => {
      for (const line of assignmentsIn(readTextFile(file), shell)) print(line)
    })
}

/** Of a lab that runs by the machine's clock. */
function pace(command: Command): Command {
  return command
    .option('--seed <number>', 'what ids derive from', countUpTo('--seed', 2 ** 31 - 1), 1)
    .option(
      '--speed <factor>',
      'seconds of its world that go by in one of yours: its jobs and refreshers take less time',
      countUpTo('--speed', 10_000),
      1,
    )
}
