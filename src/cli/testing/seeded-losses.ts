import { join } from 'node:path'
import { derivedGuid } from '../../foundation/seed.ts'
import { generateCollection, generatedVms, type CollectedVm, type GeneratedJob } from '../../inspection/generate-collection.ts'
import type { DiffRow } from '../../judgement/diff/model.ts'

const times = {
  long: '2026-02-01T00:00:00Z',
  before: '2026-03-01T00:00:00Z',
  between: '2026-03-02T00:00:00Z',
  after: '2026-03-03T00:00:00Z',
} as const

/** Interface, checkpoint, fate, explanation. */
export type SeededRow = readonly [string, string, DiffRow['fate'], string | null]

interface Seed {
  /** The VM as it is afterwards; undefined where it is gone. */
  readonly after: (vm: CollectedVm) => CollectedVm | undefined
  /** What became of its checkpoints, by their place in the list; through both products where none is named. */
  readonly fates: readonly (readonly [place: number, fate: DiffRow['fate'], explanation: string | null, only?: 'hyperv' | 'scvmm'])[]
  /** What VMM has in its history about it. */
  readonly job?: (vm: CollectedVm) => Omit<GeneratedJob, 'id'>
}

const removed =
  (place: number): NonNullable<Seed['job']> =>
  ({ checkpoints }) => ({ cmdlet: 'Remove-SCVMCheckpoint', target: checkpoints[place]!.databaseId, ended: times.between })

const without = (place: number, vm: CollectedVm): CollectedVm => ({ ...vm, checkpoints: vm.checkpoints.toSpliced(place, 1) })
const [first, second, third, last] = [0, 1, 2, 3] as const

/** By the remainder of the VM's number by 40; other VMs keep everything. */
const seeds: Readonly<Record<number, Seed>> = {
  0: { after: (vm) => without(last, vm), fates: [[last, 'lost', null]] },
  7: { after: (vm) => without(last, vm), fates: [[last, 'lost', 'job']], job: removed(last) },
  // The job ended before the first look.
  10: { after: (vm) => without(last, vm), fates: [[last, 'lost', null]], job: (vm) => ({ ...removed(last)(vm), ended: times.long }) },
  13: {
    after: (vm) => ({ ...vm, checkpoints: vm.checkpoints.map((one, place) => (place === first ? { ...one, comment: 'changed' } : one)) }),
    fates: [[first, 'changed', null, 'scvmm']],
  },
  // Its child moves up, as it does in Hyper-V (C-078).
  20: {
    after: (vm) => {
      const { checkpoints } = without(second, vm)
      return { ...vm, checkpoints: checkpoints.with(1, { ...checkpoints[1]!, parent: checkpoints[0]!.id }) }
    },
    fates: [
      [second, 'lost', 'job'],
      [third, 'changed', 'parent-gone'],
    ],
    job: removed(second),
  },
  // One job that names only the VM, and two losses: which of them it was about cannot be told.
  25: {
    after: (vm) => without(2, without(last, vm)),
    fates: [
      [third, 'lost', null],
      [last, 'lost', null],
    ],
    job: ({ databaseId }) => ({ cmdlet: 'Remove-SCVMCheckpoint', target: databaseId, ended: times.between }),
  },
  30: {
    after: () => undefined,
    // VMM lists every VM of its hosts; a host cannot tell a VM that is gone from one that moved away.
    fates: [first, second, third, last].flatMap((place) => [
      [place, 'lost', null, 'scvmm'] as const,
      [place, 'unknown', null, 'hyperv'] as const,
    ]),
  },
  35: {
    after: () => undefined,
    fates: [first, second, third, last].map((place) => [place, 'lost', 'job'] as const),
    job: ({ databaseId }) => ({ cmdlet: 'Remove-SCVirtualMachine', target: databaseId, ended: times.between }),
  },
}

/** Writes `before` and `after` an upgrade of a lab. @returns every row but the survivors, sorted. */
export function seedLosses(folder: string, count: number): readonly SeededRow[] {
  const vms = generatedVms(count, 4)
  const seedOf = (number: number): Seed | undefined => seeds[number % 40]
  const jobs = vms.flatMap((vm, number): readonly GeneratedJob[] => {
    const job = seedOf(number)?.job?.(vm)
    return job === undefined ? [] : [{ id: derivedGuid('job', vm.id), ...job }]
  })
  generateCollection(join(folder, 'before'), { vms, time: times.before })
  generateCollection(join(folder, 'after'), {
    vms: vms.flatMap((vm, number) => seedOf(number)?.after(vm) ?? (seedOf(number) ? [] : [vm])),
    time: times.after,
    jobs,
  })
  return vms.flatMap((vm, number) => rowsOf(vm, seedOf(number))).toSorted()
}

function rowsOf({ checkpoints }: CollectedVm, seed: Seed | undefined): readonly SeededRow[] {
  return (seed?.fates ?? []).flatMap(([place, fate, explanation, only]) =>
    (only === undefined ? (['hyperv', 'scvmm'] as const) : [only]).map((product): SeededRow => [
      `${product}-powershell`,
      checkpoints[place]!.id,
      fate,
      explanation,
    ]),
  )
}
