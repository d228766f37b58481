import { parseGuid, type Guid } from '../../checkpoint/guid.ts'
import type { ErrorCode } from '../../foundation/error-codes.ts'
import { isSnapcheckError, type SnapcheckError } from '../../foundation/errors.ts'
import type { CheckpointInterface, Evidenced, NewCheckpoint } from '../../interfaces/port.ts'
import { isLockedObject } from '../ownership/locked-object.ts'
import { nothingSent } from './nothing-sent.ts'
import { requireNoStranger, requireOwn, requireOwnBelow, shownBy, type Watching } from './foreign.ts'

/** The product's own no. It may come after the request was taken, from a job that failed or a right that was withdrawn. */
const refusals: readonly ErrorCode[] = ['SNAPCHECK_PRODUCT_REFUSED', 'SNAPCHECK_ACCESS_DENIED']

/** Writes down what is there and what is wanted before the create is sent, and its GUID as soon as that is known. */
export async function createOwned(through: CheckpointInterface, parts: Watching, wanted: NewCheckpoint): Promise<Evidenced<Guid>> {
  const { source, ownership } = parts
  const { shown, evidence } = await shownBy(through, parts)
  const before = shown.map(({ id }) => id)
  const step = ownership.intend({ vm: source.vm, through: ownership.place(through.id), name: wanted.name ?? null, before })
  try {
    const made = await through.create(source.vm, {
      ...wanted,
      mark: ownership.mark,
      onMade: (checkpoint) => ownership.created(step, checkpoint),
    })
    ownership.created(step, made.value)
    return { value: made.value, evidence: [...evidence, ...made.evidence] }
  } catch (error) {
    if (isSnapcheckError(error)) settle(error, step, parts)
    throw error
  }
}

function settle(error: SnapcheckError, step: number, { ownership }: Watching): void {
  const made = error.made === undefined ? undefined : parseGuid(error.made)
  if (made !== undefined) ownership.created(step, made)
  else if (nothingSent.includes(error.code) || isLockedObject(error)) ownership.unsent(step)
  else if (refusals.includes(error.code)) ownership.refused(step)
}

export async function renameOwned(through: CheckpointInterface, parts: Watching, checkpoint: Guid, name: string): Promise<Evidenced<void>> {
  requireOwn(through, parts, checkpoint)
  const done = await through.rename(parts.source.vm, checkpoint, name)
  parts.ownership.renamed(checkpoint, name)
  return done
}

export async function commentOwned(
  through: CheckpointInterface,
  parts: Watching,
  checkpoint: Guid,
  comment: string,
): Promise<Evidenced<void>> {
  requireOwn(through, parts, checkpoint)
  return through.setComment(parts.source.vm, checkpoint, comment)
}

/** @throws SNAPCHECK_FOREIGN_CHECKPOINT where somebody else is at work on the VM; nothing is sent then. */
export async function restoreOwned(through: CheckpointInterface, parts: Watching, checkpoint: Guid): Promise<Evidenced<void>> {
  await requireNoStranger(through, parts, checkpoint)
  return through.restore(parts.source.vm, checkpoint)
}

/** @throws SNAPCHECK_FOREIGN_CHECKPOINT where somebody else's hangs below it; nothing is sent then. */
export async function removeOwnedOne(through: CheckpointInterface, parts: Watching, checkpoint: Guid): Promise<Evidenced<void>> {
  await requireOwnBelow(through, parts, checkpoint, 'children')
  const done = await through.remove(parts.source.vm, checkpoint)
  parts.ownership.removed(checkpoint)
  return done
}

/** @throws SNAPCHECK_FOREIGN_CHECKPOINT where somebody else's would go along; nothing is sent then. */
export async function removeOwnedSubtree(through: CheckpointInterface, parts: Watching, checkpoint: Guid): Promise<Evidenced<void>> {
  const below = await requireOwnBelow(through, parts, checkpoint, 'all')
  const done = await through.removeSubtree(parts.source.vm, checkpoint)
  for (const id of [checkpoint, ...below]) parts.ownership.removed(id)
  return done
}
