import { verbs, vmOperations } from '../../../products/spf/service.ts'
import type { EdmRecord, Entity, EntitySet } from '../../../protocols/odata/codec/edm.ts'
import { parseResourcePath, type ResourcePath } from '../../../protocols/odata/codec/key.ts'
import type { VmmVm } from '../../vmm/model.ts'
import { changeByMerge, createFromPost, done, remove, replaceByPut, type SpfContext } from './checkpoints.ts'
import { checkpointProjection, jobProjection, vmProjection } from './projection.ts'
import { queryRows } from './query.ts'
import { notAllowed, refuse, type Reply } from './reply.ts'
import { checkpointSet, jobSet, servedSets, virtualMachineSet } from './sets.ts'

/** A request below the service root. */
export interface SpfRequest {
  readonly method: string
  /** Percent-encoded, without leading slash and query. */
  readonly path: string
  readonly query: URLSearchParams
  /** Reads the body by the type of the set. @throws SNAPCHECK_PROTOCOL and XML errors. */
  readonly body: (set: EntitySet) => EdmRecord
}

type Update = (context: SpfContext, row: Parameters<typeof remove>[1], given: EdmRecord) => Reply
const updates: Readonly<Record<string, Update>> = { PUT: replaceByPut, MERGE: changeByMerge }

const rowsOf: Readonly<Record<string, (context: SpfContext) => readonly Entity[]>> = {
  [checkpointSet.name]: (context) => context.vmm.checkpoints().map((row) => checkpointProjection(context, row)),
  [virtualMachineSet.name]: (context) => context.vmm.vms().map((row) => vmProjection(context, row)),
  [jobSet.name]: (context) => context.vmm.jobs().map((row) => jobProjection(context, row)),
}

/** @throws SNAPCHECK_PROTOCOL for a path, filter or body that cannot be read. */
export async function route(context: SpfContext, request: SpfRequest): Promise<Reply> {
  const resource = parseResourcePath(request.path)
  if (resource.name === '') return onlyGet(request, { kind: 'service' })
  if (resource.name === '$metadata') return onlyGet(request, { kind: 'metadata' })
  const set = servedSets.find(({ name }) => name === resource.name)
  if (set === undefined) return refuse(404, `Resource not found for the segment '${resource.name}'.`)
  return resource.key === undefined ? onCollection(context, request, set) : onEntity(context, request, set, resource.key)
}

async function onCollection(context: SpfContext, request: SpfRequest, set: EntitySet): Promise<Reply> {
  if (request.method === 'GET') return queryRows(set, rowsOf[set.name]!(context), request.query, context.switches.pageSize)
  if (set !== checkpointSet) return notModelled(request, set)
  if (request.method === 'POST') return createFromPost(context, request.body(set))
  return notAllowed(request.method, verbs.collection)
}

function onEntity(context: SpfContext, request: SpfRequest, set: EntitySet, key: NonNullable<ResourcePath['key']>): Reply {
  if (Object.keys(key).toSorted().join() !== set.type.key.toSorted().join())
    return refuse(400, `The key of ${set.name} is ${set.type.key.join(', ')}.`)
  const entity = rowsOf[set.name]!(context).find((row) =>
    set.type.key.every((name) => String(row.properties[name]).toLowerCase() === String(key[name]!.value).toLowerCase()),
  )
  if (entity === undefined) return refuse(404, `Resource not found for the segment '${set.name}'.`)
  if (request.method === 'GET') return { kind: 'entity', status: 200, set, entity }
  if (set === virtualMachineSet) return onVm(context, request, context.vmm.vm(String(entity.properties['ID']))!)
  if (set !== checkpointSet) return notModelled(request, set)
  const row = context.vmm.checkpoint(String(entity.properties['ID']))!
  if (request.method === 'DELETE') return remove(context, row)
  const change = updates[request.method]
  return change === undefined ? notAllowed(request.method, verbs.entity) : change(context, row, request.body(set))
}

/** Start and Stop, by PUT or MERGE (dn458378); the product can change its VMs in other ways, which the lab does not model. */
function onVm({ vmm }: SpfContext, request: SpfRequest, vm: VmmVm): Reply {
  const operation = request.method in updates ? request.body(virtualMachineSet)['Operation'] : undefined
  const [state] = vmStates.filter((each) => vmOperations[each].value === operation)
  return state === undefined ? notModelled(request, virtualMachineSet) : done(vmm.changeVmState(vm, state))
}

const vmStates = ['running', 'off'] as const

function onlyGet({ method }: SpfRequest, reply: Reply): Reply {
  return method === 'GET' ? reply : notAllowed(method, ['GET'])
}

/** The product can change its VMs in more ways, and its jobs too; the lab says that it does not rather than how it would. */
function notModelled({ method }: SpfRequest, set: EntitySet): Reply {
  return refuse(501, `The lab does not model ${method} on ${set.name}.`)
}
