import { Command } from 'commander'
import { faultId, type FaultId } from '../../lab/faults/catalogue.ts'
import { startLab } from '../../lab/lab.ts'
import { countUpTo, each } from '../options.ts'
import { print } from '../print.ts'
import type { ExitState } from '../exit-state.ts'

interface ServeFlags {
  readonly seed: number
  readonly labFault?: readonly FaultId[]
  readonly wsmanPort: number
  readonly spfPort: number
  readonly speed: number
}

export function labCommand(_state: ExitState): Command {
  const lab = new Command('lab').description('The built-in simulator of a Hyper-V host and an SCVMM server. It says so in every dialect.')
  lab
    .command('serve')
    .description('Serve the lab on loopback until Ctrl-C, on the real clock. Prints one JSON line when it is ready.')
    .option('--seed <number>', 'what ids derive from', countUpTo('--seed', 2 ** 31 - 1), 1)
    .option('--lab-fault <id>', 'give it a defect (repeatable)', each(faultId))
    .option('--wsman-port <port>', 'port of WS-Management (default: any free one)', countUpTo('--wsman-port', 65_535))
    .option('--spf-port <port>', 'port of Service Provider Foundation (default: any free one)', countUpTo('--spf-port', 65_535))
    .option(
      '--speed <factor>',
      'seconds of its world that go by in one of yours: its jobs and refreshers take less time',
      countUpTo('--speed', 10_000),
      1,
    )
    .addHelpText(
      'after',
      '\nExample:\n  snapcheck lab serve --wsman-port 5985\n\nThe password is made up for each start and printed; it protects nothing but a mistake.',
    )
    .action(serve)
  return lab
}

async function serve(flags: ServeFlags): Promise<void> {
  const lab = await startLab({
    seed: String(flags.seed),
    clock: 'real',
    faults: new Set(flags.labFault),
    ports: { wsman: flags.wsmanPort, spf: flags.spfPort },
    speed: flags.speed,
  })
  const stopped = stopSignal()
  print(JSON.stringify({ lab: 'snapcheck lab (simulator)', endpoints: lab.endpoints, vms: lab.vms }))
  await stopped
  await lab.close()
}

/** Registered before the ready line is printed: whoever waits for it may stop the lab at once. */
function stopSignal(): Promise<void> {
  return new Promise((resolve) => {
    for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => resolve())
  })
}
