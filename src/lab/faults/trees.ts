import { zeroGuid } from '../../checkpoint/guid.ts'
import type { Fault } from './fault.ts'
import { anybody, cells, corruption, hyperV, scvmm } from './fault.ts'
import { eachOnHost } from './reshape.ts'

export const treeFaults = {
  'parent-lost': corruption({
    title: 'Every checkpoint a root',
    corrupts: cells('parent', anybody, scvmm),
    meaning: 'The VMM server shows the GUID of the VM as ParentCheckpointID of every checkpoint.',
    effects: { vmmCheckpoints: (rows, { vmId }) => rows.map((row) => ({ ...row, parentCheckpointId: vmId })) },
  }),
  'parent-is-grandparent': corruption({
    title: 'Each checkpoint one level too high',
    corrupts: cells(['parent', 'disks'], anybody, hyperV),
    meaning: 'WMI shows as the Parent of a checkpoint the parent of its parent, so that the chain of disks does not fit the tree.',
    effects: eachOnHost(({ parent }, world) => ({ parent: (parent && world.checkpoint(parent)?.parent) ?? null })),
  }),
  'siblings-chained': corruption({
    title: 'A branched tree shown as a chain',
    corrupts: cells('parent', anybody, scvmm),
    meaning: 'The VMM server shows as the parent of a checkpoint whichever was made before it.',
    effects: {
      vmmCheckpoints: (rows, { vmId }) =>
        rows.map((row, index) => ({ ...row, parentCheckpointId: index === 0 ? vmId : rows[index - 1]!.checkpointId })),
    },
  }),
  'root-is-zero': corruption({
    title: 'The zero GUID as the parent of a root',
    corrupts: cells('parent', anybody, scvmm),
    meaning: "The VMM server shows the zero GUID where the ParentCheckpointID of a root holds the VM's own.",
    effects: {
      vmmCheckpoints: (rows, { vmId }) =>
        rows.map((row) => (row.parentCheckpointId === vmId ? { ...row, parentCheckpointId: zeroGuid } : row)),
    },
  }),
  'children-removed-too': corruption({
    title: 'A removed checkpoint takes its children along',
    // What VMM removes it takes out of its own rows, so that its own parents stay as it knows them.
    corrupts: [...cells('visibility', anybody, anybody), ...cells('parent', hyperV, anybody), ...cells('parent', scvmm, hyperV)],
    meaning: 'The host removes with a checkpoint those that hang directly below it.',
    effects: { hostRemoves: (doomed, childrenOf) => [...doomed.flatMap(({ id }) => childrenOf(id)), ...doomed] },
  }),
  'order-reversed': corruption({
    title: 'Newest first',
    corrupts: cells('order', anybody, scvmm),
    meaning: 'The VMM server lists the checkpoints of a VM from the newest to the oldest.',
    effects: { vmmCheckpoints: (rows) => rows.toReversed() },
  }),
  'position-one-behind': corruption({
    title: 'LastRestoredCheckpointID one checkpoint behind',
    corrupts: cells('position', anybody, scvmm),
    meaning: 'The VMM server shows as the position of a VM the parent of the checkpoint that it stands on.',
    effects: {
      vmmVm: (vm, world) => ({ ...vm, lastRestoredCheckpointId: world.checkpoint(vm.lastRestoredCheckpointId)?.parent ?? vm.vmId }),
    },
  }),
  'position-is-newest': corruption({
    title: 'The newest checkpoint as the position after a restore',
    corrupts: cells('position', anybody, hyperV),
    meaning: 'WMI shows the newest checkpoint as the one that the VM stands on, whatever was restored.',
    effects: { hostVm: (vm, world) => ({ ...vm, position: world.checkpointsOf(vm.id).at(-1)?.id ?? null }) },
  }),
} as const satisfies Record<string, Fault>
