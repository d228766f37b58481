import type { Fault } from './fault.ts'
import { anybody, everybody, cells, corruption, hyperV, scvmm } from './fault.ts'
import { eachOnHost } from './reshape.ts'

export const wordFaults = {
  'kind-is-recovery': corruption({
    title: 'A checkpoint of a user shown as a recovery checkpoint',
    corrupts: cells('kind', anybody, hyperV),
    meaning: 'WMI shows the VirtualSystemType of a backup as that of every checkpoint.',
    effects: eachOnHost(() => ({ kind: 'Recovery' })),
  }),
  'shown-as-vm': corruption({
    title: 'VirtualSystemType of a machine',
    corrupts: [...cells('kind', anybody, hyperV), ...cells('terminology', everybody, hyperV), ...cells('terminology', hyperV, scvmm)],
    meaning: 'WMI shows the VirtualSystemType of a running machine as that of every checkpoint, so that nothing there says snapshot.',
    effects: { settingsRow: (row) => ({ ...row, VirtualSystemType: 'Microsoft:Hyper-V:System:Realized' }) },
  }),
  'entity-renamed': corruption({
    title: "The entity has the other product's word",
    corrupts: [...cells('terminology', everybody, scvmm), ...cells('terminology', scvmm, hyperV)],
    meaning: 'Service Provider Foundation calls the type of a checkpoint VMM.VMSnapshot.',
    effects: { spfCheckpoint: (entity) => ({ ...entity, type: 'VMM.VMSnapshot' }) },
  }),
  'entity-misspelt': corruption({
    title: 'The entity with a small p',
    corrupts: cells('terminology', everybody, scvmm),
    meaning: 'Service Provider Foundation calls the type of a checkpoint VMM.VMCheckpoint.',
    effects: { spfCheckpoint: (entity) => ({ ...entity, type: 'VMM.VMCheckpoint' }) },
  }),
} as const satisfies Record<string, Fault>
