import { productOf } from '../../checkpoint/interface-id.ts'
import type { Guid } from '../../checkpoint/guid.ts'
import { SnapcheckError, isSnapcheckError } from '../../foundation/errors.ts'
import type { CheckpointInterface } from '../../interfaces/port.ts'
import type { Standing } from '../ownership/entries.ts'
import { before, decide } from '../ownership/ledger.ts'
import { standingIn } from '../ownership/standing.ts'
import type { TellerParts } from './teller-parts.ts'

/** What it takes to see whether somebody else is at work on the VM. */
export interface Watching extends Pick<TellerParts, 'ownership'> {
  readonly source: Pick<TellerParts['source'], 'vm'>
  readonly sessions: Pick<TellerParts['sessions'], 'all'>
}

export interface Shown {
  readonly shown: readonly Standing[]
  readonly evidence: readonly string[]
}

/** @throws SNAPCHECK_FOREIGN_CHECKPOINT unless this story made it; nothing is sent then. */
export function requireOwn(through: CheckpointInterface, { ownership }: Watching, checkpoint: Guid): void {
  if (!ownership.ledger.created.has(checkpoint)) throw foreign(through, checkpoint, 'is not ours', checkpoint)
}

/**
 * @throws SNAPCHECK_FOREIGN_CHECKPOINT where somebody else made one meanwhile: they are at work, and putting the VM back would
 *   throw away what they did since.
 */
export async function requireNoStranger(through: CheckpointInterface, watching: Watching, checkpoint: Guid): Promise<void> {
  requireOwn(through, watching, checkpoint)
  const { ledger } = watching.ownership
  const shown = await shownByAll(through, watching)
  const decisions = decide(ledger, shown)
  const known = before(ledger)
  const stranger = shown.find(({ id }) => decisions.get(id) !== 'ours' && !known.has(id))
  if (stranger !== undefined) throw foreign(through, checkpoint, 'was made by somebody else meanwhile', stranger.id)
}

/** @throws SNAPCHECK_FOREIGN_CHECKPOINT where somebody else's hangs below it and would hang elsewhere, or be gone, afterwards. */
export async function requireOwnBelow(
  through: CheckpointInterface,
  watching: Watching,
  checkpoint: Guid,
  depth: 'children' | 'all',
): Promise<readonly Guid[]> {
  requireOwn(through, watching, checkpoint)
  const shown = await shownByAll(through, watching)
  const decisions = decide(watching.ownership.ledger, shown)
  const below = depth === 'all' ? subtree(shown, checkpoint) : childrenIn(shown, checkpoint)
  const stranger = below.find((id) => decisions.get(id) !== 'ours')
  if (stranger !== undefined) throw foreign(through, checkpoint, 'hangs below it and is not ours', stranger)
  return below
}

function childrenIn(shown: readonly Standing[], of: Guid): readonly Guid[] {
  return [...new Set(shown.filter(({ parent }) => parent === of).map(({ id }) => id))]
}

/** Everything below it, without itself. */
function subtree(shown: readonly Standing[], root: Guid): readonly Guid[] {
  const found = new Set([root])
  for (const id of found) for (const child of childrenIn(shown, id)) found.add(child)
  found.delete(root)
  return [...found]
}

/** @throws SNAPCHECK_NOT_SHOWN */
export async function shownBy(through: CheckpointInterface, { source }: Pick<Watching, 'source'>): Promise<Shown> {
  const { value, evidence } = await through.readTree(source.vm)
  if (value !== null) return { shown: standingIn(value, source.vm), evidence }
  throw new SnapcheckError('SNAPCHECK_NOT_SHOWN', `${through.id} does not show the VM ${source.vm}, so nothing was sent.`, {
    place: `${through.id}, VM ${source.vm}`,
    observed: 'no such VM',
    expected: 'the VM on which a checkpoint is to be created',
    next: 'Check the rights of the account, and on which host the VM is now.',
  })
}

/** As the acting interface shows it, and as the host does: SCVMM may show half an hour late what others made there (C-062). */
async function shownByAll(through: CheckpointInterface, watching: Watching): Promise<readonly Standing[]> {
  const { shown } = await shownBy(through, watching)
  const all = [...shown]
  for (const host of watching.sessions.all()) {
    if (host.through === through || productOf[host.interface] !== 'hyper-v') continue
    try {
      all.push(...(await shownBy(host.through, watching)).shown)
    } catch (error) {
      // A host that cannot be asked is reported where it is looked at; what the acting interface shows has to do then.
      if (!isSnapcheckError(error)) throw error
    }
  }
  return all
}

function foreign({ id }: CheckpointInterface, checkpoint: Guid, why: string, stranger: Guid): SnapcheckError {
  return new SnapcheckError('SNAPCHECK_FOREIGN_CHECKPOINT', `Nothing was sent: ${stranger} ${why}.`, {
    place: `${id}, checkpoint ${checkpoint}`,
    observed: stranger,
    expected: 'only checkpoints of this run',
    next: 'Let nobody else work on a disposable VM while snapcheck does.',
  })
}
