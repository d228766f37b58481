import { relative } from 'node:path'
import type { InterfaceId } from '../../checkpoint/interface-id.ts'
import type { LoadedConfiguration } from '../../configuration/load.ts'
import type { ResolvedSettings } from '../../configuration/settings.ts'
import { assemble } from '../../harness/assemble.ts'
import { suiteName, type CollectedScenario } from '../../harness/collect.ts'
import type { NotRun } from '../../harness/live/assign.ts'
import { loadRegister } from '../../harness/register-files.ts'
import type { Selection } from '../../harness/select.ts'
import { labCreators } from '../../harness/sources/lab.ts'
import type { RunOptions, RunResult } from '../../harness/vitest/run.ts'
import type { Waiver } from '../../judgement/waiver.ts'
import { rules } from '../../judgement/rules/index.ts'
import { evidenceSpool } from '../evidence-files.ts'
import { finishReport, type Finishing } from '../finish.ts'
import type { RunFlags } from './flags.ts'

/** Everything that both kinds of runs need. */
export interface RunContext {
  readonly filters: readonly string[]
  readonly flags: RunFlags
  readonly loaded: LoadedConfiguration
  readonly settings: ResolvedSettings
  readonly waivers: readonly Waiver[]
  readonly scenarios: readonly CollectedScenario[]
  readonly signal: AbortSignal
  readonly startedAt: number
  /** The folder of the report. */
  readonly directory: string
}

export function creatorsOfRun({ flags }: RunContext): readonly InterfaceId[] {
  return flags.creator ?? labCreators
}

export function selectionOf(context: RunContext): Selection {
  const { filters, flags } = context
  return { filters, claims: flags.claim ?? [], creators: creatorsOfRun(context), profile: flags.profile }
}

/** What every telling of this run has in common, the rehearsal included. */
export function tellingOptions(context: RunContext): Pick<RunOptions, 'seed' | 'creators' | 'scenarios' | 'workers' | 'signal'> {
  const { settings, scenarios, signal } = context
  return { seed: String(settings.seed.value), creators: creatorsOfRun(context), scenarios, workers: settings.workers.value, signal }
}

/** Tells, given the folder for its transcripts. */
export type Telling = (transcripts: string) => Promise<RunResult>

/** Lets everything be told, judges it and writes the report. @returns the exit code. */
export async function tellAndReport(context: RunContext, tell: Telling, notRun: readonly NotRun[] = []): Promise<number> {
  const spool = evidenceSpool(context.directory)
  try {
    return await finishReport({ ...finishing(context, await tell(spool.folder), notRun), settleEvidence: spool.settle })
  } finally {
    spool.discard()
  }
}

function finishing(context: RunContext, { tellings, faults }: RunResult, notRun: readonly NotRun[]): Finishing {
  const { flags, settings, scenarios, signal, startedAt, directory } = context
  const told = new Set(tellings.map(({ definition }) => definition.id))
  const selectedClaims = new Set(scenarios.flatMap(({ definition }) => (told.has(definition.id) ? definition.claims : [])))
  const suites = new Map(scenarios.map((scenario) => [scenario.definition.id, suiteName(scenario)]))
  return {
    material: assemble(tellings, faults, { register: loadRegister(), rules, suites, selectedClaims, notRun }),
    waivers: context.waivers,
    source: flags.source,
    argv: reproducing(context),
    seed: settings.seed.value,
    interrupted: signal.aborted,
    startedAt,
    scenarioTimes: tellings.map(({ key, wall }) => ({ id: key, durationMs: Math.round(wall.duration) })),
    directory,
    json: flags.json === true,
    notRun,
  }
}

/** The command that gives these results again: options that change no result are left out. */
function reproducing({ filters, flags, settings, loaded }: RunContext): readonly string[] {
  const live = flags.source === 'live' ? ['--source', 'live', '--allow', settings.allow.value] : []
  return [
    'snapcheck',
    'run',
    ...filters,
    ...live,
    ...namingSuites(settings, loaded),
    ...repeated('--seed', [String(settings.seed.value)]),
    ...repeated('--lab-fault', flags.labFault),
    ...repeated('--creator', flags.creator),
    ...repeated('--claim', flags.claim),
    ...(flags.waivers === undefined ? [] : ['--waivers', flags.waivers]),
    ...(flags.profile === 'core' ? [] : ['--profile', flags.profile]),
  ]
}

function repeated(option: string, values: readonly string[] = []): readonly string[] {
  return values.flatMap((value) => [option, value])
}

/** Where the user's own suites come from: the names of their files are relative to it, so it is told as it was given. */
function namingSuites({ suites }: ResolvedSettings, { file }: LoadedConfiguration): readonly string[] {
  if (suites.value.length === 0 || file === null || suites.origin !== 'file') return repeated('--suites', suites.value)
  return ['--config', relative(process.cwd(), file).replaceAll('\\', '/')]
}
