import type { Guid } from '../../checkpoint/guid.ts'
import { isSnapcheckError } from '../../foundation/errors.ts'
import type { Story } from '../../judgement/observation.ts'
import type { Leftover, Standing } from '../ownership/entries.ts'
import type { Hands } from '../ownership/hands.ts'
import type { Ownership } from '../ownership/ownership.ts'
import { removeOwned, type Removal } from '../ownership/remove-owned.ts'
import { compareStanding, type Restoration } from '../ownership/restoration.ts'
import { notUndone } from './lasting.ts'

/** The second verdict of a scenario: was everything put back as it was found? */
export interface Cleanup {
  readonly outcome: 'restored' | 'left-behind' | 'failed' | 'not-needed'
  /** What is still there, and why. */
  readonly leftovers: readonly Omit<Leftover, 'owned'>[]
  readonly sentence: string
  /** Checkpoints that were there before, and how many of them still have the same name and parent. */
  readonly compared?: { readonly before: number; readonly same: number }
  /** What differs from before, by somebody else's hand or ours. */
  readonly differences?: readonly string[]
  /** What the story did that nothing can take back. */
  readonly notUndone?: readonly string[]
}

const nothingMade: Cleanup = { outcome: 'not-needed', leftovers: [], sentence: 'Nothing was made.' }

export interface Tidying {
  readonly hands: Hands
  readonly ownership: Ownership
  /** What stood on the VM before the story; undefined where it could not be read. */
  readonly baseline: readonly Standing[] | undefined
  readonly done: Done
}

/** What the story did. */
type Done = Pick<Story, 'acts' | 'measurements'>

/** Removes what the story made and still owns, and compares what is left with what was there before it began. */
export async function cleanUp({ hands, ownership, baseline, done }: Tidying): Promise<Cleanup> {
  const { ledger } = ownership
  if (ledger.intents.length === 0) return closedEmpty(ownership, done)
  try {
    const removal = await removeOwned(hands, ledger, ownership.removed)
    const awaited = Math.max(0, ledger.awaited() - removal.left.filter(({ owned }) => !owned).length)
    const verdict = verdictOn(removal, { made: ledger.created, awaited }, baseline, done)
    if (awaited === 0 && !removal.left.some(({ owned }) => owned)) ownership.close(verdict.outcome, removal.left)
    return verdict
  } catch (error) {
    if (!isSnapcheckError(error)) throw error
    return {
      outcome: 'failed',
      leftovers: stillOwned(ledger.created, ledger.removed).map((checkpoint) => ({ checkpoint, why: error.code })),
      sentence: `${error.code}: ${error.message}`,
      ...listed('notUndone', notUndone(done)),
    }
  }
}

/** For a story that made nothing. */
export function closedEmpty(ownership: Ownership, done: Done): Cleanup {
  ownership.close(nothingMade.outcome, [])
  return { ...nothingMade, ...listed('notUndone', notUndone(done)) }
}

/** For a story of which no interface is open any more. */
export function notTidied({ ledger }: Ownership): Cleanup {
  const leftovers = stillOwned(ledger.created, ledger.removed).map((checkpoint) => ({ checkpoint, why: 'no session' }))
  return { outcome: 'failed', leftovers, sentence: 'No interface could be opened again: snapcheck sweep looks again.' }
}

function stillOwned(created: ReadonlySet<Guid>, removed: ReadonlySet<Guid>): readonly Guid[] {
  return [...created].filter((id) => !removed.has(id))
}

interface Own {
  readonly made: ReadonlySet<Guid>
  /** Creates without an answer that may still come to their effect. */
  readonly awaited: number
}

function verdictOn(removal: Removal, own: Own, baseline: readonly Standing[] | undefined, done: Done): Cleanup {
  const compared =
    baseline && compareStanding(baseline, removal.picture.truth, new Set([...own.made, ...removal.left.map((each) => each.checkpoint)]))
  return {
    outcome: outcomeOf(removal, compared),
    leftovers: removal.left.map(({ checkpoint, why }) => ({ checkpoint, why })),
    sentence: sentenceOf(removal, compared, own),
    ...(compared === undefined ? {} : { compared: { before: compared.before, same: compared.same } }),
    ...listed('differences', compared === undefined ? [] : differencesIn(compared)),
    ...listed('notUndone', notUndone(done)),
  }
}

function outcomeOf({ left }: Removal, compared: Restoration | undefined): Cleanup['outcome'] {
  if (left.length > 0) return 'left-behind'
  return compared !== undefined && compared.differences.length > 0 ? 'failed' : 'restored'
}

function sentenceOf({ left }: Removal, compared: Restoration | undefined, { made, awaited }: Own): string {
  const gone =
    left.length === 0
      ? `All ${made.size} made here are gone again.`
      : `${left.filter(({ owned }) => owned).length} made here left, because somebody else built on it or the product refused; ${left.filter(({ owned }) => !owned).length} that could be ours not touched.`
  const same =
    compared === undefined
      ? 'What was there before could not be read, so nothing was compared.'
      : `${compared.same} of ${compared.before} that were there before have the same GUID, name and parent; no job of the VM goes on.`
  const coming = awaited === 0 ? '' : ` A create had no answer and may still come to its effect: snapcheck sweep looks again.`
  return `${gone} ${same}${coming}`
}

function differencesIn({ differences, strangers }: Restoration): readonly string[] {
  return [...differences, ...strangers.map((id) => `${id} was not there before, and is not ours.`)]
}

function listed<Key extends 'differences' | 'notUndone'>(
  key: Key,
  values: readonly string[],
): { readonly [Name in Key]?: readonly string[] } {
  return (values.length === 0 ? {} : { [key]: values }) as { readonly [Name in Key]?: readonly string[] }
}
