import type { Cmdlet } from '../cmdlet.ts'
import { onBehalf } from './shared.ts'

export const serverCmdlets: readonly Cmdlet[] = [
  {
    name: 'Get-SCVMMServer',
    aliases: ['Get-VMMServer'],
    source: 'sc-cmdlets/SystemCenter2016/VirtualMachineManager/vlatest/Get-SCVMMServer.md',
    parameters: [
      { name: 'ComputerName', type: 'String', sets: { '*': { mandatory: true, position: 0 } } },
      { name: 'TCPPort', type: 'Int32', aliases: ['Port'], sets: { '*': {} } },
      { name: 'ConnectAs', type: 'Profile', sets: { '*': {} } },
      { name: 'UserRoleName', type: 'String', sets: { '*': {} } },
      { name: 'Credential', type: 'PSCredential', sets: { '*': {} } },
      { name: 'RetainObjectCache', type: 'SwitchParameter', sets: { '*': {} } },
      { name: 'RetainDeletedObjects', type: 'SwitchParameter', sets: { '*': {} } },
      { name: 'AllowJobGC', type: 'SwitchParameter', sets: { '*': {} } },
      { name: 'SetAsDefault', type: 'SwitchParameter', sets: { '*': {} } },
      { name: 'ForOnBehalfOf', type: 'SwitchParameter', sets: { '*': {} } },
    ],
  },
  {
    name: 'Get-SCJob',
    defaultSet: 'NewestJobs',
    source: 'sc-cmdlets/SystemCenter2016/VirtualMachineManager/vlatest/Get-SCJob.md',
    parameters: [
      ...onBehalf,
      { name: 'VMMServer', type: 'ServerConnection', sets: { '*': { pipeline: 'value' } } },
      { name: 'Name', type: 'String', sets: { '*': { position: 0 } } },
      { name: 'Full', type: 'SwitchParameter', sets: { NewestJobs: {}, AllJobs: {} } },
      { name: 'Newest', type: 'Int32', sets: { NewestJobs: {} } },
      { name: 'Job', type: 'Task', sets: { NewestJobs: {}, AllJobs: {} } },
      { name: 'ID', type: 'Guid', sets: { NewestJobs: {}, AllJobs: {} } },
      { name: 'All', type: 'SwitchParameter', sets: { AllJobs: { mandatory: true } } },
      { name: 'Running', type: 'SwitchParameter', sets: { RunningJobs: { mandatory: true } } },
    ],
  },
]
