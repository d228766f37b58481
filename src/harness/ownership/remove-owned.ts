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

/** How often a removal that fails is tried: somebody else may have been faster, or busy. */
const mostAttempts = 5
/** Milliseconds between two attempts. */
const pause = 2_000

/**
 * Removes what the ledger owns, one leaf at a time. Before each removal the VM is awaited to take a request and its tree is read
 * again; a subtree is never removed in one call, and what carries somebody else's checkpoint stays (design section 3).
 * @param onRemoved is told of each removal that has ended.
 */
export async function removeOwned(hands: Hands, ledger: Ledger, onRemoved: (checkpoint: Guid) => void): Promise<Removal> {
  const decideNow = (shown: readonly Standing[]): ReturnType<typeof decide> => decide(ledger, shown)
  const removed: Guid[] = []
  const refusals = new Map<Guid, { attempts: number; error: SnapcheckError }>()
  const removers = [...new Set([hands.removing, ...hands.looking])]
  for (;;) {
    const now = await pictureOnce('idle', hands, decideNow)
    const leaf = nextLeaf(now, decideNow(now.all), (id) => (refusals.get(id)?.attempts ?? 0) < mostAttempts)
    if (leaf === undefined) {
      const picture = now.isAtRest ? now : await pictureOnce('at-rest', hands, decideNow)
      return { removed, left: leftIn(picture, decideNow(picture.all), refusals), picture }
    }
    try {
      // What was made beside the creating interface its product may not know yet: then another one removes it.
      const through = removers[(refusals.get(leaf)?.attempts ?? 0) % removers.length]!
      await onceUnlocked(hands.clock, () => through.remove(hands.vm, leaf))
      onRemoved(leaf)
      removed.push(leaf)
    } catch (error) {
      if (!isPassing(error)) throw error
      refusals.set(leaf, { attempts: (refusals.get(leaf)?.attempts ?? 0) + 1, error })
      await hands.clock.sleep(pause)
    }
  }
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
  refusals: ReadonlyMap<Guid, { readonly error: SnapcheckError }> = new Map(),
): readonly Leftover[] {
  return all.flatMap(({ id }): readonly Leftover[] => {
    switch (decisions.get(id)) {
      case 'ours': {
        const refusal = refusals.get(id)?.error
        return [
          {
            checkpoint: id,
            why: refusal === undefined ? carrying(id, all, decisions) : `${refusal.code}: ${refusal.message}`,
            owned: true,
          },
        ]
      }
      case 'undecided':
        return [{ checkpoint: id, why: undecidedBecause, owned: false }]
      default:
        return []
    }
  })
}

function carrying(id: Guid, all: readonly Standing[], decisions: ReturnType<typeof decide>): string {
  const below = new Set(all.filter(({ parent }) => parent === id).map((child) => decisions.get(child.id)))
  if (below.has('foreign')) return "a stranger's checkpoint hangs below it"
  return below.has('undecided') ? 'what hangs below it could be ours, and nothing proves it' : 'what hangs below it is ours too and stays'
}

/** After these it is tried again, through another interface first; anything else ends the tidying up, and says so. */
const passing: readonly ErrorCode[] = [
  'SNAPCHECK_PRODUCT_REFUSED',
  'SNAPCHECK_NOT_SHOWN',
  'SNAPCHECK_UNREACHABLE',
  'SNAPCHECK_ACCESS_DENIED',
]

function isPassing(error: unknown): error is SnapcheckError {
  return isSnapcheckError(error) && passing.includes(error.code)
}
