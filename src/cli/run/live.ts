import { randomUUID } from 'node:crypto'
import { credentialReader } from '../../configuration/credentials.ts'
import { SnapcheckError } from '../../foundation/errors.ts'
import { assign, type Assigned } from '../../harness/live/assign.ts'
import { readyTargets } from '../../harness/live/ready.ts'
import { createsIn, plannedChanges, type PlannedChange } from '../../harness/live/rehearse.ts'
import { surveyStates } from '../../harness/live/survey.ts'
import type { VmTarget } from '../../harness/live/target.ts'
import { defaultJournalFolder } from '../../harness/ownership/journal/folder.ts'
import { selectKeys, selectScenarios } from '../../harness/select.ts'
import { commonState } from '../../harness/sources/common-state.ts'
import type { RunResult } from '../../harness/vitest/run.ts'
import { progress } from '../progress.ts'
import { requireFile } from '../settings.ts'
import { creatorsOfRun, selectionOf, tellAndReport, tellingOptions, type RunContext } from './context.ts'
import { printPlan } from './plan.ts'

interface Prepared {
  readonly runId: string
  readonly targets: readonly VmTarget[]
  readonly assigned: Assigned
  readonly changes: readonly PlannedChange[]
  /** Milliseconds of the lab's clock that the rehearsal went through. */
  readonly took: number
}

const nothingTold: RunResult = { tellings: [], faults: [] }

/** A run on the endpoints of the configuration, or with `--dry-run` the list of what it would change. @returns the exit code. */
export async function runLive(context: RunContext): Promise<number> {
  const prepared = await prepare(context)
  const { changes, assigned, took } = prepared
  if (context.signal.aborted) return tellAndReport(context, () => Promise.resolve(nothingTold), assigned.notRun)
  const ceiling = context.settings.ceiling.value
  if (context.flags.dryRun === true) printPlan({ changes, took, notRun: assigned.notRun, ceiling, json: context.flags.json === true })
  refuseTooMany(createsIn(changes), ceiling)
  if (context.flags.dryRun === true) return 0
  return tellAndReport(context, (transcripts) => tellAll(context, prepared, transcripts), assigned.notRun)
}

/** Connects for reading only. */
async function prepare(context: RunContext): Promise<Prepared> {
  const { loaded, settings, scenarios } = context
  const file = requireFile(loaded)
  selectKeys(scenarios, selectionOf(context))
  const targets = await readyTargets(loaded, credentialReader(loaded, process.env))
  if (targets.length === 0) {
    throw new SnapcheckError('SNAPCHECK_CONFIGURATION_INVALID', 'The configuration lists no VM to look at.', {
      place: `${file}, at vms`,
      observed: 'no entry',
      expected: 'the Hyper-V GUID of at least one VM, with its host, its VMM server or both',
      next: 'snapcheck init',
    })
  }
  const runId = randomUUID()
  const assigned = assign({
    scenarios: selectScenarios(scenarios, selectionOf(context)),
    creators: creatorsOfRun(context),
    targets,
    states: await surveyStates(targets, runId),
    allow: settings.allow.value,
  })
  const rehearsed = await rehearse(context, assigned)
  const took = rehearsed.reduce((sum, telling) => sum + telling.took, 0)
  return { runId, targets, assigned, took, changes: plannedChanges(assigned, targets, rehearsed) }
}

/** Tells in the lab what would change something, because that is how its changes are known before anything is changed. */
async function rehearse(context: RunContext, { assignments }: Assigned): Promise<RunResult['tellings']> {
  const changing = new Set(
    context.scenarios.flatMap(({ definition: { id, safety } }) => (safety === 'writes' || safety === 'disrupts' ? [id] : [])),
  )
  const keys = assignments.filter(({ scenario }) => changing.has(scenario)).map(({ key }) => key)
  if (keys.length === 0) return []
  const { runScenarios } = await import('../../harness/vitest/run.ts')
  const { tellings, faults } = await runScenarios({
    ...tellingOptions(context),
    source: { kind: 'lab', faults: [] },
    transcripts: null,
    saysSteps: false,
    keys,
    shuffle: false,
    onTelling: () => undefined,
  })
  if (tellings.length === keys.length || context.signal.aborted) return tellings
  throw new SnapcheckError(
    'SNAPCHECK_HARNESS_FAULT',
    'Nothing was changed: what the run would change could not be told in the lab first.',
    {
      place: faults[0]?.place ?? 'the rehearsal in the lab',
      observed: faults[0]?.sentence ?? `${tellings.length} of ${keys.length} told`,
      expected: 'every changing scenario told',
      next: 'snapcheck run',
    },
  )
}

function refuseTooMany(creates: number, ceiling: number): void {
  if (creates <= ceiling) return
  throw new SnapcheckError('SNAPCHECK_CEILING', `Nothing was changed: this run would create ${creates} checkpoints, one after the other.`, {
    place: 'the ceiling of the run',
    observed: `${creates} creates`,
    expected: `at most ${ceiling}`,
    next: `Select fewer scenarios, or say --ceiling ${creates}; --dry-run lists them.`,
  })
}

async function tellAll(context: RunContext, { runId, targets, assigned }: Prepared, transcripts: string): Promise<RunResult> {
  const { settings, flags } = context
  const { assignments } = assigned
  if (assignments.length === 0) return nothingTold
  const { runScenarios } = await import('../../harness/vitest/run.ts')
  const shown = progress(assignments.length, flags.quiet === true)
  const result = await runScenarios({
    ...tellingOptions(context),
    source: {
      kind: 'live',
      assignments,
      run: {
        runId,
        targets,
        allow: settings.allow.value,
        ceiling: settings.ceiling.value,
        patience: { limit: settings.patienceLimit.value, interval: settings.patienceInterval.value },
        journal: settings.journal.value ?? defaultJournalFolder(),
        common: commonState(targets.length),
      },
    },
    transcripts,
    saysSteps: flags.quiet !== true,
    keys: assignments.map(({ key }) => key),
    shuffle: flags.shuffle === true,
    onTelling: shown.finished,
  })
  shown.end()
  return result
}
