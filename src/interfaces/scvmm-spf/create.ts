import { parseGuid, zeroGuid, type Guid } from '../../checkpoint/guid.ts'
import { SnapcheckError } from '../../foundation/errors.ts'
import { cmdlets, confirmReadings, type ConfirmValue } from '../../products/spf/service.ts'
import type { EdmRecord, Entity } from '../../protocols/odata/codec/edm.ts'
import { refusalOf } from '../../protocols/odata/client/refusal.ts'
import type { NewCheckpoint } from '../port.ts'
import { watchJob } from './jobs.ts'
import { checkpointRows, requireVm, sameGuid, textOf } from './rows.ts'
import { until, type Session } from './session.ts'
import { checkpointSet } from './sets.ts'

/** Creates a checkpoint and waits until its row tells the Hyper-V GUID; the answer to the POST need not know it yet. */
export async function createCheckpoint(session: Session, vm: Guid, wanted: NewCheckpoint): Promise<Guid> {
  const vmRow = await requireVm(session, vm)
  const before = new Set((await checkpointRows(session, vmRow)).map((row) => textOf(row, 'ID')))
  const job = await watchJob(session, vmRow, cmdlets.create)
  const answer = await post(
    session,
    {
      StampId: session.stampId,
      VMId: textOf(vmRow, 'ID'),
      ...(wanted.name === undefined ? {} : { Name: wanted.name }),
      ...(wanted.comment === undefined ? {} : { Description: wanted.comment }),
    },
    wanted.form,
  )
  const id = await until(session, 'the new checkpoint with its CheckpointID', async () => {
    await job.outcome()
    const added = (await checkpointRows(session, vmRow)).filter((row) => !before.has(textOf(row, 'ID')))
    const row = pick(session, added, answer, wanted)
    return row && parseGuid(textOf(row, 'CheckpointID'))
  })
  wanted.onMade?.(id)
  await job.ended()
  return id
}

/** The pages contradict each other on Confirm (C-097): each reading is tried, and the one that was taken is kept. */
async function post(session: Session, properties: EdmRecord, form: string | undefined): Promise<Entity> {
  const chosen = confirmReadings.find((reading) => reading.form === form)
  const attempts: readonly (ConfirmValue | undefined)[] =
    chosen !== undefined ? [chosen.value] : session.confirm === undefined ? confirmReadings.map(({ value }) => value) : [session.confirm]
  let refused: unknown
  for (const value of attempts) {
    try {
      const answer = await session.client.create(checkpointSet, { ...properties, Confirm: value ?? null })
      if (chosen === undefined) session.confirm = value
      return answer
    } catch (error) {
      if (!maybeConfirm(error)) throw error
      refused ??= error
    }
  }
  throw refused
}

/** A refusal of the request itself; one with a number of VMM comes from the operation and would come again. */
function maybeConfirm(error: unknown): boolean {
  const said = refusalOf(error)
  return said?.status === 400 && !/^\d+$/.test(said.code)
}

/** The row that is ours among those that are new: by its ID where the answer has one, else by the name asked for. */
function pick(session: Session, added: readonly Entity[], answer: Entity, wanted: NewCheckpoint): Entity | undefined {
  const id = textOf(answer, 'ID')
  if (id !== '' && id !== zeroGuid) return added.find((row) => sameGuid(textOf(row, 'ID'), id))
  const candidates = wanted.name === undefined ? added : added.filter((row) => textOf(row, 'Name') === wanted.name)
  if (candidates.length <= 1) return candidates[0]
  throw new SnapcheckError(
    'SNAPCHECK_PROTOCOL',
    `${session.transport.label} does not tell which of ${candidates.length} new checkpoints is the one asked for.`,
    {
      place: session.transport.label,
      observed: candidates.map((row) => textOf(row, 'CheckpointID')).join(', '),
      expected: 'an ID in the answer to the POST, or one new row',
      next: 'remove the checkpoints named here by hand and keep others from working on this VM meanwhile',
    },
  )
}
