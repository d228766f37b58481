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
  'time-is-of-vm': corruption({
    title: "CreationTime is the VM's",
    corrupts: cells('time', anybody, hyperV),
    meaning: 'WMI shows as the CreationTime of a checkpoint that of its VM.',
    effects: eachOnHost(({ vm }, world) => ({ createdAt: world.vm(vm)!.createdAt })),
  }),
} as const satisfies Record<string, Fault>
