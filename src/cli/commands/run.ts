import { Command } from 'commander'
import { availableParallelism } from 'node:os'
import { collectScenarios } from '../../harness/collect.ts'
import { assemble } from '../../harness/assemble.ts'
import { loadRegister } from '../../harness/register-files.ts'
import { selectKeys } from '../../harness/select.ts'
import { labCreators } from '../../harness/sources/lab.ts'
import type { InterfaceId } from '../../checkpoint/interface-id.ts'
import { rules } from '../../judgement/rules/index.ts'
import { faultId, type FaultId } from '../../lab/faults/catalogue.ts'
import { countUpTo, each, oneOf } from '../options.ts'
import { finishReport } from '../finish.ts'
import { progress } from '../progress.ts'
import type { ExitState } from '../program.ts'

interface RunFlags {
  readonly source: 'lab'
  readonly seed: number
  readonly labFault?: readonly FaultId[]
  readonly creator?: readonly InterfaceId[]
  readonly claim?: readonly string[]
  readonly profile: 'core' | 'full'
  readonly workers: number
  readonly shuffle?: boolean
  readonly output?: string
  readonly json?: boolean
  readonly quiet?: boolean
}

const most = 2 ** 31 - 1

export function runCommand(state: ExitState): Command {
  return new Command('run')
    .description('Run scenarios on the built-in lab and write a conformance report.')
    .argument('[filter...]', 'scenario ids, their beginnings, or globs with *')
    .option('--source <kind>', 'where to connect; in this version the built-in lab', oneOf('--source', ['lab']), 'lab')
    .option('--seed <number>', 'what ids, names and times derive from', countUpTo('--seed', most), 1)
    .option('--lab-fault <id>', 'give the lab a defect that the scenarios must notice (repeatable)', each(faultId))
    .option('--creator <interface>', 'create through this interface only (repeatable)', each(oneOf('--creator', labCreators)))
    .option(
      '--claim <id>',
      'only scenarios that test this claim (repeatable)',
      each((id: string) => id.toUpperCase()),
    )
    .option('--profile <name>', 'core, or full with the slower scenarios', oneOf('--profile', ['core', 'full']), 'core')
    .option('--workers <count>', 'scenarios told at the same time', countUpTo('--workers', 64), Math.min(4, availableParallelism()))
    .option('--shuffle', 'run in another order; changes nothing in the report')
    .option('--output <folder>', 'exactly the folder to write to (default: a new one below reports)')
    .option('--json', 'print the summary as JSON on stdout')
    .option('--quiet', 'no line per scenario')
    .addHelpText('after', '\nExamples:\n  snapcheck run\n  snapcheck run comment --lab-fault comment-truncated --output out')
    .action(async (filters: readonly string[], flags: RunFlags) => {
      state.exitCode = await run(filters, flags)
    })
}

async function run(filters: readonly string[], flags: RunFlags): Promise<number> {
  const stop = interruptSignal()
  const { runScenarios } = await import('../../harness/vitest/run.ts')
  const register = loadRegister()
  const scenarios = await collectScenarios()
  const creators = flags.creator ?? labCreators
  const keys = selectKeys(scenarios, { filters, claims: flags.claim ?? [], creators, profile: flags.profile })
  const startedAt = Date.now()
  const shown = progress(keys.length, flags.quiet === true)
  const { tellings, faults } = await runScenarios({
    seed: String(flags.seed),
    creators,
    source: { kind: 'lab', faults: flags.labFault ?? [] },
    keys,
    workers: flags.workers,
    shuffle: flags.shuffle === true,
    onTelling: shown.finished,
    signal: stop.signal,
  })
  shown.end()
  const selectedClaims = new Set(
    scenarios.flatMap(({ definition }) => (keys.some((key) => key.startsWith(`${definition.id}/`)) ? definition.claims : [])),
  )
  return finishReport({
    material: assemble(tellings, faults, { register, rules, selectedClaims }),
    evidence: tellings.flatMap((telling) => telling.evidence),
    source: 'lab',
    argv: reproducing(filters, flags),
    seed: flags.seed,
    interrupted: stop.signal.aborted,
    startedAt,
    scenarioTimes: tellings.map(({ key, wall }) => ({ id: key, durationMs: Math.round(wall.duration) })),
    output: flags.output,
    json: flags.json === true,
  })
}

/** The command that gives these results again: options that change no result are left out. */
function reproducing(filters: readonly string[], flags: RunFlags): readonly string[] {
  const repeated = (option: string, values: readonly string[] = []): readonly string[] => values.flatMap((value) => [option, value])
  return [
    'snapcheck',
    'run',
    ...filters,
    ...repeated('--seed', [String(flags.seed)]),
    ...repeated('--lab-fault', flags.labFault),
    ...repeated('--creator', flags.creator),
    ...repeated('--claim', flags.claim),
    ...(flags.profile === 'core' ? [] : ['--profile', flags.profile]),
  ]
}

/** Ctrl-C once: stop, clean up, write the partial report. A second Ctrl-C is the terminal's own. */
function interruptSignal(): AbortController {
  const controller = new AbortController()
  process.once('SIGINT', () => {
    console.error('interrupted: finishing what runs, then writing the partial report')
    controller.abort()
  })
  return controller
}
