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
  empty: [{ name: 'HV01', utcOffsetMinutes: 0, vms: [] }],
} as const satisfies Record<string, readonly StartHost[]>

export type StartStateId = keyof typeof startStates
