import { labMark } from '../../foundation/lab-mark.ts'
import { cliXmlNamespace } from '../../protocols/powershell/codec/read.ts'
import { firstTime, serverBuild, type GeneratedCheckpoint, type GeneratedVm } from './vm.ts'

/** A job that VMM would have kept. */
export interface GeneratedJob {
  readonly id: string
  readonly cmdlet: string
  /** VMM's own id of what it was about. */
  readonly target: string
  /** RFC 3339. */
  readonly ended: string
}

export interface CollectedVm extends GeneratedVm {
  readonly checkpoints: readonly (GeneratedCheckpoint & { readonly comment?: string })[]
}

export type CollectedSide = 'host' | 'vmm'

/** A member: its tag, its name and its text; null for one without a value. */
type Member = readonly [tag: 'S' | 'G' | 'DT' | 'I32' | 'Version', name: string, value: string | number | null]

const types = {
  vm: { host: 'Microsoft.HyperV.PowerShell.VirtualMachine', vmm: 'Microsoft.SystemCenter.VirtualMachineManager.VM' },
  checkpoint: { host: 'Microsoft.HyperV.PowerShell.VMSnapshot', vmm: 'Microsoft.SystemCenter.VirtualMachineManager.VMSnapshot' },
} as const

export const placeOf: Readonly<Record<CollectedSide, string>> = { host: 'GENERATED', vmm: 'generated.vmm' }

/** In the form in which the real engine serialises what the collector scripts export. */
export function collectedDocument(side: CollectedSide, part: string, time: string, entries: readonly string[]): string {
  const texts: readonly Member[] = [
    ['S', 'Snapcheck', 'snapcheck.collect/1'],
    ['S', 'Side', side],
    ['S', 'Part', part],
    ['S', 'Place', placeOf[side]],
    ['DT', 'Time', time],
  ]
  const body = [...texts.map(([tag, name, value]) => entry(name, `<${tag} N="Value">${value}</${tag}>`)), ...entries].join('')
  return `<Objs Version="1.1.0.1" xmlns="${cliXmlNamespace}"><Obj RefId="0"><TN RefId="0"><T>System.Collections.Hashtable</T><T>System.Object</T></TN><DCT>${body}</DCT></Obj></Objs>`
}

export function aboutEntries(side: CollectedSide): readonly string[] {
  const module: readonly Member[] = [
    ['S', 'Name', side === 'host' ? 'Hyper-V' : 'VirtualMachineManager'],
    ['S', 'CompanyName', labMark.vendor],
  ]
  const product: readonly Member[] =
    side === 'host'
      ? [['S', 'Version', serverBuild]]
      : [
          ['S', 'FQDN', placeOf.vmm],
          ['S', 'ProductVersion', serverBuild],
        ]
  return [
    entry('Account', '<S N="Value">GENERATED\\reader</S>'),
    listEntry('Module', [{ type: 'System.Management.Automation.PSModuleInfo', members: module }]),
    listEntry(side === 'host' ? 'OperatingSystem' : 'Server', [{ type: 'generated', members: product }]),
  ]
}

export function partEntries(side: CollectedSide, vms: readonly CollectedVm[]): readonly string[] {
  return [
    listEntry(
      'Machines',
      vms.map((vm) => ({ type: types.vm[side], members: machines[side](vm) })),
    ),
    listEntry(
      'Checkpoints',
      vms.flatMap((vm) => vm.checkpoints.map((one) => ({ type: types.checkpoint[side], members: checkpoints[side](one, vm) }))),
    ),
  ]
}

export function endEntries(count: number, jobs: readonly GeneratedJob[]): readonly string[] {
  const members = ({ id, cmdlet, target, ended }: GeneratedJob): readonly Member[] => [
    ['G', 'ID', id],
    ['S', 'CmdletName', cmdlet],
    ['S', 'Status', 'Completed'],
    ['DT', 'EndTime', ended],
    ['G', 'TargetObjectID', target],
  ]
  return [
    entry('Count', `<I32 N="Value">${count}</I32>`),
    listEntry(
      'Jobs',
      jobs.map((job) => ({ type: 'Microsoft.SystemCenter.VirtualMachineManager.Task', members: members(job) })),
    ),
  ]
}

const machines: Readonly<Record<CollectedSide, (vm: CollectedVm) => readonly Member[]>> = {
  host: ({ id, name, checkpoints: rows }) => [
    ['G', 'VMId', id.toLowerCase()],
    ['S', 'Name', name],
    ['G', 'ParentSnapshotId', rows.at(-1)?.id.toLowerCase() ?? null],
  ],
  vmm: ({ id, databaseId, name, checkpoints: rows }) => [
    ['G', 'ID', databaseId],
    ['S', 'VMId', id],
    ['S', 'Name', name],
    ['S', 'StatusString', 'Stopped'],
    ['S', 'LastRestoredCheckpointID', rows.at(-1)?.id ?? id],
  ],
}

const checkpoints: Readonly<Record<CollectedSide, (one: CollectedVm['checkpoints'][number], vm: CollectedVm) => readonly Member[]>> = {
  host: ({ id, name, parent, age }, vm) => [
    ['G', 'Id', id.toLowerCase()],
    ['S', 'Name', name],
    ['G', 'VMId', vm.id.toLowerCase()],
    ['S', 'Notes', ''],
    ['S', 'SnapshotType', 'Standard'],
    ['DT', 'CreationTime', timeAt(age)],
    ['G', 'ParentSnapshotId', parent === vm.id ? null : parent.toLowerCase()],
  ],
  vmm: ({ id, databaseId, name, parent, age, comment = '' }, vm) => [
    ['G', 'ID', databaseId],
    ['S', 'CheckpointID', id],
    ['S', 'ParentCheckpointID', parent],
    ['G', 'VMId', vm.databaseId],
    ['S', 'Name', name],
    ['S', 'Description', comment],
    ['DT', 'AddedTime', timeAt(age)],
    ['S', 'ObjectType', 'VMSnapshot'],
  ],
}

function timeAt(age: number): string {
  return new Date(firstTime + age * 1000).toISOString()
}

function entry(key: string, value: string): string {
  return `<En><S N="Key">${key}</S>${value}</En>\n`
}

/** What Select-Object made: a custom object whose members were all added to it. */
function listEntry(key: string, objects: readonly { readonly type: string; readonly members: readonly Member[] }[]): string {
  const items = objects.map(
    ({ type, members }, index) =>
      `<Obj RefId="${key}${index}">${index === 0 ? `<TN RefId="${key}type"><T>Selected.${type}</T><T>System.Management.Automation.PSCustomObject</T><T>System.Object</T></TN>` : `<TNRef RefId="${key}type" />`}<MS>${members.map(member).join('')}</MS></Obj>\n`,
  )
  return entry(key, `<Obj N="Value" RefId="${key}"><TN RefId="${key}"><T>System.Object[]</T></TN><LST>\n${items.join('')}</LST></Obj>`)
}

function member([tag, name, value]: Member): string {
  return value === null ? `<Nil N="${name}" />` : `<${tag} N="${name}">${value}</${tag}>`
}
