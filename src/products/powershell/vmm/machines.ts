import type { Cmdlet } from '../cmdlet.ts'
import { jobParameters, onBehalf } from './shared.ts'

export const machineCmdlets: readonly Cmdlet[] = [
  {
    name: 'Get-SCVirtualMachine',
    defaultSet: 'All',
    source: 'sc-cmdlets/SystemCenter2016/VirtualMachineManager/vlatest/Get-SCVirtualMachine.md',
    parameters: [
      ...onBehalf,
      { name: 'VMMServer', type: 'ServerConnection', sets: { '*': { pipeline: 'value' } } },
      { name: 'Name', type: 'String', sets: { '*': { position: 0 } } },
      { name: 'All', type: 'SwitchParameter', sets: { All: {} } },
      { name: 'VMHost', type: 'Host', sets: { VMHostGroup: { mandatory: true, pipeline: 'value' } } },
      { name: 'Cloud', type: 'Cloud', sets: { Cloud: { mandatory: true, pipeline: 'value' } } },
      { name: 'Service', type: 'Service', sets: { Service: { mandatory: true, pipeline: 'value' } } },
      { name: 'ComputerTier', type: 'ComputerTier', sets: { ComputerTier: { mandatory: true, pipeline: 'value' } } },
      { name: 'StorageQoSPolicy', type: 'StorageQoSPolicy', sets: { StorageQoSPolicy: { mandatory: true, pipeline: 'value' } } },
      { name: 'ID', type: 'Guid', sets: { ID: {} } },
    ],
  },
  {
    name: 'Read-SCVirtualMachine',
    defaultSet: 'FullRefreshSingleVm',
    source: 'sc-cmdlets/SystemCenter2016/VirtualMachineManager/vlatest/Read-SCVirtualMachine.md',
    parameters: [
      ...jobParameters,
      { name: 'VM', type: 'VM', sets: { FullRefreshSingleVm: { mandatory: true, position: 0, pipeline: 'value' } } },
      { name: 'Force', type: 'SwitchParameter', sets: { FullRefreshSingleVm: {} } },
      { name: 'VMHost', type: 'Host', sets: { LightRefreshVmsOnHost: { mandatory: true, position: 0, pipeline: 'value' } } },
    ],
  },
  {
    name: 'Start-SCVirtualMachine',
    source: 'sc-cmdlets/SystemCenter2016/VirtualMachineManager/vlatest/Start-SCVirtualMachine.md',
    parameters: [...jobParameters, { name: 'VM', type: 'VM', sets: { '*': { mandatory: true, position: 0, pipeline: 'value' } } }],
  },
  {
    name: 'Stop-SCVirtualMachine',
    defaultSet: 'SingleVM',
    source: 'sc-cmdlets/SystemCenter2016/VirtualMachineManager/vlatest/Stop-SCVirtualMachine.md',
    parameters: [
      ...jobParameters,
      { name: 'VM', type: 'VM', sets: { '*': { mandatory: true, position: 0, pipeline: 'value' } } },
      { name: 'Shutdown', type: 'SwitchParameter', sets: { SingleVM: {} } },
      { name: 'SaveState', type: 'SwitchParameter', sets: { CorrespondsToVMM2008SaveStateVM: { mandatory: true } } },
      { name: 'DiscardSavedState', type: 'SwitchParameter', sets: { CorrespondsToVMM2008DiscardSavedStateVM: { mandatory: true } } },
      { name: 'Force', type: 'SwitchParameter', sets: { CorrespondsToVMM2008StopVM: { mandatory: true } } },
    ],
  },
]
