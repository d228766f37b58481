import { labMark } from '../../foundation/lab-mark.ts'
import { firstTime, serverBuild, type GeneratedCheckpoint, type InventoryFormat } from './vm.ts'

/** As ConvertTo-Json -Compress wrote the recorded inventories of 2017. */
export const json: InventoryFormat = {
  head: (server) => `{"ems":${JSON.stringify({ Guid: server.toLowerCase(), Version: '0.0.0' })},"vms":[`,
  vm: ({ name, id, databaseId, checkpoints }) =>
    JSON.stringify({
      ID: databaseId,
      LastRestoredCheckpointID: checkpoints.at(-1)?.id ?? id,
      Name: name,
      ServerConnection: { ServerInterfaceVersion: '0.0.0', ProductVersion: serverBuild, CompanyName: labMark.vendor },
      VMCheckpoints: checkpoints.map((checkpoint) => jsonCheckpoint(checkpoint, databaseId, name)),
      VMCPath: `C:\\generated\\${name}\\Virtual Machines\\${id}.xml`,
      StatusString: 'Running',
    }),
  between: ',',
  tail: ']}\n',
}

function jsonCheckpoint(
  { id, databaseId, parent, name, age }: GeneratedCheckpoint,
  vmDatabaseId: string,
  vmName: string,
): Readonly<Record<string, unknown>> {
  return {
    ParentCheckpointID: parent,
    CheckpointID: id,
    VMId: vmDatabaseId,
    IsViewOnly: false,
    CheckpointHWProfile: 'Microsoft.SystemCenter.VirtualMachineManager.CheckpointHardwareProfile',
    VirtualDiskDrives: name,
    VM: vmName,
    ObjectType: 46,
    Accessibility: 0,
    Name: name,
    Description: '',
    AddedTime: `/Date(${firstTime + age * 1000})/`,
    ModifiedTime: `/Date(${Date.UTC(2014, 5, 3)})/`,
    Enabled: true,
    MostRecentTask: null,
    ServerConnection: 'Microsoft.SystemCenter.VirtualMachineManager.Remoting.ServerConnection',
    ID: databaseId,
    MarkedForDeletion: false,
    IsFullyCached: true,
  }
}
