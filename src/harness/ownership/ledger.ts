import type { Guid } from '../../checkpoint/guid.ts'
import type { Intent, OwnershipEntry, Standing } from './entries.ts'

/** All that is known of what a telling made, in memory or read again from its journal. */
export interface Ledger {
  /** Unguessable, in lower case, and part of every name that leaves room for it. */
  readonly mark: string
  /** What was there before the story began; empty where it could not be read. */
  readonly baseline: readonly Standing[]
  readonly intents: readonly Intent[]
  readonly created: ReadonlySet<Guid>
  readonly removed: ReadonlySet<Guid>
  /** What was begun and nothing takes back. */
  readonly lasting: readonly string[]
  /** Creates of which nobody knows what became of them. */
  pending(): readonly Intent[]
  /** How many of these have had no answer, and are not what was found and removed: they may still come to their effect. */
  awaited(): number
  readonly isClosed: boolean
  apply(entry: OwnershipEntry): void
}

export function emptyLedger(mark: string): Ledger {
  const intents: Intent[] = []
  const created = new Set<Guid>()
  const removed = new Set<Guid>()
  const lasting: string[] = []
  const settled = new Set<number>()
  const refused = new Set<number>()
  const state = { baseline: [] as readonly Standing[], isClosed: false }
  return {
    mark,
    intents,
    created,
    removed,
    lasting,
    get baseline() {
      return state.baseline
    },
    get isClosed() {
      return state.isClosed
    },
    pending: () => intents.filter(({ step }) => !settled.has(step)),
    awaited() {
      const unanswered = intents.filter(({ step }) => !settled.has(step) && !refused.has(step))
      return Math.max(0, unanswered.length - [...removed].filter((id) => !created.has(id)).length)
    },
    apply(entry) {
      switch (entry.entry) {
        case 'baseline':
          state.baseline = entry.checkpoints
          return
        case 'intended':
          intents.push(entry)
          // Whoever closed it did not know that the run goes on.
          state.isClosed = false
          return
        case 'created':
          created.add(entry.checkpoint)
          settled.add(entry.step)
          return
        case 'unsent':
          settled.add(entry.step)
          return
        case 'refused':
          refused.add(entry.step)
          return
        case 'lasting':
          lasting.push(entry.effect)
          return
        case 'removed':
          removed.add(entry.checkpoint)
          return
        case 'closed':
          state.isClosed = true
          return
        case 'renamed':
          return
      }
    },
  }
}

/** What was there before the first create, as whoever was asked then showed it. */
export function before({ baseline, intents }: Ledger): ReadonlySet<Guid> {
  return new Set([...baseline.map(({ id }) => id), ...(intents[0]?.before ?? [])])
}

/** `ours` may be removed, `undecided` is listed and never touched, `foreign` belongs to somebody else. */
export type Decision = 'ours' | 'undecided' | 'foreign'

/**
 * Owned is what the journal names by its GUID, or what has the run mark in its name (design section 3). A create whose
 * answer was lost is found by the GUIDs before and after it; without a mark that proves nothing, since somebody else may
 * have made one in the same moment.
 */
export function decide(ledger: Ledger, shown: readonly Standing[]): ReadonlyMap<Guid, Decision> {
  const known = before(ledger)
  const isOurs = ({ id, name }: Standing): boolean =>
    ledger.created.has(id) || (!known.has(id) && name !== null && name.toLowerCase().includes(ledger.mark))
  const found = shown.filter((each) => isOurs(each) && !ledger.created.has(each.id))
  // A marked one that no answer told of is what the lost answer was about.
  const open = ledger.pending().filter((intent) => !found.some(({ id }) => !intent.before.includes(id)))
  return new Map(
    shown.map((each) => {
      if (isOurs(each)) return [each.id, 'ours']
      const isNew = !known.has(each.id) && open.some((intent) => !intent.before.includes(each.id))
      return [each.id, isNew ? 'undecided' : 'foreign']
    }),
  )
}
