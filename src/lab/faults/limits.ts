import type { Fault } from './fault.ts'
import { cells, corruption, hyperV, scvmm } from './fault.ts'

/** A limit is judged where somebody asks for more: in the eyes of the interface that asked. */
const asked = [...cells('limit', hyperV, hyperV), ...cells('limit', scvmm, scvmm)]

export const limitFaults = {
  'limit-lowered': corruption({
    title: 'Forty-nine checkpoints and not one more',
    corrupts: asked,
    meaning: 'The host refuses the fiftieth checkpoint of a VM.',
    effects: { hostRefuses: (reason, count) => reason ?? (count >= 49 ? 'checkpoint-limit' : undefined) },
  }),
  'limit-ignored': corruption({
    title: 'A fifty-first checkpoint',
    // Made on the host, it is recorded only: the documents give the limit and not the error (C-084).
    corrupts: cells('limit', scvmm, scvmm),
    meaning: 'The host makes as many checkpoints of a VM as it is asked for.',
    effects: { hostRefuses: (reason) => (reason === 'checkpoint-limit' ? undefined : reason) },
  }),
  'pass-through-taken': corruption({
    title: 'A checkpoint without the disk that cannot be frozen',
    corrupts: asked,
    meaning: 'The host makes a checkpoint of a VM with a pass-through disk.',
    effects: { hostRefuses: (reason) => (reason === 'pass-through-disk' ? undefined : reason) },
  }),
  'failed-create-leaves-row': corruption({
    title: 'A row for a checkpoint that was never made',
    corrupts: [...cells('limit', scvmm, scvmm), ...cells('visibility', hyperV, scvmm)],
    meaning: 'The VMM server keeps a row of a checkpoint whose making was refused or failed, so that it lists what the host does not.',
    effects: { vmmLeaves: (_left, wanted) => wanted },
  }),
} as const satisfies Record<string, Fault>
