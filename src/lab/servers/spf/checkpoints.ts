import { checkpointActions } from '../../../products/spf/service.ts'
import type { EdmRecord, EdmValue } from '../../../protocols/odata/codec/edm.ts'
import type { WorldClock } from '../../clock/world-clock.ts'
import type { VmmStarted } from '../../vmm/jobs.ts'
import type { VmmCheckpoint, VmmJob } from '../../vmm/model.ts'
import type { CheckpointTexts } from '../../vmm/operations.ts'
import { checkpointProjection, pendingProjection, type Projection } from './projection.ts'
import { refuse, type Refusal, type Reply } from './reply.ts'
import { checkpointSet } from './sets.ts'

export interface SpfContext extends Projection {
  readonly clock: WorldClock
}

/** Milliseconds between two looks at a job that a request is blocked by. */
const blockedStep = 100

/** POST of a VMCheckPoint (C-096). */
export async function createFromPost(context: SpfContext, given: EdmRecord): Promise<Reply> {
  const { vmm, switches, clock } = context
  const problem = postProblem(context, given)
  if (problem !== undefined) return problem
  const vm = vmm.vm(lower(given['VMId']))
  if (vm === undefined) return refuse(404, 'There is no virtual machine with this VMId.')
  const started = vmm.newCheckpoint(vm, textsOf(given))
  if (started.refusal !== undefined) return refused(started)
  const pending: Reply = { kind: 'entity', status: 201, set: checkpointSet, entity: pendingProjection(context, started.job, given) }
  if (switches.createAnswer === 'at-once' || given['RunAsynchronously'] === true) return pending
  const ended = await endOf(context, started.job, clock)
  if (ended.error !== null) return failed(ended.error)
  const row = vmm.checkpoint(ended.result.id)
  return row === undefined ? pending : { ...pending, entity: checkpointProjection(context, row) }
}

const confirmTaken: Readonly<Record<SpfContext['switches']['confirm'], (value: EdmValue) => boolean>> = {
  any: () => true,
  true: (value) => value === true,
  null: (value) => value === null,
}

function postProblem({ vmm, switches }: SpfContext, given: EdmRecord): Refusal | undefined {
  if (!confirmTaken[switches.confirm](given['Confirm'] ?? null)) return refuse(400, `Confirm must be ${switches.confirm}.`)
  if (typeof given['StampId'] !== 'string' || typeof given['VMId'] !== 'string')
    return refuse(400, 'StampId and VMId are required to create a VMCheckPoint.')
  if (lower(given['StampId']) !== vmm.stampId) return refuse(404, 'There is no stamp with this StampId.')
  return undefined
}

/** MERGE: the properties given are changed and no other. */
export function changeByMerge({ vmm }: SpfContext, row: VmmCheckpoint, given: EdmRecord): Reply {
  return update(vmm, row, given, textsOf(given))
}

/**
 * PUT: what is left out is reset to its default (dn458374), so that the Description becomes empty; the name stays,
 * since a name may not be blank (C-033; assumed).
 */
export function replaceByPut({ vmm }: SpfContext, row: VmmCheckpoint, given: EdmRecord): Reply {
  return update(vmm, row, given, { description: '', ...textsOf(given) })
}

export function remove({ vmm }: SpfContext, row: VmmCheckpoint): Reply {
  return done(vmm.removeCheckpoint(row))
}

/** An update with the action Restore restores and changes no text, by PUT neither (C-098). */
function update(vmm: SpfContext['vmm'], row: VmmCheckpoint, given: EdmRecord, texts: CheckpointTexts): Reply {
  const action = given['VMCheckPointAction'] ?? null
  if (action === checkpointActions.restore.value) return done(vmm.restoreCheckpoint(row))
  if (action !== null && action !== checkpointActions.set.value) return refuse(400, 'VMCheckPointAction must be Set or Restore.')
  return Object.keys(texts).length === 0 ? { kind: 'done' } : done(vmm.setCheckpoint(row, texts))
}

function textsOf(given: EdmRecord): CheckpointTexts {
  const { Name: name, Description: description } = given
  return { ...(typeof name === 'string' ? { name } : {}), ...(typeof description === 'string' ? { description } : {}) }
}

export function done(started: VmmStarted): Reply {
  return started.refusal === undefined ? { kind: 'done' } : refused(started)
}

function refused({ refusal }: VmmStarted): Reply {
  return failed(refusal!)
}

/** In which status and place of the body SPF tells VMM's number is not known: 500 and the code (assumed). */
function failed({ code, problem }: { readonly code: string; readonly problem: string }): Reply {
  return refuse(500, problem, code)
}

async function endOf({ vmm }: SpfContext, { id }: VmmJob, clock: WorldClock): Promise<VmmJob> {
  for (;;) {
    const job = vmm.job(id)!
    if (job.status !== 'Running') return job
    await clock.sleep(blockedStep)
  }
}

function lower(value: EdmValue | undefined): string {
  return typeof value === 'string' ? value.toLowerCase() : ''
}
