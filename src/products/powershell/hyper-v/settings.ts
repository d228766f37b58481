import type { Cmdlet } from '../cmdlet.ts'
import { remote } from './shared.ts'

export const settingsCmdlets: readonly Cmdlet[] = [
  {
    name: 'Set-VM',
    defaultSet: 'Name',
    confirmImpact: 'Medium',
    source: 'docset/winserver2025-ps/Hyper-V/Set-VM.md',
    parameters: [
      ...remote('Name'),
      { name: 'Name', type: 'String[]', aliases: ['VMName'], sets: { Name: { mandatory: true, position: 0, pipeline: 'value' } } },
      { name: 'GuestControlledCacheTypes', type: 'Boolean', sets: { '*': {} } },
      { name: 'LowMemoryMappedIoSpace', type: 'UInt32', sets: { '*': {} } },
      { name: 'HighMemoryMappedIoSpace', type: 'UInt64', sets: { '*': {} } },
      { name: 'ProcessorCount', type: 'Int64', sets: { '*': {} } },
      { name: 'DynamicMemory', type: 'SwitchParameter', sets: { '*': {} } },
      { name: 'StaticMemory', type: 'SwitchParameter', sets: { '*': {} } },
      { name: 'MemoryMinimumBytes', type: 'Int64', sets: { '*': {} } },
      { name: 'MemoryMaximumBytes', type: 'Int64', sets: { '*': {} } },
      { name: 'MemoryStartupBytes', type: 'Int64', sets: { '*': {} } },
      { name: 'AutomaticStartAction', type: 'StartAction', sets: { '*': {} } },
      { name: 'AutomaticStopAction', type: 'StopAction', sets: { '*': {} } },
      { name: 'AutomaticStartDelay', type: 'Int32', sets: { '*': {} } },
      { name: 'AutomaticCriticalErrorAction', type: 'CriticalErrorAction', sets: { '*': {} } },
      { name: 'AutomaticCriticalErrorActionTimeout', type: 'Int32', sets: { '*': {} } },
      { name: 'AutomaticCheckpointsEnabled', type: 'Boolean', sets: { '*': {} } },
      { name: 'LockOnDisconnect', type: 'OnOffState', sets: { '*': {} } },
      { name: 'Notes', type: 'String', sets: { '*': {} } },
      { name: 'NewVMName', type: 'String', sets: { '*': {} } },
      { name: 'SnapshotFileLocation', type: 'String', sets: { '*': {} } },
      { name: 'SmartPagingFilePath', type: 'String', sets: { '*': {} } },
      { name: 'CheckpointType', type: 'CheckpointType', sets: { '*': {} } },
      { name: 'Passthru', type: 'SwitchParameter', sets: { '*': {} } },
      { name: 'AllowUnverifiedPaths', type: 'SwitchParameter', sets: { '*': {} } },
      { name: 'VM', type: 'VirtualMachine[]', sets: { VMObject: { mandatory: true, position: 0, pipeline: 'value' } } },
    ],
  },
]
