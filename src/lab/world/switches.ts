import type { Mark } from '../../products/mark.ts'

/** What Hyper-V does where nobody knows, or where sources contradict each other: each a switch of the host's profile. */
export interface WorldSwitches {
  /** A name of more than 100 characters. */
  readonly longNames: 'refuse' | 'truncate' | 'accept'
  /** Whether an apply brings the VM's own notes back (C-058). */
  readonly applyRestoresNotes: boolean
  /** UserSnapshotType of a checkpoint that was to be a production one and fell back to standard. */
  readonly fallbackShows: 'vm-setting' | 'standard'
  /** Whether a create that the VM does not allow is refused by the call or fails as a job. */
  readonly createRefusal: 'call' | 'job'
  /** The same where the guest takes no part in a production checkpoint without fallback. */
  readonly productionRefusal: 'call' | 'job'
  /** OperationalStatus[0] while disks are merged: 2, or 11. */
  readonly mergingStatus: 'ok' | 'in-service'
  /** Whether "Now" hangs from a recovery checkpoint after it was taken. */
  readonly recoveryMovesPosition: boolean
}

interface SwitchLine<Value> {
  readonly value: Value
  readonly mark: Mark
  readonly source: string
}

/** The default of each switch, and why. LIMITS.md is generated from this. */
export const worldSwitchTable: { readonly [Name in keyof WorldSwitches]: SwitchLine<WorldSwitches[Name]> } = {
  longNames: { value: 'refuse', mark: 'assumed', source: 'semantics.md section 2.2: limit documented, what happens beyond it unknown' },
  applyRestoresNotes: {
    value: true,
    mark: 'assumed',
    source: 'semantics.md section 2.2: AutomatedLab puts them back itself, so this is not certain',
  },
  fallbackShows: { value: 'vm-setting', mark: 'assumed', source: 'hyperv-wmi-v2.md section 4, UserSnapshotType: unknown' },
  createRefusal: { value: 'call', mark: 'assumed', source: 'semantics.md sections 2.3, 2.4: refused, in which form unknown' },
  productionRefusal: {
    value: 'job',
    mark: 'inferred',
    source: 'the guest is asked by the job (JobType 51 creates the VSS snapshot inside the VM)',
  },
  mergingStatus: { value: 'ok', mark: 'inferred', source: 'hyperv-wmi-v2.md section 3: with 2 in [0] what [1] tells can be interrupted' },
  recoveryMovesPosition: {
    value: true,
    mark: 'assumed',
    source: 'hyperv-wmi-v2.md section 4: listed like any other; its place is unknown',
  },
}

export const defaultWorldSwitches: WorldSwitches = Object.fromEntries(
  Object.entries(worldSwitchTable).map(([name, { value }]) => [name, value]),
) as unknown as WorldSwitches
