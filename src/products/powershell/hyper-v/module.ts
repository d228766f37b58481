import type { PowerShellModule } from '../cmdlet.ts'
import { checkpointCmdlets } from './checkpoints.ts'
import { machineCmdlets } from './machines.ts'
import { settingsCmdlets } from './settings.ts'
import { enums, types } from './types.ts'

/** The module of Windows Server 2016 and later; the aliases with Checkpoint start with this version (observed). */
export const hyperVModule: PowerShellModule = {
  name: 'Hyper-V',
  guid: '5a0c1ab0-0000-4000-8000-68797065722d',
  version: '2.0.0.0',
  cmdlets: [...machineCmdlets, ...settingsCmdlets, ...checkpointCmdlets],
  enums,
  types,
  exception: 'Microsoft.HyperV.PowerShell.VirtualizationException',
}
