import type { Guid } from '../../checkpoint/guid.ts'
import { checkpointActions, cmdlets, type Cmdlet } from '../../products/spf/service.ts'
import type { EdmRecord } from '../../protocols/odata/codec/edm.ts'
import { watchJob } from './jobs.ts'
import { checkpointRows, requireCheckpoint, requireVm, sameGuid, textOf } from './rows.ts'
import { keyOf, until, type Session } from './session.ts'
import { checkpointSet } from './sets.ts'

/** Changes the properties given by MERGE; a PUT would reset those left out (dn458374). */
export function changeCheckpoint(session: Session, vm: Guid, checkpoint: Guid, properties: EdmRecord): Promise<void> {
  return merge(session, vm, checkpoint, properties, cmdlets.change)
}

/** Puts the VM back to a checkpoint: an update of the checkpoint with an action (C-098). */
export function restoreCheckpoint(session: Session, vm: Guid, checkpoint: Guid): Promise<void> {
  return merge(session, vm, checkpoint, { VMCheckPointAction: checkpointActions.restore.value }, cmdlets.restore)
}

async function merge(session: Session, vm: Guid, checkpoint: Guid, properties: EdmRecord, cmdlet: Cmdlet): Promise<void> {
  const vmRow = await requireVm(session, vm)
  const row = await requireCheckpoint(session, vmRow, checkpoint)
  const job = await watchJob(session, vmRow, cmdlet)
  await session.client.merge(checkpointSet, keyOf(session, textOf(row, 'ID')), properties)
  await job.ended()
}

/** Deletes the row, which removes the checkpoint on the host (C-099), and waits until the row is gone. */
export async function removeCheckpoint(session: Session, vm: Guid, checkpoint: Guid): Promise<void> {
  const vmRow = await requireVm(session, vm)
  const row = await requireCheckpoint(session, vmRow, checkpoint)
  const id = textOf(row, 'ID')
  const job = await watchJob(session, vmRow, cmdlets.remove)
  await session.client.remove(checkpointSet, keyOf(session, id))
  await until(session, 'the row of the checkpoint gone', async () => {
    await job.outcome()
    const rows = await checkpointRows(session, vmRow)
    return rows.some((candidate) => sameGuid(textOf(candidate, 'ID'), id)) ? undefined : true
  })
  await job.ended()
}
