import type { Guid } from '../../checkpoint/guid.ts'
import type { InterfaceId, Origin } from '../../checkpoint/interface-id.ts'
import type { CheckpointProperty } from '../../checkpoint/reading.ts'
import type { Json } from '../../foundation/json.ts'

/** A job as the management server keeps it. Ids are the server's own, not Hyper-V's. */
export interface VmmJob {
  readonly id: string
  /** Of the cmdlet that started it, e.g. Remove-SCVMCheckpoint. */
  readonly cmdlet: string
  readonly status: string
  /** What it was started on and what it resulted in: a VM's or a checkpoint's ID in VMM's database. */
  readonly targets: readonly Guid[]
  /** RFC 3339 in UTC; null while it runs. */
  readonly ended: string | null
}

/** What a set of files says of its own extent through one interface. */
export interface Coverage {
  readonly interface: InterfaceId
  /** Where it was collected: a host or a management server. */
  readonly place: string
  /** All parts are there, and as many VMs as the end of the collection counts. */
  readonly complete: boolean
  /** Account and role: another one may be shown less. */
  readonly scope: string
}

/** What an untouched checkpoint keeps (C-117, R-002); ModifiedTime is left out: each refresh moves it (observed). */
export const lasting = ['databaseId', 'name', 'comment', 'createdTime', 'parent', 'kind'] as const satisfies readonly CheckpointProperty[]
export type Lasting = (typeof lasting)[number]

/** As much of a checkpoint as a diff needs: of 100,000, whole observations would take the memory. */
export interface ShownCheckpoint {
  /** As normalised; null where it is shown without a value, left out where it is not shown. */
  readonly values: Readonly<Partial<Record<Lasting, Json>>>
  /** When it was made, by a time with a zone; null where it states none. */
  readonly made: string | null
}

/** What one interface shows of one VM at the end of a set. */
export interface ShownVm {
  readonly interface: InterfaceId
  readonly vm: Guid
  readonly origin: Origin
  readonly name: string | null
  /** VMM's own id of it. */
  readonly databaseId: Guid | null
  readonly checkpoints: ReadonlyMap<Guid, ShownCheckpoint>
  /** Whether a checkpoint that is not listed is not there. */
  readonly witness: boolean
}

/** By interface and VM (`keyOf`), in the order of interfaces, then of GUIDs. */
export type SideIndex = ReadonlyMap<string, ShownVm>

/** Everything that was inspected of one time, the input of a diff. */
export interface DiffSide {
  readonly vms: SideIndex
  readonly jobs: readonly VmmJob[]
  readonly coverage: readonly Coverage[]
  /** The first and last time that the files state, RFC 3339 in UTC; null where they state none. */
  readonly begun: string | null
  readonly ended: string | null
  /** Why nothing is concluded from these files as a whole. */
  readonly obstacles: readonly Obstacle[]
}

/** What keeps a diff from an answer. The sentence is for people. */
export interface Obstacle {
  readonly code: ObstacleCode
  readonly sentence: string
}
export const obstacleCodes = [
  'nothing-before', // no checkpoint is in the first set
  'nothing-survived', // not one was seen to survive
  'order-unknown', // the sets state no times, or not one after the other
  'unreadable-file',
  'incomplete-collection',
  'placeholder-identities', // GUIDs were replaced for each recording
  'not-comparable', // a checkpoint of which it cannot be told whether it is still there
  'value-not-shown', // a value that only the first set shows
] as const
export type ObstacleCode = (typeof obstacleCodes)[number]

/** In the order in which a reader wants them. */
export const fates = ['lost', 'changed', 'unknown', 'new', 'survived'] as const
export type Fate = (typeof fates)[number]

export interface Change {
  readonly property: Lasting
  readonly before: Json
  readonly after: Json
}

export const explanationKinds = ['job', 'backup', 'parent-gone', 'made-between', 'vm-not-shown-before'] as const
export interface Explanation {
  readonly by: (typeof explanationKinds)[number]
  readonly sentence: string
}

/** Why it cannot be told what became of a checkpoint. */
export type UnknownReason = 'vm-not-shown' | 'no-witness'

/** What became of one checkpoint in the eyes of one interface. */
export interface DiffRow {
  readonly interface: InterfaceId
  readonly vm: Guid
  readonly vmName: string | null
  readonly checkpoint: Guid
  readonly name: Json
  readonly fate: Fate
  /** Only where it changed. */
  readonly changes: readonly Change[]
  /** Values that only the first set shows. */
  readonly notShown: readonly Lasting[]
  /** Null where it survived, and where nothing in the files accounts for what happened. */
  readonly explanation: Explanation | null
  /** Only where it is unknown. */
  readonly reason: UnknownReason | null
}

export interface Diff {
  readonly rows: readonly DiffRow[]
  /** Did every checkpoint come through, as far as nobody wanted it otherwise? */
  readonly conclusion: 'yes' | 'no' | 'no-evidence'
  readonly obstacles: readonly Obstacle[]
  /** Who answered in truth, over both sets: the weakest. */
  readonly origin: Origin
  readonly begun: string | null
  readonly ended: string | null
}
