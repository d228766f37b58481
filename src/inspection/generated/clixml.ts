import { labMark } from '../../foundation/lab-mark.ts'
import { cliXmlNamespace } from '../../protocols/powershell/codec/read.ts'
import { firstTime, serverBuild, type GeneratedCheckpoint, type InventoryFormat } from './vm.ts'

const checkpointTypes = ['VMSnapshot', 'VMCheckpoint', 'LibObjectBase', 'ClientObject']
  .map((name) => `<T>Microsoft.SystemCenter.VirtualMachineManager.${name}</T>`)
  .join('')

/** As Export-Clixml wrote the recorded inventory of 2014, with its indentation. */
export const clixml: InventoryFormat = {
  head: (server) => `<Objs Version="1.1.0.1" xmlns="${cliXmlNamespace}">
  <Obj RefId="s"><TN RefId="t"><T>System.Collections.Hashtable</T><T>System.Object</T></TN>
    <DCT>
      <En><S N="Key">ems</S><Obj N="Value" RefId="e"><TN RefId="te"><T>Microsoft.SystemCenter.VirtualMachineManager.Remoting.ServerConnection</T></TN><Props>
        <G N="Guid">${server.toLowerCase()}</G><Version N="ServerInterfaceVersion">0.0.0</Version><S N="ProductVersion">${serverBuild}</S><S N="CompanyName">${labMark.vendor}</S>
      </Props></Obj></En>
      <En><S N="Key">vms</S><Obj N="Value" RefId="v"><TNRef RefId="t" /><DCT>
      <En><S N="Key">types</S><Obj N="Value" RefId="tc"><TN RefId="c">${checkpointTypes}</TN></Obj></En>
`,
  vm: ({ name, id, databaseId, checkpoints }) => `        <En>
          <G N="Key">${databaseId}</G>
          <Obj N="Value" RefId="${id}">
            <TNRef RefId="t" />
            <DCT>
              <En>
                <S N="Key">Properties</S>
                <Obj N="Value" RefId="${id}p">
                  <TN><T>Microsoft.SystemCenter.VirtualMachineManager.VM</T></TN>
                  <ToString>${name}</ToString>
                  <Props>
                    <S N="Name">${name}</S>
                    <S N="VMId">${id}</S>
                    <G N="ID">${databaseId}</G>
                    <S N="StatusString">Running</S>
                    <S N="CheckpointLocation">C:\\generated\\${name}</S>
                    <S N="LastRestoredCheckpointID">${checkpoints.at(-1)?.id ?? id}</S>
                    <Obj N="VMCheckpoints" RefId="${id}c">
                      <TN><T>Microsoft.SystemCenter.VirtualMachineManager.VMCheckpoint[]</T></TN>
                      <LST>
${checkpoints.map((checkpoint) => clixmlCheckpoint(checkpoint, databaseId, name)).join('\n')}
                      </LST>
                    </Obj>
                  </Props>
                </Obj>
              </En>
            </DCT>
          </Obj>
        </En>
`,
  between: '',
  tail: `      </DCT></Obj></En>
    </DCT>
  </Obj>
</Objs>
`,
}

function clixmlCheckpoint({ id, databaseId, parent, name, age }: GeneratedCheckpoint, vmDatabaseId: string, vmName: string): string {
  const added = new Date(firstTime + age * 1000).toISOString()
  return `                        <Obj RefId="${id}">
                          <TNRef RefId="c" />
                          <ToString>${name}</ToString>
                          <Props>
                            <S N="ParentCheckpointID">${parent}</S>
                            <S N="CheckpointID">${id}</S>
                            <G N="VMId">${vmDatabaseId}</G>
                            <B N="IsViewOnly">false</B>
                            <S N="CheckpointHWProfile">Microsoft.SystemCenter.VirtualMachineManager.CheckpointHardwareProfile</S>
                            <Obj N="VirtualDiskDrives" RefId="${id}d">
                              <TNRef RefId="t" />
                              <LST>
                                <S>${name}</S>
                              </LST>
                            </Obj>
                            <S N="VM">${vmName}</S>
                            <S N="ObjectType">VMSnapshot</S>
                            <S N="Accessibility">Public</S>
                            <S N="Name">${name}</S>
                            <S N="Description"></S>
                            <DT N="AddedTime">${added}</DT>
                            <DT N="ModifiedTime">2014-06-03T20:04:24.523Z</DT>
                            <B N="Enabled">true</B>
                            <Nil N="MostRecentTask" />
                            <Ref N="ServerConnection" RefId="e" />
                            <G N="ID">${databaseId}</G>
                            <B N="MarkedForDeletion">false</B>
                            <B N="IsFullyCached">true</B>
                            <Nil N="MostRecentTaskIfLocal" />
                          </Props>
                        </Obj>`
}
