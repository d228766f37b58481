import { parseGuid, type Guid } from '../../../../checkpoint/guid.ts'
import type { Checkpoint, VirtualMachine } from '../../../world/model.ts'
import type { HostJob } from '../../../world/jobs.ts'
import { refusals } from '../../../world/refusals.ts'
import type { Started } from '../../../world/operations/context.ts'
import { ask, output, type Answer } from '../answer.ts'
import type { Behaviour, Behaviours } from '../behaviour.ts'
import { isSet, textOf, type Call } from '../call.ts'
import { failureOf, hyperVError, refusedBy, type HyperVContext } from './context.ts'
import { checkpointGiven, findCheckpoints, findVms } from './find.ts'
import { snapshotObject } from './objects.ts'

const chosen = ['ComputerName', 'VMName', 'Name', 'VM', 'VMSnapshot', 'Passthru'] as const

/** The wording of Restore's question is documented; the others follow it (assumed). */
export const snapshotChanges: Behaviours<HyperVContext> = {
  'Checkpoint-VM': {
    heeds: ['ComputerName', 'Name', 'VM', 'SnapshotName', 'Passthru'],
    begin(context, call) {
      const { items, errors } = findVms(context, call, 'Name')
      return [...errors, ...items.map(({ id, name }) => ask(id, `Checkpoint-VM will create a checkpoint of virtual machine "${name}".`))]
    },
    act: take,
  },
  'Restore-VMSnapshot': change(chosen, 'restore', ({ view }, _call, checkpoint) => {
    const { world } = view
    // WMI refuses to apply to a VM that runs (32775, observed) where this cmdlet does not (observed by a client's fallback).
    if (['running', 'paused'].includes(world.vm(checkpoint.vm)!.state)) world.setVmState(checkpoint.vm, 'off')
    return world.applyCheckpoint(checkpoint.id)
  }),
  'Rename-VMSnapshot': change([...chosen, 'NewName'], 'rename', ({ view }, call, { id }) =>
    view.world.modifySettings(id, { elementName: textOf(call, 'NewName')! }),
  ),
  'Remove-VMSnapshot': change([...chosen, 'IncludeAllChildSnapshots'], 'remove', ({ view }, call, { id }) =>
    isSet(call, 'IncludeAllChildSnapshots') ? view.world.destroyTree(id) : view.world.destroyCheckpoint(id),
  ),
}

/** A cmdlet that does one thing to each of the checkpoints that it is given. */
function change(
  heeds: readonly string[],
  verb: string,
  operation: (context: HyperVContext, call: Call, checkpoint: Checkpoint) => Started,
): Behaviour<HyperVContext> {
  return {
    heeds,
    begin(context, call) {
      const { items, errors } = findCheckpoints(context, call)
      return [...errors, ...items.map(({ id, name }) => ask(id, `${call.cmdlet} will ${verb} checkpoint "${name}".`))]
    },
    async act(context, call, target) {
      const { items, errors } = checkpointGiven(context, call, { id: parseGuid(target) })
      const [checkpoint] = items
      if (checkpoint === undefined) return errors
      const before = snapshotObject(context.view, checkpoint)
      const why = await failureOf(context, operation(context, call, checkpoint))
      if (why !== undefined) return [refusedBy(call, why)]
      const now = context.view.checkpoint(checkpoint.id)
      return isSet(call, 'Passthru') ? [output(now === undefined ? before : snapshotObject(context.view, now))] : []
    },
  }
}

async function take(context: HyperVContext, call: Call, target: string): Promise<readonly Answer[]> {
  const { view } = context
  const vm = view.vm(parseGuid(target)!)!
  const name = textOf(call, 'SnapshotName')
  const started = view.world.createCheckpoint(vm.id, { through: 'hyper-v', ...(name === undefined ? {} : { name }) })
  const why = await failureOf(context, started)
  if (why !== undefined) return [why === refusals['checkpoints-disabled'].why ? disabled(call, vm) : refusedBy(call, why)]
  const made = createdBy(started.job!)
  const checkpoint = made === undefined ? undefined : view.checkpoint(made)
  return isSet(call, 'Passthru') && checkpoint !== undefined ? [output(snapshotObject(view, checkpoint))] : []
}

function createdBy({ affected }: HostJob): Guid | undefined {
  return affected.find(({ kind }) => kind === 'checkpoint')?.id
}

/** Four lines (observed: hashicorp/vagrant issue 9977). */
function disabled(call: Call, { name, id }: VirtualMachine): Answer {
  const lines = [
    'Checkpoint operation failed.',
    'Checkpoints have been disabled.',
    `Checkpoint operation for '${name}' failed. (Virtual machine ID ${id})`,
    `Checkpoints have been disabled for '${name}'. (Virtual machine ID ${id}).`,
  ]
  return hyperVError(call, 'failed', lines.join('\n'))
}
