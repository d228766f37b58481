import type { EnumType, ObjectType } from '../cmdlet.ts'

const namespace = 'Microsoft.SystemCenter.VirtualMachineManager'
const state = 'Microsoft.VirtualManager.Utils.VMComputerSystemState'

/** Observed numbers, except of Saved and Paused: those are not known, and the lab's are of no product (assumed). */
export const enums: readonly EnumType[] = [{ name: state, values: { Running: 0, PowerOff: 1, Stored: 102, Saved: -1, Paused: -2 } }]

const client = { Name: 'System.String', ID: 'System.Guid', ServerConnection: `${namespace}.Remoting.ServerConnection` } as const
const library = {
  ...client,
  Description: 'System.String',
  AddedTime: 'System.DateTime',
  ModifiedTime: 'System.DateTime',
  Enabled: 'System.Boolean',
} as const

/** Parameters take them; the lab has none. */
const absent = ['Host', 'Cloud', 'Service', 'ComputerTier', 'StorageQoSPolicy', 'UserRole'].map((name): ObjectType => ({
  name: `${namespace}.${name}`,
  bases: [`${namespace}.ClientObject`],
  properties: {},
}))

/**
 * Chains, names and types of the properties are observed on VMM 2012 R2 (recorded inventory, powershell-cmdlets.json). That
 * a text stands for the object of that name is documented by examples, how it is converted is inferred.
 */
export const types: readonly ObjectType[] = [
  {
    name: `${namespace}.Remoting.ServerConnection`,
    bases: [],
    properties: { Name: 'System.String', Port: 'System.Int32', IsConnected: 'System.Boolean', FQDN: 'System.String' },
    fromText: 'Name',
  },
  {
    name: `${namespace}.VMCheckpoint`,
    bases: [`${namespace}.LibObjectBase`, `${namespace}.ClientObject`],
    properties: {},
    fromText: 'Name',
  },
  {
    name: `${namespace}.VM`,
    bases: [
      'VMBase',
      'PhysicalObjectBase',
      'SharableLibObject',
      'IsolatedLibObject',
      'LibObjectBaseWithOwner',
      'LibObjectBase',
      'ClientObject',
    ].map((name) => `${namespace}.${name}`),
    properties: {
      VMId: 'System.String',
      VirtualMachineState: state,
      Status: state,
      StatusString: 'System.String',
      HostName: 'System.String',
      VMCheckpoints: `${namespace}.VMCheckpoint[]`,
      LastRestoredCheckpointID: 'System.String',
      MostRecentTaskID: 'System.Guid',
      ...library,
    },
    fromText: 'Name',
  },
  {
    name: `${namespace}.VMSnapshot`,
    bases: ['VMCheckpoint', 'LibObjectBase', 'ClientObject'].map((name) => `${namespace}.${name}`),
    properties: {
      ParentCheckpointID: 'System.String',
      CheckpointID: 'System.String',
      VMId: 'System.Guid',
      VM: `${namespace}.VM`,
      Accessibility: 'System.String',
      ...library,
    },
  },
  {
    name: `${namespace}.Task`,
    bases: [`${namespace}.ClientObject`],
    properties: {
      Status: 'System.String',
      StatusString: 'System.String',
      ErrorInfo: 'System.String',
      StartTime: 'System.DateTime',
      EndTime: 'System.DateTime?',
      CmdletName: 'System.String',
      ResultObjectID: 'System.Guid',
      ResultObjectType: 'System.String',
      ResultName: 'System.String',
      TargetObjectID: 'System.Guid',
      TargetObjectType: 'System.String',
      IsCompleted: 'System.Boolean',
      ...client,
    },
    /** Scripts poll the Status of the object that they were given (observed), so that it follows the job (inferred). */
    live: ['Status', 'StatusString', 'ErrorInfo', 'EndTime', 'ResultObjectID', 'ResultName', 'IsCompleted'],
  },
  ...absent,
]
