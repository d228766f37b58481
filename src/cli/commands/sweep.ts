import { randomUUID } from 'node:crypto'
import { Command } from 'commander'
import pc from 'picocolors'
import { credentialReader } from '../../configuration/credentials.ts'
import type { SnapcheckError } from '../../foundation/errors.ts'
import { realClock } from '../../foundation/clock.ts'
import { guidSequence } from '../../foundation/seed.ts'
import { connectPlace } from '../../harness/live/connect-place.ts'
import { defaultJournalFolder } from '../../harness/ownership/journal/folder.ts'
import { sweep, sweepExitCode, type Swept } from '../../harness/ownership/sweep.ts'
import { evidenceStore } from '../../recording/evidence.ts'
import { printFailure } from '../failure.ts'
import { print, printJson } from '../print.ts'
import type { ExitState } from '../exit-state.ts'
import { configured, requireFile } from '../settings.ts'

interface SweepFlags {
  readonly apply?: boolean
  readonly config?: string
  readonly journal?: string
  readonly json?: boolean
}

const afterHelp = `
Without --apply it lists what it would do and changes nothing. It removes only what a journal owns: by its GUID, or by the
mark of the run in its name; leaf by leaf, and nothing that carries somebody else's checkpoint. What could be ours and has
no mark is listed, never removed.

Exit codes:
  0  nothing of ours is left
  1  something of ours is left, or would be removed
  2  usage, configuration, an unreadable journal
  3  an endpoint could not be reached, or a VM is in use

Examples:
  snapcheck sweep
  snapcheck sweep --apply`

export function sweepCommand(state: ExitState): Command {
  return new Command('sweep')
    .description('Find and remove what an interrupted run has left on live endpoints.')
    .option('--apply', 'remove it; left out, it is listed only')
    .option('-c, --config <file>', 'the configuration of that run')
    .option('--journal <folder>', 'where live runs write down what they make (default: in your state folder)')
    .option('--json', 'as JSON')
    .addHelpText('after', afterHelp)
    .action(async (flags: SweepFlags) => {
      state.exitCode = await sweepAll(flags)
    })
}

async function sweepAll({ apply = false, config, journal, json = false }: SweepFlags): Promise<number> {
  const { loaded, settings } = await configured(journal === undefined ? {} : { journal }, config)
  requireFile(loaded)
  const run = randomUUID()
  const placing = {
    loaded,
    read: credentialReader(loaded, process.env),
    connecting: { clock: realClock, evidence: evidenceStore(), nextId: guidSequence(run, 'sweep') },
    allow: apply ? 'writes' : 'reads',
  } as const
  const folder = settings.journal.value ?? defaultJournalFolder()
  const unreadable: SnapcheckError[] = []
  const onUnreadable = (error: SnapcheckError): void => void unreadable.push(error)
  const swept = await sweep({ folder, connect: (place) => connectPlace(place, placing), clock: realClock, apply, run, onUnreadable })
  if (json) printJson({ folder, applied: apply, journals: swept.map(plain), unreadable: unreadable.map(codeAndMessage) })
  else if (swept.length + unreadable.length === 0) print(`Nothing to sweep: every journal in ${folder} is closed.`)
  else printSwept(swept, apply)
  for (const error of unreadable) printFailure(error)
  const code = sweepExitCode(swept, apply)
  return code !== 1 && unreadable.length > 0 ? 2 : code
}

function codeAndMessage({ code, message }: SnapcheckError): object {
  return { code, message }
}

/** An error is no JSON; its code and message are. */
function plain({ failure, ...rest }: Swept): object {
  return failure === undefined ? rest : { ...rest, failure: codeAndMessage(failure) }
}

function printSwept(swept: readonly Swept[], apply: boolean): void {
  for (const each of swept) printOne(each, apply)
  const removed = swept.reduce((sum, each) => sum + each.removed.length, 0)
  if (swept.length > 0) print(`\n${removed} ${apply ? 'removed' : 'would be removed'}, by ${swept.length} journals.`)
  if (!apply && removed > 0) print('To remove them: snapcheck sweep --apply')
}

function printOne({ telling, vm, endpoint, startedAt, removed, left, notUndone, failure }: Swept, apply: boolean): void {
  print(`\n${pc.bold(telling)}  ${startedAt}  VM ${vm} of ${endpoint}`)
  for (const id of removed) print(`  ${pc.green(apply ? 'removed    ' : 'would remove')}  ${id}`)
  for (const { checkpoint, why, owned } of left) print(`  ${pc.yellow(owned ? 'left       ' : 'undecided  ')}  ${checkpoint}  ${why}`)
  for (const effect of notUndone) print(`  ${pc.yellow('not undone ')}  ${effect}`)
  if (removed.length + left.length === 0 && failure === undefined) print('  nothing of it is left')
  if (failure !== undefined) printFailure(failure)
}
