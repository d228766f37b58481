import type { Guid } from '../../checkpoint/guid.ts'
import { normalise } from '../../checkpoint/normalise.ts'
import type { VmReading } from '../../checkpoint/reading.ts'
import { isSnapcheckError } from '../../foundation/errors.ts'
import type { CheckpointInterface } from '../../interfaces/port.ts'
import type { Json } from '../../foundation/json.ts'

/** The second verdict of a scenario: was everything put back as it was found? */
export interface Cleanup {
  readonly outcome: 'restored' | 'left-behind' | 'failed' | 'not-needed'
  /** What is still there, and why. */
  readonly leftovers: readonly { readonly checkpoint: Guid; readonly why: string }[]
  readonly sentence: string
}

export const nothingMade: Cleanup = { outcome: 'not-needed', leftovers: [], sentence: 'Nothing was made.' }

/**
 * Removes what the story made and still owns, leaf by leaf; the tree is read again before each call, and a checkpoint
 * with a stranger's child is left alone (design section 3).
 */
export async function cleanUp(through: CheckpointInterface, vm: Guid, owned: readonly Guid[]): Promise<Cleanup> {
  if (owned.length === 0) return nothingMade
  try {
    return await removeLeaves(through, vm, new Set(owned))
  } catch (error) {
    if (!isSnapcheckError(error)) throw error
    return {
      outcome: 'failed',
      leftovers: owned.map((checkpoint) => ({ checkpoint, why: error.code })),
      sentence: `${error.code}: ${error.message}`,
    }
  }
}

async function removeLeaves(through: CheckpointInterface, vm: Guid, owned: ReadonlySet<Guid>): Promise<Cleanup> {
  for (;;) {
    const parents = parentsOf((await through.read(vm)).value, vm)
    const remaining = [...parents.keys()].filter((id) => owned.has(id as Guid)) as Guid[]
    if (remaining.length === 0) return { outcome: 'restored', leftovers: [], sentence: `All ${owned.size} made here are gone again.` }
    const withChildren = new Set(parents.values())
    const leaf = remaining.find((id) => !withChildren.has(id))
    if (leaf === undefined) {
      return {
        outcome: 'left-behind',
        leftovers: remaining.map((checkpoint) => ({ checkpoint, why: "a stranger's checkpoint hangs below it" })),
        sentence: 'Left alone, because somebody else built on it.',
      }
    }
    await through.remove(vm, leaf)
  }
}

function parentsOf(reading: VmReading | null, vm: Guid): ReadonlyMap<Json, Json> {
  const rows = reading?.checkpoints ?? []
  return new Map(
    rows.flatMap(({ fields: { id, parent } }) =>
      id === undefined
        ? []
        : [[normalise('id', id, vm).value, parent === undefined ? null : normalise('parent', parent, vm).value] as const],
    ),
  )
}
