import type { CheckpointType, Generation, VmState } from './model.ts'

export interface StartCheckpoint {
  /** Milliseconds before the world begins; its name is the default name of that moment. */
  readonly ageMs: number
  readonly notes: readonly string[]
}

export interface StartVm {
  readonly name: string
  readonly state: VmState
  readonly checkpointType: CheckpointType
  readonly generation: Generation
  readonly notes: readonly string[]
  /** Milliseconds before the world begins. */
  readonly ageMs: number
  /** A chain, oldest first. The VM stands on the last one. */
  readonly checkpoints: readonly StartCheckpoint[]
  /** Names of its virtual disks; left out, one of its own name. */
  readonly disks?: readonly string[]
  readonly passThrough?: boolean
  /** Whether its guest takes part in production checkpoints; left out, it does. */
  readonly integration?: boolean
}

export interface StartHost {
  readonly name: string
  readonly utcOffsetMinutes: number
  readonly vms: readonly StartVm[]
}

/** Notes that nobody has written are one empty string (hyperv-wmi-v2.md section 2, observed). */
const neverWritten: readonly string[] = ['']
const day = 86_400_000

/** One checkpoint exists before anybody acts: the witness without which nobody may conclude that another one is missing. */
const witness: StartCheckpoint = { ageMs: day, notes: neverWritten }

const usual = { generation: 2, notes: neverWritten, ageMs: 40 * day, checkpoints: [witness] } as const

export const startStates = {
  /**
   * The seed article's example. HV4 takes standard checkpoints (5): when the article was written there was no other kind,
   * and a running VM's memory goes into them. HV1 has what is the default since Windows Server 2016 (3).
   */
  article: [
    {
      name: 'HV01',
      utcOffsetMinutes: 0,
      vms: [
        { name: 'HV4', state: 'running', checkpointType: 5, generation: 2, notes: neverWritten, ageMs: 40 * day, checkpoints: [witness] },
        {
          name: 'HV1',
          state: 'running',
          checkpointType: 3,
          generation: 2,
          notes: ['File server of the branch office'],
          ageMs: 60 * day,
          checkpoints: [witness],
        },
        { name: 'HV7', state: 'off', checkpointType: 3, generation: 1, notes: neverWritten, ageMs: 90 * day, checkpoints: [] },
      ],
    },
  ],
  /** A VM for each thing that the article's own cannot show. */
  depth: [
    {
      name: 'HV01',
      utcOffsetMinutes: 0,
      vms: [
        { ...usual, name: 'DC1', state: 'running', checkpointType: 3 },
        { ...usual, name: 'LX2', state: 'running', checkpointType: 3, integration: false },
        { ...usual, name: 'FS3', state: 'running', checkpointType: 5, disks: ['FS3', 'FS3-data'] },
        { ...usual, name: 'AP5', state: 'off', checkpointType: 3 },
        { ...usual, name: 'PT6', state: 'off', checkpointType: 3, passThrough: true, checkpoints: [] },
      ],
    },
  ],
  /** A VM with as many checkpoints as leave room for one more (C-084). */
  limit: [
    {
      name: 'HV01',
      utcOffsetMinutes: 0,
      vms: [
        {
          ...usual,
          name: 'LOG9',
          state: 'off',
          checkpointType: 3,
          checkpoints: Array.from({ length: 49 }, (_, index) => ({ ageMs: (49 - index) * (day / 2), notes: neverWritten })),
        },
      ],
    },
  ],
  empty: [{ name: 'HV01', utcOffsetMinutes: 0, vms: [] }],
} as const satisfies Record<string, readonly StartHost[]>

export type StartStateId = keyof typeof startStates

/** VMs that VMM keeps in its library, by their names: no host has them (C-086). */
export const startLibraries: Readonly<Partial<Record<StartStateId, readonly string[]>>> = { depth: ['GOLD8'] }
