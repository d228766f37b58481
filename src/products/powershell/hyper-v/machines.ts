import type { Cmdlet, CmdletParameter } from '../cmdlet.ts'
import { remote } from './shared.ts'

export const machineCmdlets: readonly Cmdlet[] = [
  {
    name: 'Get-VMHost',
    defaultSet: 'ComputerName',
    source: 'docset/winserver2025-ps/Hyper-V/Get-VMHost.md',
    parameters: [
      { name: 'ComputerName', type: 'String[]', sets: { ComputerName: { position: 0, pipeline: 'value' } } },
      { name: 'Credential', type: 'PSCredential[]', sets: { ComputerName: { position: 1, pipeline: 'value' } } },
      { name: 'CimSession', type: 'CimSession[]', sets: { CimSession: { mandatory: true, position: 0, pipeline: 'name' } } },
    ],
  },
  {
    name: 'Get-VM',
    aliases: ['gvm'],
    defaultSet: 'Name',
    source: 'docset/winserver2025-ps/Hyper-V/Get-VM.md',
    parameters: [
      ...remote('Name', 'Id'),
      { name: 'Name', type: 'String[]', aliases: ['VMName'], sets: { Name: { position: 0, pipeline: 'value' } } },
      { name: 'Id', type: 'Guid', sets: { Id: { position: 0, pipeline: 'both' } } },
      { name: 'ClusterObject', type: 'PSObject', sets: { ClusterObject: { mandatory: true, position: 0, pipeline: 'value' } } },
    ],
  },
  { ...onMachines('Start-VM'), aliases: ['savm'] },
  {
    ...onMachines(
      'Stop-VM',
      { name: 'Save', type: 'SwitchParameter', sets: { '*': {} } },
      { name: 'TurnOff', type: 'SwitchParameter', sets: { '*': {} } },
      { name: 'Force', type: 'SwitchParameter', sets: { '*': {} } },
    ),
    aliases: ['spvm'],
  },
  onMachines('Save-VM'),
  onMachines('Suspend-VM'),
  onMachines('Resume-VM'),
]

/** What changes the state of VMs, given by name or as objects. */
function onMachines(name: string, ...own: readonly CmdletParameter[]): Cmdlet {
  return {
    name,
    defaultSet: 'Name',
    confirmImpact: 'Medium',
    source: `docset/winserver2025-ps/Hyper-V/${name}.md`,
    parameters: [
      ...remote('Name'),
      { name: 'Name', type: 'String[]', aliases: ['VMName'], sets: { Name: { mandatory: true, position: 0, pipeline: 'value' } } },
      ...own,
      { name: 'AsJob', type: 'SwitchParameter', sets: { '*': {} } },
      { name: 'Passthru', type: 'SwitchParameter', sets: { '*': {} } },
      { name: 'VM', type: 'VirtualMachine[]', sets: { VMObject: { mandatory: true, position: 0, pipeline: 'value' } } },
    ],
  }
}
