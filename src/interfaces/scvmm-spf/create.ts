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

/**
 * Creates a checkpoint and waits until its row tells the Hyper-V GUID; the answer to the POST need not know it yet. A row that
 * nothing proves to be ours is never taken: somebody else's may appear at the same moment.
 */
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
    const { result } = await job.outcome()
    const added = (await checkpointRows(session, vmRow)).filter((row) => !before.has(textOf(row, 'ID')))
    const row = ours(session, added, { ids: [textOf(answer, 'ID'), result ?? ''], mark: wanted.mark })
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

/** What can prove that a row is ours. That it is new, or has the name that was asked for, proves nothing. */
interface Proof {
  /** SCVMM's ID as the answer to the POST and the result of the job tell it; empty or zero where they do not. */
  readonly ids: readonly string[]
  readonly mark: string | undefined
}

/** The row that is proven to be ours among those that are new; undefined as long as none is: it is not owned then. */
function ours(session: Session, added: readonly Entity[], { ids, mark }: Proof): Entity | undefined {
  const told = ids.filter((id) => id !== '' && id !== zeroGuid)
  const byId = added.find((row) => told.some((id) => sameGuid(textOf(row, 'ID'), id)))
  if (byId !== undefined || mark === undefined) return byId
  const marked = added.filter((row) => ['Name', 'Description'].some((text) => textOf(row, text).toLowerCase().includes(mark)))
  if (marked.length <= 1) return marked[0]
  const { label } = session.transport
  throw new SnapcheckError('SNAPCHECK_PROTOCOL', `${label} does not tell which of ${marked.length} new checkpoints is the one asked for.`, {
    place: label,
    observed: marked.map((row) => textOf(row, 'CheckpointID')).join(', '),
    expected: 'an ID in the answer to the POST, a job that names its result, or one new row with the mark of the run',
    next: 'all of them have the mark of this run: snapcheck sweep',
  })
}
