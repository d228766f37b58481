import type { Place } from '../entries.ts'
import type { Guid } from '../../../checkpoint/guid.ts'

/** The version of the journal's form; raised when an older snapcheck would misread it. */
export const journalVersion = 1

/** The first line of a journal. */
export interface JournalHeader {
  readonly journal: 'snapcheck.journal'
  readonly version: typeof journalVersion
  readonly run: string
  /** `<scenario>/<creator>` */
  readonly telling: string
  readonly mark: string
  readonly pid: number
  readonly host: string
  /** ISO 8601, UTC. */
  readonly startedAt: string
  readonly vm: Guid
  /** Through which it creates, and removes. */
  readonly creator: Place
  /** All that take part; a sweep looks through them. */
  readonly places: readonly Place[]
}
