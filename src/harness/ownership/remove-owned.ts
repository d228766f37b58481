import type { Guid } from '../../checkpoint/guid.ts'
import type { ErrorCode } from '../../foundation/error-codes.ts'
import { isSnapcheckError, type SnapcheckError } from '../../foundation/errors.ts'
import type { Leftover, Standing } from './entries.ts'
import { pictureOnce, type Hands, type Picture } from './hands.ts'
import { decide, type Ledger } from './ledger.ts'
import { onceUnlocked } from './locked-object.ts'

export interface Removal {
  readonly removed: readonly Guid[]
  readonly left: readonly Leftover[]
  /** After the last removal, with nothing going on any more. */
  readonly picture: Picture
}

/** Names are not repeated here: they belong to somebody else. */
const undecidedBecause = 'it appeared after a create of ours whose answer was lost, and its name has no mark of ours; look at it and decide'

/** The removals of one checkpoint: how many, and how the last one failed; undefined where the product said that it is done. */
interface Try {
  readonly times: number
  readonly error: SnapcheckError | undefined
}

/** How often a removal that fails, or does nothing, is tried: somebody else may have been faster, or busy. */
const mostTries = 5
/** Milliseconds between two of them. */
const pause = 2_000

/**
 * Removes what the ledger owns, one leaf at a time. Before each removal the VM is awaited to take a request and its tree is read
 * again; a subtree is never removed in one call, and what carries somebody else's checkpoint stays (design section 3).
 * @param onRemoved is told of each removal that has ended.
 */
export async function removeOwned(hands: Hands, ledger: Ledger, onRemoved: (checkpoint: Guid) => void): Promise<Removal> {
  const decideNow = (shown: readonly Standing[]): ReturnType<typeof decide> => decide(ledger, shown)
  const tries = new Map<Guid, Try>()
  const triesOf = (id: Guid): number => tries.get(id)?.times ?? 0
  const removers = [...new Set([hands.removing, ...hands.looking])]
  for (;;) {
    const now = await pictureOnce('idle', hands, decideNow)
    const leaf = nextLeaf(now, decideNow(now.all), (id) => triesOf(id) < mostTries)
    if (leaf === undefined) {
      const picture = now.isAtRest ? now : await pictureOnce('at-rest', hands, decideNow)
      return { removed: goneIn(picture, tries), left: leftIn(picture, decideNow(picture.all), tries), picture }
    }
    const times = triesOf(leaf)
    if (times > 0) await hands.clock.sleep(pause)
    // What was made beside the creating interface its product may not know yet: then another one removes it.
    const through = removers[times % removers.length]!
    const error = await passing(() => onceUnlocked(hands.clock, () => through.remove(hands.vm, leaf)))
    tries.set(leaf, { times: times + 1, error })
    if (error === undefined) onRemoved(leaf)
  }
}

/** What was said to be removed and is not shown any more. */
function goneIn({ all }: Picture, tries: ReadonlyMap<Guid, Try>): readonly Guid[] {
  const there = new Set(all.map(({ id }) => id))
  return [...tries].flatMap(([id, { error }]) => (error === undefined && !there.has(id) ? [id] : []))
}

/** What it would do, without doing it: everything of ours below which nothing of anybody else hangs, leaves first. */
export function removable({ all }: Picture, decisions: ReturnType<typeof decide>): readonly Guid[] {
  const doomed: Guid[] = []
  let remaining = all
  for (;;) {
    const leaf = nextLeaf({ all: remaining }, decisions, () => true)
    if (leaf === undefined) return doomed
    doomed.push(leaf)
    remaining = remaining.filter(({ id }) => id !== leaf)
  }
}

function nextLeaf({ all }: Pick<Picture, 'all'>, decisions: ReturnType<typeof decide>, mayTry: (id: Guid) => boolean): Guid | undefined {
  const parents = new Set(all.map(({ parent }) => parent))
  return all.find(({ id }) => decisions.get(id) === 'ours' && !parents.has(id) && mayTry(id))?.id
}

/** Everything of ours that stays, and what could be ours. */
export function leftIn(
  { all }: Pick<Picture, 'all'>,
  decisions: ReturnType<typeof decide>,
  tries: ReadonlyMap<Guid, Try> = new Map(),
): readonly Leftover[] {
  return all.flatMap(({ id }): readonly Leftover[] => {
    switch (decisions.get(id)) {
      case 'ours':
        return [{ checkpoint: id, why: whyStill(tries.get(id)) ?? carrying(id, all, decisions), owned: true }]
      case 'undecided':
        return [{ checkpoint: id, why: undecidedBecause, owned: false }]
      default:
        return []
    }
  })
}

function whyStill(last: Try | undefined): string | undefined {
  if (last === undefined) return undefined
  return last.error === undefined ? 'the product said that it is removed, and still shows it' : `${last.error.code}: ${last.error.message}`
}

function carrying(id: Guid, all: readonly Standing[], decisions: ReturnType<typeof decide>): string {
  const below = new Set(all.filter(({ parent }) => parent === id).map((child) => decisions.get(child.id)))
  if (below.has('foreign')) return "a stranger's checkpoint hangs below it"
  return below.has('undecided') ? 'what hangs below it could be ours, and nothing proves it' : 'what hangs below it is ours too and stays'
}

/** After these it is tried again, through another interface first; anything else ends the tidying up, and says so. */
const passingCodes: readonly ErrorCode[] = [
  'SNAPCHECK_PRODUCT_REFUSED',
  'SNAPCHECK_NOT_SHOWN',
  'SNAPCHECK_UNREACHABLE',
  'SNAPCHECK_ACCESS_DENIED',
]

async function passing(work: () => Promise<unknown>): Promise<SnapcheckError | undefined> {
  try {
    await work()
    return undefined
  } catch (error) {
    if (isSnapcheckError(error) && passingCodes.includes(error.code)) return error
    throw error
  }
}
