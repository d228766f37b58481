import type { Cmdlet } from '../cmdlet.ts'
import { jobParameters, onBehalf } from './shared.ts'

export const checkpointCmdlets: readonly Cmdlet[] = [
  {
    name: 'New-SCVMCheckpoint',
    aliases: ['New-VMCheckpoint'],
    confirmImpact: 'Medium',
    source: 'sc-cmdlets/SystemCenter2016/VirtualMachineManager/vlatest/New-SCVMCheckpoint.md',
    parameters: [
      ...jobParameters,
      { name: 'VM', type: 'VM', sets: { '*': { mandatory: true, position: 0, pipeline: 'value' } } },
      { name: 'VMMServer', type: 'ServerConnection', sets: { '*': { pipeline: 'value' } } },
      { name: 'Description', type: 'String', sets: { '*': {} } },
      { name: 'Name', type: 'String', sets: { '*': {} } },
    ],
  },
  {
    name: 'Get-SCVMCheckpoint',
    aliases: ['Get-VMCheckpoint'],
    defaultSet: 'Connection',
    source: 'sc-cmdlets/SystemCenter2016/VirtualMachineManager/vlatest/Get-SCVMCheckpoint.md',
    parameters: [
      ...onBehalf,
      { name: 'VMMServer', type: 'ServerConnection', sets: { '*': { pipeline: 'value' } } },
      { name: 'VM', type: 'VM', sets: { VM: { pipeline: 'value' } } },
      { name: 'MostRecent', type: 'SwitchParameter', sets: { VM: {} } },
      { name: 'ID', type: 'Guid', sets: { ID: {} } },
    ],
  },
  {
    name: 'Set-SCVMCheckpoint',
    aliases: ['Set-VMCheckpoint'],
    source: 'sc-cmdlets/SystemCenter2016/VirtualMachineManager/vlatest/Set-SCVMCheckpoint.md',
    parameters: [
      ...jobParameters,
      { name: 'VMCheckpoint', type: 'VMCheckpoint', sets: { '*': { mandatory: true, pipeline: 'value' } } },
      { name: 'Description', type: 'String', sets: { '*': {} } },
      { name: 'Name', type: 'String', sets: { '*': {} } },
    ],
  },
  {
    name: 'Restore-SCVMCheckpoint',
    aliases: ['Restore-VMCheckpoint'],
    confirmImpact: 'Medium',
    source: 'sc-cmdlets/SystemCenter2016/VirtualMachineManager/vlatest/Restore-SCVMCheckpoint.md',
    parameters: [...jobParameters, { name: 'VMCheckpoint', type: 'VMCheckpoint', sets: { '*': { mandatory: true, pipeline: 'value' } } }],
  },
  {
    name: 'Remove-SCVMCheckpoint',
    aliases: ['Remove-VMCheckpoint'],
    confirmImpact: 'Medium',
    source: 'sc-cmdlets/SystemCenter2016/VirtualMachineManager/vlatest/Remove-SCVMCheckpoint.md',
    parameters: [
      ...jobParameters,
      { name: 'VMCheckpoint', type: 'VMCheckpoint', sets: { '*': { mandatory: true, pipeline: 'value' } } },
      { name: 'JobGroup', type: 'Guid', sets: { '*': {} } },
    ],
  },
]
