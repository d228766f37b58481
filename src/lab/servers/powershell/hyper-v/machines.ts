import { parseGuid, type Guid } from '../../../../checkpoint/guid.ts'
import { checkpointTypes } from '../../../../checkpoint/vm.ts'
import type { VmState } from '../../../world/model.ts'
import type { SettingsChange } from '../../../world/operations/modify.ts'
import type { Started } from '../../../world/operations/context.ts'
import { ask, output, warned } from '../answer.ts'
import type { Behaviour, Behaviours } from '../behaviour.ts'
import { isSet, textOf, type Call } from '../call.ts'
import { failureOf, refusedBy, type HyperVContext } from './context.ts'
import { findVms } from './find.ts'
import { checkpointTypeNames, vmObject } from './objects.ts'

const chosen = ['ComputerName', 'Name', 'VM', 'Passthru'] as const

export const machineChanges: Behaviours<HyperVContext> = {
  'Start-VM': stateChange(chosen, () => 'running'),
  'Resume-VM': stateChange(chosen, () => 'running'),
  'Suspend-VM': stateChange(chosen, () => 'paused'),
  'Save-VM': stateChange(chosen, () => 'saved'),
  'Stop-VM': stateChange([...chosen, 'Force', 'TurnOff', 'Save'], (call) => (isSet(call, 'Save') ? 'saved' : 'off')),
  'Set-VM': change([...chosen, 'CheckpointType', 'Notes', 'NewVMName'], 'configure', ({ view }, call, id) =>
    view.world.modifySettings(id, settingsIn(call)),
  ),
}

/** The questions' wording is assumed. */
function change(
  heeds: readonly string[],
  verb: string,
  operation: (context: HyperVContext, call: Call, vm: Guid) => Started | 'nothing-to-do',
): Behaviour<HyperVContext> {
  return {
    heeds,
    begin(context, call) {
      const { items, errors } = findVms(context, call, 'Name')
      return [...errors, ...items.map(({ id, name }) => ask(id, `${call.cmdlet} will ${verb} the virtual machine "${name}".`))]
    },
    async act(context, call, target) {
      const id = parseGuid(target)!
      const started = operation(context, call, id)
      // That this is a warning and no error is assumed.
      if (started === 'nothing-to-do') return [warned('The virtual machine is already in the specified state.')]
      const why = await failureOf(context, started)
      if (why !== undefined) return [refusedBy(call, why)]
      return isSet(call, 'Passthru') ? [output(vmObject(context.view, context.view.vm(id)!))] : []
    },
  }
}

function stateChange(heeds: readonly string[], wanted: (call: Call) => VmState): Behaviour<HyperVContext> {
  return change(heeds, 'change the state of', ({ view }, call, id) => {
    const state = wanted(call)
    return view.world.vm(id)!.state === state ? 'nothing-to-do' : view.world.changeVmState(id, state)
  })
}

function settingsIn(call: Call): SettingsChange {
  const [notes, elementName, type] = [textOf(call, 'Notes'), textOf(call, 'NewVMName'), textOf(call, 'CheckpointType')]
  const checkpointType = checkpointTypes.find((known) => checkpointTypeNames[known] === type)
  return {
    ...(notes === undefined ? {} : { notes: [notes] }),
    ...(elementName === undefined ? {} : { elementName }),
    ...(checkpointType === undefined ? {} : { checkpointType }),
  }
}
