import type { VmState } from '../../checkpoint/vm.ts'
import { scvmmTables, type ObjectTables } from '../../inspection/tables.ts'

/** What is selected and read, beside what an export is read for. StatusString is localised, VirtualMachineState is not. */
export const members: ObjectTables = {
  checkpoint: scvmmTables.checkpoint,
  vm: { vmId: ['VMId'], ...scvmmTables.vm, vmState: ['VirtualMachineState'], host: ['HostName'] },
}

/** What tells a job by codes; its texts are localised. */
export const jobMembers = ['ID', 'CmdletName', 'Status', 'IsCompleted', 'ResultObjectID', 'Owner'] as const

/** Values of VirtualMachineState (observed) that a VM can be put in. */
const stateNames: Readonly<Partial<Record<VmState, string>>> = { running: 'Running', off: 'PowerOff' }

export function stateName(state: VmState): string | undefined {
  return stateNames[state]
}
