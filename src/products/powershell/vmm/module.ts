import type { PowerShellModule } from '../cmdlet.ts'
import { checkpointCmdlets } from './checkpoints.ts'
import { machineCmdlets } from './machines.ts'
import { serverCmdlets } from './server.ts'
import { enums, types } from './types.ts'

export const vmmModule: PowerShellModule = {
  name: 'VirtualMachineManager',
  guid: '5a0c1ab0-0000-4000-8000-7363766d6d00',
  /** The lab's own: a product has its build here. */
  version: '0.0.0.1',
  cmdlets: [...serverCmdlets, ...machineCmdlets, ...checkpointCmdlets],
  enums,
  types,
  /** Its short name is observed, its namespace inferred from other types of the module. */
  exception: 'Microsoft.VirtualManager.Utils.CarmineException',
}
