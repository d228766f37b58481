import type { Exported } from './exported/exported.ts'
import { hyperVTables, scvmmTables, type ObjectTables } from './tables.ts'

/** What a PowerShell object is, told by its members: JSON has no type names, and imported objects have other ones. */
export type Shape =
  | 'collected'
  | 'scvmm-checkpoint'
  | 'scvmm-vm'
  | 'scvmm-server'
  | 'scvmm-host'
  | 'hyperv-snapshot'
  | 'hyperv-vm'
  | 'hyperv-other'

/** Members that only objects of the shape have; the first row that fits wins. Recorded, see the tables' sources. */
const signs: readonly { readonly shape: Shape; readonly members: readonly string[] }[] = [
  { shape: 'collected', members: ['Snapcheck', 'Side', 'Part'] },
  { shape: 'scvmm-checkpoint', members: ['CheckpointID', 'ParentCheckpointID'] },
  { shape: 'scvmm-vm', members: ['LastRestoredCheckpointID'] },
  { shape: 'scvmm-vm', members: ['VMCheckpoints'] },
  { shape: 'scvmm-server', members: ['ServerInterfaceVersion'] },
  { shape: 'scvmm-host', members: ['HyperVVersion'] },
  { shape: 'scvmm-host', members: ['HyperVVersionString'] },
  { shape: 'hyperv-snapshot', members: ['SnapshotType', 'ParentSnapshotId'] },
  { shape: 'hyperv-vm', members: ['ParentSnapshotId', 'VMId'] },
  { shape: 'hyperv-other', members: ['VMSnapshotId'] },
  { shape: 'hyperv-other', members: ['VirtualMachineMigrationEnabled'] },
  { shape: 'hyperv-other', members: ['SwitchType', 'AllowManagementOS'] },
  { shape: 'hyperv-other', members: ['VhdFormat', 'VhdType'] },
  { shape: 'hyperv-other', members: ['SharedVolumesRoot'] },
  { shape: 'hyperv-other', members: ['NodeHighestVersion'] },
]

export function shapeOf(object: Exported): Shape | undefined {
  return signs.find(({ members }) => members.every((name) => object.field(name).form !== 'absent'))?.shape
}

/** Members that say which product instance a file is of, beside those of the tables. */
export const serverMembers = {
  guid: ['Guid'],
  name: ['FullyQualifiedDomainName', 'FQDN'],
  build: ['ProductVersion'],
  hostBuild: ['HyperVVersion', 'HyperVVersionString'],
  nodeBuild: ['MajorVersion', 'MinorVersion', 'BuildNumber'],
  computer: ['ComputerName', 'NodeName'],
  cluster: ['Cluster'],
  /** Where the lab writes its mark (design section 1). */
  mark: ['ProductVendor', 'Vendor', 'Author', 'ModuleAuthor', 'CompanyName'],
} as const

/** Members under which objects of interest hang. */
const holders = [
  'VMCheckpoints',
  'VMCPath',
  'ServerConnection',
  'VM',
  'Properties',
  'ems',
  'vms',
  'hosts',
  'Machines',
  'Checkpoints',
  'Jobs',
  'Module',
  'Server',
  'OperatingSystem',
] as const

/** Scalars of collected files: of the hashtable itself, of jobs, of the operating system. */
const collectedMembers = [
  'Place',
  'Account',
  'Time',
  'Count',
  'CmdletName',
  'TargetObjectID',
  'ResultObjectID',
  'EndTime',
  'Version',
] as const

const namesOf = ({ checkpoint, vm }: ObjectTables): readonly string[] => [...Object.values(checkpoint), ...Object.values(vm)].flat()

const wanted: ReadonlySet<string> = new Set(
  [
    ...namesOf(scvmmTables),
    ...namesOf(hyperVTables),
    ...signs.flatMap(({ members }) => members),
    ...Object.values(serverMembers).flat(),
    ...holders,
    ...collectedMembers,
  ].map((name) => name.toLowerCase()),
)
const known = new Map<string, boolean>()

/** False for members that nothing here ever asks for; about nine in ten of an export. */
export function isWanted(name: string): boolean {
  const before = known.get(name)
  if (before !== undefined) return before
  const answer = wanted.has(name.toLowerCase())
  if (known.size < memorySize) known.set(name, answer)
  return answer
}

/** Distinct names that are remembered: an export has some hundreds, a hostile file any number. */
const memorySize = 10_000
