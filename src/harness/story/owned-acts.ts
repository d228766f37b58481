import { parseGuid, type Guid } from '../../checkpoint/guid.ts'
import type { ErrorCode } from '../../foundation/error-codes.ts'
import { SnapcheckError, isSnapcheckError } from '../../foundation/errors.ts'
import type { CheckpointInterface, Evidenced, NewCheckpoint } from '../../interfaces/port.ts'
import type { Standing } from '../ownership/entries.ts'
import { decide } from '../ownership/ledger.ts'
import { standingIn } from '../ownership/standing.ts'
import type { TellerParts } from './teller-parts.ts'

interface Parts extends Pick<TellerParts, 'ownership'> {
  readonly source: Pick<TellerParts['source'], 'vm'>
}

/** Refusals that come before anything reaches the product, or in place of its work: nothing was made then. */
const nothingSent: readonly ErrorCode[] = [
  'SNAPCHECK_UNSUPPORTED',
  'SNAPCHECK_CANNOT_CARRY',
  'SNAPCHECK_NOT_SHOWN',
  'SNAPCHECK_ACCESS_DENIED',
  'SNAPCHECK_NOT_ALLOWED',
  'SNAPCHECK_NOT_DISPOSABLE',
  'SNAPCHECK_CEILING',
  'SNAPCHECK_SAFETY_UNDECLARED',
]

/** Writes down what is there and what is wanted before the create is sent, and its GUID as soon as that is known. */
export async function createOwned(through: CheckpointInterface, parts: Parts, wanted: NewCheckpoint): Promise<Evidenced<Guid>> {
  const { source, ownership } = parts
  const { shown, evidence } = await readStanding(through, parts)
  const before = shown.map(({ id }) => id)
  const step = ownership.intend({ vm: source.vm, through: ownership.place(through.id), name: wanted.name ?? null, before })
  try {
    const made = await through.create(source.vm, { ...wanted, onMade: (checkpoint) => ownership.created(step, checkpoint) })
    ownership.created(step, made.value)
    return { value: made.value, evidence: [...evidence, ...made.evidence] }
  } catch (error) {
    if (isSnapcheckError(error)) settle(error, step, parts)
    throw error
  }
}

function settle(error: SnapcheckError, step: number, { ownership }: Parts): void {
  const made = error.made === undefined ? undefined : parseGuid(error.made)
  if (made !== undefined) ownership.created(step, made)
  else if (nothingSent.includes(error.code)) ownership.unsent(step)
}

export async function renameOwned(
  through: CheckpointInterface,
  { source, ownership }: Parts,
  checkpoint: Guid,
  name: string,
): Promise<Evidenced<void>> {
  const done = await through.rename(source.vm, checkpoint, name)
  ownership.renamed(checkpoint, name)
  return done
}

/** @throws SNAPCHECK_FOREIGN_CHECKPOINT where somebody else's checkpoint hangs below it and would hang elsewhere afterwards; nothing is sent then. */
export async function removeOwnedOne(through: CheckpointInterface, parts: Parts, checkpoint: Guid): Promise<Evidenced<void>> {
  const { source, ownership } = parts
  const { shown } = await readStanding(through, parts)
  const decisions = decide(ownership.ledger, shown)
  const foreign = shown.find(({ id, parent }) => parent === checkpoint && decisions.get(id) !== 'ours')
  if (foreign !== undefined) throw foreignBelow(through, checkpoint, foreign.id)
  const done = await through.remove(source.vm, checkpoint)
  ownership.removed(checkpoint)
  return done
}

/** @throws SNAPCHECK_FOREIGN_CHECKPOINT where somebody else's checkpoint would go along; nothing is sent then. */
export async function removeOwnedSubtree(through: CheckpointInterface, parts: Parts, checkpoint: Guid): Promise<Evidenced<void>> {
  const { source, ownership } = parts
  const { shown } = await readStanding(through, parts)
  const doomed = subtree(shown, checkpoint)
  const decisions = decide(ownership.ledger, shown)
  const foreign = doomed.find((id) => decisions.get(id) !== 'ours')
  if (foreign !== undefined) throw foreignBelow(through, checkpoint, foreign)
  const done = await through.removeSubtree(source.vm, checkpoint)
  for (const id of doomed) ownership.removed(id)
  return done
}

function subtree(shown: readonly Standing[], root: Guid): readonly Guid[] {
  const children = Map.groupBy(shown, ({ parent }) => parent)
  const found = [root]
  for (const id of found) found.push(...(children.get(id) ?? []).map((child) => child.id))
  return found
}

async function readStanding(
  through: CheckpointInterface,
  { source }: Parts,
): Promise<{ readonly shown: readonly Standing[]; readonly evidence: readonly string[] }> {
  const { value, evidence } = await through.readTree(source.vm)
  if (value !== null) return { shown: standingIn(value, source.vm), evidence }
  throw new SnapcheckError('SNAPCHECK_NOT_SHOWN', `${through.id} does not show the VM ${source.vm}, so nothing was sent.`, {
    place: `${through.id}, VM ${source.vm}`,
    observed: 'no such VM',
    expected: 'the VM on which a checkpoint is to be created',
    next: 'Check the rights of the account, and on which host the VM is now.',
  })
}

function foreignBelow({ id }: CheckpointInterface, checkpoint: Guid, foreign: Guid): SnapcheckError {
  return new SnapcheckError('SNAPCHECK_FOREIGN_CHECKPOINT', `Nothing was sent: ${foreign} hangs below ${checkpoint} and is not ours.`, {
    place: `${id}, checkpoint ${checkpoint}`,
    observed: foreign,
    expected: 'only checkpoints of this run below it',
    next: 'Let nobody else work on a disposable VM while snapcheck does.',
  })
}
