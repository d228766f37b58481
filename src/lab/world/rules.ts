import type { Mark } from '../../products/mark.ts'

/** One thing that the world does where another answer was thinkable, with what is known about it. */
export interface Rule<Value> {
  readonly value: Value
  readonly mark: Mark
  readonly source: string
}

const durationsUnknown = 'no recording gives durations'

/** How the world behaves. LIMITS.md is generated from this and from `refusals`. */
export const worldRules = {
  checkpointsPerVm: { value: 50, mark: 'documented', source: 'semantics.md section 2.4' },
  nameLength: { value: 100, mark: 'documented', source: 'semantics.md section 2.2' },
  newCheckpointCopiesNotes: { value: true, mark: 'inferred', source: 'semantics.md section 2.2; ws-man.md section 7' },
  destroyKeepsChildren: { value: true, mark: 'inferred', source: 'semantics.md section 2.3, delete one' },
  /** Milliseconds. */
  createDuration: { value: 2_000, mark: 'assumed', source: durationsUnknown },
  applyDuration: { value: 3_000, mark: 'assumed', source: durationsUnknown },
  destroyDuration: { value: 2_500, mark: 'assumed', source: durationsUnknown },
  modifyDuration: { value: 200, mark: 'assumed', source: durationsUnknown },
  /** The background merge goes on after the job of the removal has ended (C-081); how long is a matter of the disks' size. */
  mergeDuration: { value: 20_000, mark: 'assumed', source: durationsUnknown },
  stateDuration: { value: 1_500, mark: 'assumed', source: durationsUnknown },
  jobKept: { value: 300_000, mark: 'documented', source: 'hyperv-wmi-v2.md section 5, TimeBeforeRemoval' },
} as const satisfies Record<string, Rule<unknown>>
