import type { Fault } from './fault.ts'
import { anybody, cells, corruption, hyperV, scvmm } from './fault.ts'
import { isMadeThrough, isRefreshed } from './reshape.ts'

export const visibilityFaults = {
  'hidden-checkpoint': corruption({
    title: 'Checkpoints of VMM missing in WMI',
    corrupts: [
      ...cells(['visibility', 'disks'], scvmm, hyperV),
      // What is counted and listed is counted and listed without them.
      ...cells('limit', scvmm, [...hyperV, ...scvmm]),
      ...cells('identity', hyperV, hyperV),
    ],
    meaning:
      'WMI leaves out of every enumeration, Get and association the checkpoints that were created through VMM, so that a VM has more disks than its tree explains.',
    effects: { hostCheckpoints: (all) => all.filter(({ createdThrough }) => createdThrough !== 'vmm') },
  }),
  'only-newest-found': corruption({
    title: 'VMM finds only the newest',
    corrupts: cells('visibility', hyperV, scvmm),
    meaning: 'Of the checkpoints that were made on the host, the VMM server shows the newest only.',
    effects: {
      vmmCheckpoints: (rows, _vm, world) => {
        const newest = rows.findLast((row) => isMadeThrough('hyper-v', row, world))
        return rows.filter((row) => row === newest || !isMadeThrough('hyper-v', row, world))
      },
    },
  }),
  'only-roots-found': corruption({
    title: 'VMM finds only roots',
    corrupts: cells('visibility', hyperV, scvmm),
    meaning: 'Of the checkpoints that were made on the host, the VMM server shows those that hang from no other.',
    effects: {
      vmmCheckpoints: (rows, { vmId }, world) =>
        rows.filter((row) => row.parentCheckpointId === vmId || !isMadeThrough('hyper-v', row, world)),
    },
  }),
  'own-lost-on-refresh': corruption({
    title: 'A refresh hides what VMM made itself',
    corrupts: cells('visibility', scvmm, scvmm),
    meaning: 'After the next refresh the VMM server no longer shows the checkpoints that it made itself.',
    effects: {
      vmmCheckpoints: (rows, _vm, world) => rows.filter((row) => !isRefreshed(row) || !isMadeThrough('vmm', row, world)),
    },
  }),
  'removed-still-listed': corruption({
    title: 'A removed checkpoint stays in VMM for ever',
    corrupts: cells('visibility', hyperV, scvmm),
    meaning: 'The refresh of the VMM server never drops the row of a checkpoint that was removed on the host.',
    effects: { vmmForgets: () => false },
  }),
  'namesakes-merged': corruption({
    title: 'One row for two of the same name',
    corrupts: cells(['visibility', 'name'], hyperV, scvmm),
    meaning: 'Of several checkpoints of a VM that were made on the host under one name, the VMM server shows the first.',
    effects: {
      vmmCheckpoints: (rows, _vm, world) =>
        rows.filter((row, index) => !isMadeThrough('hyper-v', row, world) || rows.findIndex(({ name }) => name === row.name) === index),
    },
  }),
  'later-hidden-by-restore': corruption({
    title: 'A restore hides what was made later',
    corrupts: [...cells('visibility', anybody, hyperV), ...cells('visibility', hyperV, scvmm)],
    meaning: 'WMI shows no checkpoint that is newer than the one that the VM stands on, so that VMM lists what the host does not.',
    effects: {
      hostCheckpoints: (all, world) => {
        const position = all[0] && world.vm(all[0].vm)?.position
        const standing = all.find(({ id }) => id === position)
        return standing === undefined ? all : all.filter(({ createdAt }) => createdAt <= standing.createdAt)
      },
    },
  }),
} as const satisfies Record<string, Fault>
