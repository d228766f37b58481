import { closeSync, openSync, writeSync } from 'node:fs'
import { labMark } from '../foundation/lab-mark.ts'
import { derivedGuid } from '../foundation/seed.ts'
import { cliXmlNamespace } from '../protocols/powershell/codec/read.ts'

/** An inventory of an SCVMM server that never was, in the recorded shape: for benchmarks and tests. */
export interface GeneratedInventory {
  readonly format: 'clixml' | 'json'
  readonly checkpoints: number
  /** 50 is what a VM can have (C-084). */
  readonly checkpointsPerVm?: number
  readonly seed?: string
}

interface GeneratedCheckpoint {
  readonly id: string
  readonly databaseId: string
  readonly parent: string
  readonly name: string
  /** Seconds since the first of the VM. */
  readonly age: number
}

interface GeneratedVm {
  readonly name: string
  readonly id: string
  readonly databaseId: string
  readonly checkpoints: readonly GeneratedCheckpoint[]
}

/** No product has this build, and the lab's mark is beside it, so that nobody takes the file for a product's. */
const serverBuild = '0.0.0.1'
const firstTime = Date.UTC(2014, 4, 6, 12)

/** Writes the file a VM at a time; the same parameters give the same bytes. @returns bytes written. */
export function generateInventory(path: string, { format, checkpoints, checkpointsPerVm = 50, seed = 'inventory' }: GeneratedInventory): number {
  const file = openSync(path, 'w')
  const { head, vm, between, tail } = formats[format]
  let bytes = 0
  const write = (text: string): void => void (bytes += writeSync(file, text))
  try {
    write(head(derivedGuid(seed, 'server')))
    for (let made = 0, number = 0; made < checkpoints; number++) {
      const count = Math.min(checkpointsPerVm, checkpoints - made)
      write((number === 0 ? '' : between) + vm(generatedVm(seed, number, count)))
      made += count
    }
    write(tail)
  } finally {
    closeSync(file)
  }
  return bytes
}

/** A tree in which every fourth checkpoint branches off the root. */
function generatedVm(seed: string, number: number, count: number): GeneratedVm {
  const name = `generated-${number}`
  const id = derivedGuid(seed, number, 'vm')
  const ids = Array.from({ length: count }, (_, index) => derivedGuid(seed, number, index, 'checkpoint'))
  const parentOf = (index: number): string => (index === 0 ? id : index % 4 === 0 ? ids[0]! : ids[index - 1]!)
  return {
    name,
    id,
    databaseId: derivedGuid(seed, number, 'database').toLowerCase(),
    checkpoints: ids.map((checkpoint, index) => ({
      id: checkpoint,
      databaseId: derivedGuid(seed, number, index, 'database').toLowerCase(),
      parent: parentOf(index),
      name: `${name} - (${defaultTime(firstTime + index * 1000)})`,
      age: index,
    })),
  }
}

/** MM/dd/yyyy HH:mm:ss, the form of VMM's default names (C-031). */
function defaultTime(milliseconds: number): string {
  const [date, time] = new Date(milliseconds).toISOString().slice(0, 19).split('T')
  const [year, month, day] = date!.split('-')
  return `${month}/${day}/${year} ${time}`
}

interface Format {
  head(server: string): string
  vm(vm: GeneratedVm): string
  readonly between: string
  readonly tail: string
}

const checkpointTypes = ['VMSnapshot', 'VMCheckpoint', 'LibObjectBase', 'ClientObject'].map((name) => `<T>Microsoft.SystemCenter.VirtualMachineManager.${name}</T>`).join('')

const clixml: Format = {
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

const json: Format = {
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

function jsonCheckpoint({ id, databaseId, parent, name, age }: GeneratedCheckpoint, vmDatabaseId: string, vmName: string): Readonly<Record<string, unknown>> {
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

const formats: Readonly<Record<GeneratedInventory['format'], Format>> = { clixml, json }
