import { randomBytes } from 'node:crypto'
import { hostname } from 'node:os'
import type { Guid } from '../../../checkpoint/guid.ts'
import type { Place } from '../entries.ts'
import { lockVm, type Holder, type VmLock } from '../lock.ts'
import { ownership, type Ownership } from '../ownership.ts'
import { journalFile, lockFolder } from './folder.ts'
import { journalVersion } from './header.ts'
import { createJournal } from './write.ts'

export interface JournalOptions {
  /** The journal folder; its locks and runs lie below it. */
  readonly folder: string
  readonly run: string
  readonly telling: string
  readonly vm: Guid
  readonly creator: Place
  readonly places: readonly Place[]
  /** Milliseconds since 1970. */
  readonly now: number
}

/**
 * Takes the VM and begins a journal for one telling on live endpoints. The VM is locked at every endpoint that shows it.
 * @throws SNAPCHECK_VM_IN_USE, SNAPCHECK_JOURNAL_UNWRITABLE
 */
export function openJournal({ folder, run, telling, vm, creator, places, now }: JournalOptions): Ownership {
  const locks = lockVm({ folder: lockFolder(folder), endpoints: places.map(({ endpoint }) => endpoint), vm, run, now })
  const mark = randomBytes(8).toString('hex')
  const startedAt = new Date(now).toISOString()
  const header = { journal: 'snapcheck.journal', version: journalVersion, run, telling, mark, startedAt, vm, creator, places } as const
  const writer = orRelease(locks, () => createJournal(journalFile(folder, run, telling), { ...header, pid: process.pid, host: hostname() }))
  return ownership({
    mark,
    places,
    append: writer.append,
    notices: locks.tookOver.map(tookOver),
    release() {
      writer.close()
      locks.release()
    },
  })
}

function orRelease<Value>(locks: VmLock, work: () => Value): Value {
  try {
    return work()
  } catch (error) {
    locks.release()
    throw error
  }
}

function tookOver({ vm, endpoint, pid, run, since }: Holder): string {
  return `Took over VM ${vm} of ${endpoint} from process ${pid}, which has ended (run ${run}, since ${since}): snapcheck sweep finds what it left.`
}
