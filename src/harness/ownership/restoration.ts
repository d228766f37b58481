import type { Guid } from '../../checkpoint/guid.ts'
import type { Standing } from './entries.ts'

/** What was compared of a VM before and after, and what is not as it was. */
export interface Restoration {
  /** Checkpoints that were there before: the denominator. */
  readonly before: number
  /** Of these, still there with the same name and parent. */
  readonly same: number
  /** One sentence each, for what was there before. */
  readonly differences: readonly string[]
  /** There now and not before, and not ours. */
  readonly strangers: readonly Guid[]
}

/** @param ours what is accounted for elsewhere. */
export function compareStanding(before: readonly Standing[], after: readonly Standing[], ours: ReadonlySet<Guid>): Restoration {
  const now = new Map(after.map((each) => [each.id, each]))
  const differences = before.flatMap((each) => differenceOf(each, now.get(each.id)))
  const known = new Set(before.map(({ id }) => id))
  return {
    before: before.length,
    same: before.filter((each) => differenceOf(each, now.get(each.id)).length === 0).length,
    differences,
    strangers: after.map(({ id }) => id).filter((id) => !known.has(id) && !ours.has(id)),
  }
}

function differenceOf(before: Standing, now: Standing | undefined): readonly string[] {
  if (now === undefined) return [`${before.id} is gone.`]
  return [
    ...(now.name === before.name ? [] : [`${before.id} has another name.`]),
    ...(now.parent === before.parent
      ? []
      : [`${before.id} hung from ${before.parent ?? 'nothing'} and hangs from ${now.parent ?? 'nothing'}.`]),
  ]
}
