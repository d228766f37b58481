import type { Guid } from '../../../checkpoint/guid.ts'
import type { Measurements, Status, Texts } from '../../../checkpoint/measurement.ts'
import { isSnapcheckError } from '../../../foundation/errors.ts'
import { checkpointActions, cmdlets, type Cmdlet } from '../../../products/spf/service.ts'
import { watchJob } from '../jobs.ts'
import { textOf } from '../rows.ts'
import { keyOf, type Session } from '../session.ts'
import { checkpointSet } from '../sets.ts'
import { pathOf, probed, statusOf, type Probed } from './requests.ts'

/**
 * C-093: GET, PUT and MERGE on our own checkpoint with the texts that it has, and verbs that are not documented. POST and
 * DELETE are what a story's own creates and removals send; nothing but a GET is tried on a whole collection, which is everybody's.
 */
export async function probeVerbs(session: Session, vm: Guid, checkpoint: Guid): Promise<Measurements['verbs']> {
  const on = await probed(session, vm, checkpoint)
  const { Name, Description } = { Name: textOf(on.row, 'Name'), Description: textOf(on.row, 'Description') }
  return {
    collection: { GET: await statusOf(session, 'GET', checkpointSet.name) },
    entity: {
      GET: await statusOf(session, 'GET', pathOf(on)),
      PUT: await afterJob(on, () => statusOf(session, 'PUT', pathOf(on), { Name, Description })),
      MERGE: await afterJob(on, () => statusOf(session, 'MERGE', pathOf(on), { Description })),
      POST: await statusOf(session, 'POST', pathOf(on), { Name }),
    },
  }
}

/** C-113: nothing is made; the comment is set to what it is. */
export async function probeLock(session: Session, vm: Guid, checkpoint: Guid): Promise<Measurements['lock']> {
  const on = await probed(session, vm, checkpoint)
  const change = (): Promise<void> =>
    session.client.merge(checkpointSet, keyOf(session, textOf(on.row, 'ID')), { Description: textOf(on.row, 'Description') })
  const second = await afterJob(on, async () => {
    await change()
    return refusalCode(change)
  })
  return { second, retry: await afterJob(on, () => refusalCode(change)) }
}

/** C-098: a PUT that names the action and nothing else. */
export async function probePutRestore(session: Session, vm: Guid, checkpoint: Guid): Promise<Measurements['putRestore']> {
  const on = await probed(session, vm, checkpoint)
  await afterJob(
    on,
    () =>
      session.client.replace(checkpointSet, keyOf(session, textOf(on.row, 'ID')), {
        VMCheckPointAction: checkpointActions.restore.value,
      }),
    cmdlets.restore,
  )
  return { before: textsOf(on), after: textsOf(await probed(session, vm, checkpoint)) }
}

function textsOf({ row }: Probed): Texts {
  const text = (name: string): string | null => (typeof row.properties[name] === 'string' ? textOf(row, name) : null)
  return { name: text('Name'), comment: text('Description') }
}

/** Sends, and waits for the job that it started, so that the next probe finds the VM unlocked. */
async function afterJob<Value extends Status | string | null | void>(
  { session, vmRow }: Probed,
  send: () => Promise<Value>,
  cmdlet: Cmdlet = cmdlets.change,
): Promise<Value> {
  const job = await watchJob(session, vmRow, cmdlet)
  const answer = await send()
  await job.ended()
  return answer
}

async function refusalCode(send: () => Promise<void>): Promise<string | null> {
  try {
    await send()
    return null
  } catch (error) {
    if (isSnapcheckError(error) && error.code === 'SNAPCHECK_PRODUCT_REFUSED') return error.productCode ?? 'none'
    throw error
  }
}
