import type { EnumType, ObjectType } from '../cmdlet.ts'

const namespace = 'Microsoft.HyperV.PowerShell'

/** Numbers observed: HyperVDsc's stub file of module 2.0.0.0. States that the lab has no VM in are left out. */
export const enums: readonly EnumType[] = [
  { name: `${namespace}.VMState`, values: { Running: 2, Off: 3, Saved: 6, Paused: 9 } },
  { name: `${namespace}.CheckpointType`, values: { Disabled: 2, Production: 3, ProductionOnly: 4, Standard: 5 } },
  {
    name: `${namespace}.SnapshotType`,
    values: { Standard: 0, Recovery: 1, Planned: 2, Missing: 5, Replica: 6, AppConsistentReplica: 7, SyncedReplica: 8 },
  },
]

/** What a VM and a checkpoint have both: VirtualMachineBase is a common base of the two (inferred). */
const common = {
  State: `${namespace}.VMState`,
  Generation: 'System.Int32',
  IsClustered: 'System.Boolean',
  Notes: 'System.String',
  ParentSnapshotId: 'System.Guid?',
  ParentSnapshotName: 'System.String',
  Version: 'System.String',
  CreationTime: 'System.DateTime',
  Id: 'System.Guid',
  Name: 'System.String',
  ComputerName: 'System.String',
  IsDeleted: 'System.Boolean',
} as const

/** That these are alias properties of the module's type file is inferred; on a VMSnapshot also that they exist. */
const parentAliases = { ParentCheckpointId: 'ParentSnapshotId', ParentCheckpointName: 'ParentSnapshotName' } as const

/** Names and types of the properties are observed (the same stub file), the default tables too. */
export const types: readonly ObjectType[] = [
  {
    name: `${namespace}.VirtualMachine`,
    bases: [`${namespace}.VirtualMachineBase`],
    properties: { AutomaticCheckpointsEnabled: 'System.Boolean', CheckpointType: `${namespace}.CheckpointType`, ...common },
    aliases: { VMName: 'Name', VMId: 'Id', ...parentAliases },
    table: ['Name', 'State', 'Version'],
  },
  {
    name: `${namespace}.VMSnapshot`,
    bases: [`${namespace}.VirtualMachineBase`],
    properties: {
      SnapshotType: `${namespace}.SnapshotType`,
      IsAutomaticCheckpoint: 'System.Boolean',
      VMId: 'System.Guid',
      VMName: 'System.String',
      ...common,
    },
    aliases: parentAliases,
    table: ['VMName', 'Name', 'SnapshotType', 'CreationTime', 'ParentSnapshotName'],
  },
  {
    name: `${namespace}.VMHost`,
    bases: [],
    properties: {
      FullyQualifiedDomainName: 'System.String',
      Name: 'System.String',
      ComputerName: 'System.String',
      IsDeleted: 'System.Boolean',
    },
  },
]
