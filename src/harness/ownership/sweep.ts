import type { Guid } from '../../checkpoint/guid.ts'
import type { Clock } from '../../foundation/clock.ts'
import { SnapcheckError, isSnapcheckError } from '../../foundation/errors.ts'
import type { CheckpointInterface } from '../../interfaces/port.ts'
import type { Leftover, Place } from './entries.ts'
import { pictureOnce, type BusyPatience, type Hands } from './hands.ts'
import { lockFolder, unfinishedJournals } from './journal/folder.ts'
import type { JournalHeader } from './journal/header.ts'
import { readJournal, type Journal } from './journal/read.ts'
import { reopenJournal } from './journal/write.ts'
import { decide } from './ledger.ts'
import { lockVm } from './lock.ts'
import { leftIn, removable, removeOwned } from './remove-owned.ts'

export interface SweepOptions {
  /** The journal folder. */
  readonly folder: string
  /** A new session; undefined where the configuration does not name the endpoint. */
  readonly connect: (place: Place) => Promise<CheckpointInterface | undefined>
  readonly clock: Clock
  /** False: says what it would do and changes nothing. */
  readonly apply: boolean
  /** Names this sweep in the locks that it takes. */
  readonly run: string
  readonly patience?: BusyPatience
  /** Told of each journal that cannot be read, while the others are swept; left out, nothing is swept then. */
  readonly onUnreadable?: (error: SnapcheckError) => void
}

/** What became of one journal. */
export interface Swept {
  readonly file: string
  readonly telling: string
  readonly vm: Guid
  readonly endpoint: string
  readonly startedAt: string
  /** What it would remove, leaf by leaf; with `apply`, what it has removed. */
  readonly removed: readonly Guid[]
  /** What stays: ours, with the reason, and what could be ours. */
  readonly left: readonly Leftover[]
  /** What the run had begun on the VM itself, and nothing takes back. */
  readonly notUndone: readonly string[]
  /** Nothing of ours is left, and the journal says so. */
  readonly isClosed: boolean
  /** Why nothing could be found out. */
  readonly failure?: SnapcheckError
}

/**
 * Finds what interrupted runs have left, by their journals, and removes what these own: leaf by leaf, never what somebody
 * else built on, never what nothing proves to be ours. @throws SNAPCHECK_JOURNAL_MALFORMED, SNAPCHECK_JOURNAL_VERSION where nobody is told of what cannot be read
 */
export async function sweep(options: SweepOptions): Promise<readonly Swept[]> {
  const swept: Swept[] = []
  for (const journal of unfinishedJournals(options.folder, options.onUnreadable)) swept.push(await sweepOne(journal, options))
  return swept
}

/** 0: nothing of ours is left. 1: something is. 3: it could not be found out. */
export function sweepExitCode(swept: readonly Swept[], apply: boolean): 0 | 1 | 3 {
  if (swept.some(({ removed, left }) => left.some(({ owned }) => owned) || (!apply && removed.length > 0))) return 1
  return swept.some(({ failure }) => failure !== undefined) ? 3 : 0
}

async function sweepOne({ file, header }: Journal, options: SweepOptions): Promise<Swept> {
  const { telling, vm, startedAt, creator } = header
  const about = { file, telling, vm, startedAt, endpoint: creator.endpoint }
  try {
    return { ...about, ...(await whileHeld(header, options, () => sweepHeld(file, options))) }
  } catch (failure) {
    if (!isSnapcheckError(failure)) throw failure
    return { ...about, removed: [], left: [], notUndone: [], isClosed: false, failure }
  }
}

type Held = Pick<Swept, 'removed' | 'left' | 'isClosed' | 'notUndone'>
type Outcome = Omit<Held, 'notUndone'>

/** Holds the VM meanwhile: a run that is still alive holds it too, and is left in peace. */
async function whileHeld({ vm, places }: JournalHeader, options: SweepOptions, work: () => Promise<Held>): Promise<Held> {
  const { folder, run, clock } = options
  const lock = lockVm({ folder: lockFolder(folder), endpoints: places.map(({ endpoint }) => endpoint), vm, run, now: clock.now() })
  try {
    return await work()
  } finally {
    lock.release()
  }
}

/** Reads the journal again: the run may have gone on writing until it let go of the VM. */
async function sweepHeld(file: string, options: SweepOptions): Promise<Held> {
  const journal = readJournal(file)!
  const { ledger } = journal
  if (ledger.isClosed) return { removed: [], left: [], notUndone: [], isClosed: true }
  return { ...(await sweepOpen(journal, options)), notUndone: ledger.lasting }
}

async function sweepOpen(journal: Journal, options: SweepOptions): Promise<Outcome> {
  if (journal.ledger.intents.length === 0) return closing(journal, [], options.apply)
  const hands = await handsFor(journal, options)
  try {
    return await tidy(journal, hands, options.apply)
  } finally {
    await Promise.all(hands.looking.map((through) => through.close()))
  }
}

async function handsFor({ header: { vm, creator, places } }: Journal, { connect, clock, patience }: SweepOptions): Promise<Hands> {
  const open = await Promise.all(places.map(async (place) => ({ place, through: await connect(place) })))
  const removing = open.find(({ place }) => place.interface === creator.interface && place.endpoint === creator.endpoint)?.through
  if (removing === undefined) {
    throw new SnapcheckError(
      'SNAPCHECK_UNREACHABLE',
      `The configuration names no ${creator.interface} endpoint called ${creator.endpoint}.`,
      {
        place: creator.endpoint,
        observed: 'not configured',
        expected: 'the endpoint through which the interrupted run created',
        next: 'Sweep with the configuration of that run.',
      },
    )
  }
  return { vm, clock, removing, looking: open.flatMap(({ through }) => through ?? []), ...(patience && { patience }) }
}

async function tidy(journal: Journal, hands: Hands, apply: boolean): Promise<Outcome> {
  const { ledger } = journal
  if (!apply) {
    const picture = await pictureOnce('idle', hands, (shown) => decide(ledger, shown))
    const decisions = decide(ledger, picture.all)
    const removed = removable(picture, decisions)
    return { removed, left: leftIn({ all: picture.all.filter(({ id }) => !removed.includes(id)) }, decisions), isClosed: false }
  }
  const writer = reopenJournal(journal.file)
  try {
    const { removed, left } = await removeOwned(hands, ledger, (checkpoint) => writer.append({ entry: 'removed', checkpoint }))
    return { ...closing(journal, left, true, writer), removed }
  } finally {
    writer.close()
  }
}

/** Only where nothing of ours is left: otherwise the next sweep has to look again. */
function closing(
  journal: Journal,
  left: readonly Leftover[],
  apply: boolean,
  writer?: Pick<ReturnType<typeof reopenJournal>, 'append'>,
): Outcome {
  const isClosed = apply && !left.some(({ owned }) => owned)
  if (isClosed) append(journal, left, writer)
  return { removed: [], left, isClosed }
}

function append({ file }: Journal, left: readonly Leftover[], writer: Pick<ReturnType<typeof reopenJournal>, 'append'> | undefined): void {
  const entry = { entry: 'closed', by: 'sweep', outcome: left.length === 0 ? 'restored' : 'undecided', left } as const
  if (writer !== undefined) return writer.append(entry)
  const own = reopenJournal(file)
  own.append(entry)
  own.close()
}
