import { Command } from 'commander'
import { collectScenarios } from '../../harness/collect.ts'
import { profiles } from '../../harness/definition.ts'
import { labCreators } from '../../harness/sources/lab.ts'
import { allowances } from '../../configuration/schema/schema.ts'
import { SnapcheckError } from '../../foundation/errors.ts'
import { faultId } from '../../lab/faults/catalogue.ts'
import type { ExitState } from '../exit-state.ts'
import { newReportFolder } from '../finish.ts'
import { asGiven, countUpTo, each, oneOf, suitesHelp } from '../options.ts'
import type { RunContext } from '../run/context.ts'
import { runSources, type RunFlags } from '../run/flags.ts'
import { runOnLab } from '../run/lab.ts'
import { runLive } from '../run/live.ts'
import { configured, suiteGlobs } from '../settings.ts'
import { waiversIn } from '../waivers.ts'

const most = 2 ** 31 - 1

const afterHelp = `
Options that are left out are looked for in the environment (SNAPCHECK_SEED …) and in the configuration;
snapcheck check --print-config shows each value with its origin.

Examples:
  snapcheck run
  snapcheck run comment --lab-fault comment-truncated --output out
  snapcheck run patching --suites 'own/*.ts'                 # only your own whose ids begin with patching
  snapcheck run --source live                               # looks only
  snapcheck run --source live --allow writes --dry-run      # lists every change, makes none`

export function runCommand(state: ExitState): Command {
  return new Command('run')
    .description('Run scenarios on the built-in lab or on configured endpoints, and write a conformance report.')
    .argument('[filter...]', 'scenario ids, their beginnings, or globs with *')
    .option('--source <kind>', 'lab, or live: the endpoints of the configuration', oneOf('--source', runSources), 'lab')
    .option('-c, --config <file>', 'the configuration (default: snapcheck.config.ts or .yaml, here or in a folder above)')
    .option('--suites <glob>', suitesHelp, each(asGiven))
    .option('--allow <safety>', 'how far a live run may go: reads (default), refreshes, writes, disrupts', oneOf('--allow', allowances))
    .option('--dry-run', 'list every change that a live run would make, and make none')
    .option('--ceiling <count>', 'the most checkpoints that a live run may create (default: 20)', countUpTo('--ceiling', 10_000))
    .option('--waivers <file>', 'outcomes that are known and do not count until a day: the outcome stays, the conclusion changes')
    .option('--journal <folder>', 'where live runs write down what they make (default: in your state folder)')
    .option('--seed <number>', 'what ids, names and times derive from (default: 1)', countUpTo('--seed', most))
    .option('--lab-fault <id>', 'give the lab a defect that the scenarios must notice (repeatable)', each(faultId))
    .option('--creator <interface>', 'create through this interface only (repeatable)', each(oneOf('--creator', labCreators)))
    .option(
      '--claim <id>',
      'only scenarios that test this claim (repeatable)',
      each((id: string) => id.toUpperCase()),
    )
    .option('--profile <name>', 'core, or full with the slower scenarios', oneOf('--profile', profiles), 'core')
    .option('--workers <count>', 'scenarios told at the same time, never two on one VM (default: at most 4)', countUpTo('--workers', 64))
    .option('--shuffle', 'run in another order; changes nothing in the report')
    .option('--output <folder>', 'exactly the folder to write to (default: a new one below reports)')
    .option('--json', 'print the summary as JSON on stdout')
    .option('--quiet', 'no line per scenario')
    .addHelpText('after', afterHelp)
    .action(async (filters: readonly string[], flags: RunFlags) => {
      state.exitCode = await run(filters, flags)
    })
}

async function run(filters: readonly string[], flags: RunFlags): Promise<number> {
  refuseMixedSources(flags)
  const startedAt = Date.now()
  const { signal } = interruptSignal()
  const { allow, output, workers, seed, ceiling, waivers, journal, suites } = flags
  const found = await configured({ allow, output, workers, seed, ceiling, waivers, journal, suites }, flags.config)
  const directory = found.settings.output.value ?? newReportFolder(startedAt, flags.source)
  const context: RunContext = {
    filters,
    flags,
    ...found,
    waivers: await waiversIn(found.settings.waivers.value),
    scenarios: await collectScenarios(suiteGlobs(found)),
    signal,
    startedAt,
    directory,
  }
  return flags.source === 'live' ? runLive(context) : runOnLab(context)
}

/** An option without effect is a misunderstanding, and on live endpoints a dangerous one. */
function refuseMixedSources({ source, labFault, allow, dryRun, ceiling, journal }: RunFlags): void {
  const ofOthers =
    source === 'live' ? { '--lab-fault': labFault } : { '--allow': allow, '--dry-run': dryRun, '--ceiling': ceiling, '--journal': journal }
  const given = Object.entries(ofOthers).find(([, value]) => value !== undefined)
  if (given === undefined) return
  const other = source === 'live' ? 'lab' : 'live'
  throw new SnapcheckError('SNAPCHECK_USAGE', `${given[0]} has no effect with --source ${source}.`, {
    place: given[0],
    observed: `--source ${source}`,
    expected: `--source ${other}`,
    next: `snapcheck run --source ${other} --help`,
  })
}

/** Ctrl-C, a CI host that gives up, a terminal that is closed. */
const interruptions = ['SIGINT', 'SIGTERM', 'SIGHUP'] as const

/** Once: stop, clean up, write the partial report. A second signal does what it always does. */
function interruptSignal(): AbortController {
  const controller = new AbortController()
  const stop = (): void => {
    for (const signal of interruptions) process.off(signal, stop)
    console.error('interrupted: finishing what runs and putting it back, then writing the partial report')
    controller.abort()
  }
  for (const signal of interruptions) process.on(signal, stop)
  return controller
}
