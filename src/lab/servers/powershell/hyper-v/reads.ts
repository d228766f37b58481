import { guidOf, givenOf, textOf, textsOf, type Call } from '../call.ts'
import { output, type Answer } from '../answer.ts'
import type { Behaviours } from '../behaviour.ts'
import type { Checkpoint } from '../../../world/model.ts'
import type { Found } from '../found.ts'
import type { HyperVContext } from './context.ts'
import { checkpointGiven, checkpointsNamed, findCheckpoints, findVms } from './find.ts'
import { hostObject, snapshotObject, snapshotTypes, vmObject } from './objects.ts'

export const reads: Behaviours<HyperVContext> = {
  'Get-VMHost': { heeds: ['ComputerName'], begin: ({ view }) => [output(hostObject(view))] },
  'Get-VM': {
    heeds: ['ComputerName', 'Name', 'Id'],
    begin(context, call) {
      const { items, errors } = call.set === 'Id' ? vmsById(context, call) : findVms(context, call, 'Name')
      return [...errors, ...items.map((vm) => output(vmObject(context.view, vm)))]
    },
  },
  'Get-VMSnapshot': {
    heeds: ['ComputerName', 'VMName', 'VM', 'Name', 'SnapshotType', 'Id', 'ParentOf', 'ChildOf'],
    begin: snapshots,
  },
}

/** Without an Id of a VM that is there: nothing but the error (the one of a name is assumed). */
function vmsById(context: HyperVContext, call: Call): ReturnType<typeof findVms> {
  const vm = { Type: '', Id: textOf(call, 'Id') ?? '', Name: textOf(call, 'Id') ?? '' }
  return findVms(context, { ...call, parameters: { VM: vm } }, 'Name')
}

function snapshots(context: HyperVContext, call: Call): readonly Answer[] {
  const { items, errors } = selected(context, call)
  const type = textOf(call, 'SnapshotType')
  const shown = type === undefined ? items : items.filter(({ kind }) => snapshotTypes[kind] === type)
  return [...errors, ...shown.map((checkpoint) => output(snapshotObject(context.view, checkpoint)))]
}

/** Id is a checkpoint's, as scripts use it; the documents call it the VM's. */
function selected(context: HyperVContext, call: Call): Found<Checkpoint> {
  const [parentOf] = givenOf(call, 'ParentOf') ?? []
  const [childOf] = givenOf(call, 'ChildOf') ?? []
  if (call.set === 'Id') return checkpointGiven(context, call, { id: guidOf(call, 'Id') })
  const names = textsOf(call, 'Name')
  if (parentOf?.id !== undefined) return checkpointsNamed(call, parents(context, parentOf.id), names)
  if (childOf?.id !== undefined)
    return checkpointsNamed(
      call,
      context.view.checkpoints().filter(({ parent }) => parent === childOf.id),
      names,
    )
  return findCheckpoints(context, call)
}

/** The parent of a checkpoint, or what a VM hangs from. */
function parents({ view }: HyperVContext, id: Checkpoint['id']): readonly Checkpoint[] {
  const parent = view.vm(id)?.position ?? view.checkpoint(id)?.parent ?? null
  return [parent === null ? undefined : view.checkpoint(parent)].filter((found) => found !== undefined)
}
