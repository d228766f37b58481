import type { Mark } from '../../products/spf/mark.ts'

/** What the VMM server does where nobody knows, or where versions differ: each a switch of its profile. */
export interface VmmSwitches {
  /** Whether the Description of a checkpoint is written to its Notes on the host; with the marker that VMM puts into Notes of clustered VMs. */
  readonly descriptionToNotes: 'none' | 'notes' | 'notes+marker'
  /** Whether a refresh takes Notes over as the Description of a checkpoint that was made outside. */
  readonly notesToDescription: 'none' | 'notes'
  /** Whether a new name reaches the host; otherwise the next refresh takes it back. */
  readonly setNameRenamesOnHost: boolean
  /** A name of more than 100 characters: as it is to the host, which decides, or cut before. */
  readonly longNames: 'to-host' | 'truncate'
  /** Whether recovery (backup) checkpoints of the host become rows (C-083). */
  readonly listsRecovery: boolean
  /** What AddedTime is: the host's CreationTime plus `addedTimeLag`, or the moment at which VMM found it. */
  readonly addedTime: 'host-creation' | 'discovery'
  /** Milliseconds. */
  readonly addedTimeLag: number
  /** Milliseconds between two full refreshes of a host's VMs, checkpoints included. */
  readonly heavyInterval: number
  /** Milliseconds between two light refreshes: state, missing and new VMs. */
  readonly lightInterval: number
  /** Milliseconds after which an event of the host has its effect. */
  readonly eventDelay: number
  readonly eventsCarryCheckpoints: boolean
  /** The zone of the VMM server's wall clock, minutes east of UTC. */
  readonly utcOffsetMinutes: number
}

export interface VmmSwitchLine<Value> {
  readonly value: Value
  readonly mark: Mark
  readonly source: string
}

/** The default of each switch, and why. LIMITS.md is generated from this. */
export const vmmSwitchTable: { readonly [Name in keyof VmmSwitches]: VmmSwitchLine<VmmSwitches[Name]> } = {
  descriptionToNotes: { value: 'none', mark: 'assumed', source: 'semantics.md section 3.4, C-015: unknown' },
  notesToDescription: { value: 'none', mark: 'assumed', source: 'semantics.md section 3.4, C-055: unknown; all recorded are empty' },
  setNameRenamesOnHost: { value: true, mark: 'assumed', source: 'C-037: help promises a change of the VMM object only' },
  longNames: { value: 'to-host', mark: 'assumed', source: 'semantics.md section 2.2: the limit is Hyper-V’s, one of VMM’s own is unknown' },
  listsRecovery: {
    value: false,
    mark: 'assumed',
    source: 'semantics.md section 2.6: disputed; an article says that they are not visible from SCVMM',
  },
  addedTime: {
    value: 'host-creation',
    mark: 'inferred',
    source: 'C-039, from 16 recorded rows; an import shows the day of the import instead',
  },
  addedTimeLag: { value: 1_300, mark: 'observed', source: 'recorded rows trail the time in the name by 1.3 to 12.4 s' },
  heavyInterval: { value: 1_800_000, mark: 'documented', source: 'FAQ: Data Refreshes dd221389 for VMM 2008 to 2012; unknown for 2019 on' },
  lightInterval: { value: 120_000, mark: 'documented', source: 'dd221389; default of VMPropertiesUpdateInterval, KB 3001854' },
  eventDelay: { value: 2_000, mark: 'assumed', source: 'no source gives a delay' },
  eventsCarryCheckpoints: { value: false, mark: 'inferred', source: 'C-063: snapshot creation is not in the published list of events' },
  utcOffsetMinutes: { value: 0, mark: 'assumed', source: 'a choice of the lab; the documented samples show -07:00' },
}

export const defaultVmmSwitches: VmmSwitches = Object.fromEntries(
  Object.entries(vmmSwitchTable).map(([name, { value }]) => [name, value]),
) as unknown as VmmSwitches
