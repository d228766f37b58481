import type { Fault } from './fault.ts'
import { anybody, cells, corruption, hyperV, scvmm } from './fault.ts'
import { eachInVmm, eachOnHost } from './reshape.ts'

export const timeFaults = {
  'time-is-of-refresh': corruption({
    title: 'AddedTime moves with every refresh',
    corrupts: cells('time', anybody, scvmm),
    meaning: 'The VMM server shows the time of the last refresh as AddedTime.',
    effects: eachInVmm(({ modifiedTime }) => ({ addedTime: modifiedTime })),
  }),
  'time-is-local': corruption({
    title: 'CreationTime off by a zone',
    corrupts: cells('time', anybody, hyperV),
    meaning: 'WMI shows the CreationTime of a checkpoint seven hours late: the time of another zone, marked as that of the host.',
    effects: eachOnHost(({ createdAt }) => ({ createdAt: createdAt + 7 * 3_600_000 })),
  }),
  'time-is-of-vm': corruption({
    title: "CreationTime is the VM's",
    corrupts: cells('time', anybody, hyperV),
    meaning: 'WMI shows as the CreationTime of a checkpoint that of its VM.',
    effects: eachOnHost(({ vm }, world) => ({ createdAt: world.vm(vm)!.createdAt })),
  }),
} as const satisfies Record<string, Fault>
