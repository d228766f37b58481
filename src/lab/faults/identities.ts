import { parseGuid } from '../../checkpoint/guid.ts'
import { derivedGuid } from '../../foundation/seed.ts'
import type { VmmCheckpoint } from '../vmm/model.ts'
import type { Fault } from './fault.ts'
import { anybody, cells, corruption, hyperV, scvmm } from './fault.ts'
import { eachFound, eachInVmm, isRefreshed } from './reshape.ts'

export const identityFaults = {
  'identity-differs': corruption({
    title: 'VMM has a CheckpointID of its own',
    corrupts: [...cells(['identity', 'visibility', 'name'], hyperV, scvmm), ...cells(['parent', 'position'], scvmm, scvmm)],
    meaning:
      'The VMM server shows its own ID as the CheckpointID of what it found on the host, so that nothing names the same object there; ' +
      'what hangs below one or stands on one points at nothing, and a rename reaches a stranger.',
    effects: eachFound(({ id }) => ({ checkpointId: parseGuid(id)! })),
  }),
  'database-id-shared': corruption({
    title: 'ID is the CheckpointID',
    corrupts: cells('identity', hyperV, scvmm),
    meaning: 'The VMM server shows the Hyper-V GUID of a checkpoint that it found as its ID too.',
    effects: eachFound(({ checkpointId }) => ({ id: checkpointId.toLowerCase() })),
  }),
  'database-id-changes': corruption({
    title: 'Another ID after each refresh',
    corrupts: cells('identity', anybody, scvmm),
    meaning: 'Each refresh of the VMM server gives the checkpoints of a VM a new ID.',
    effects: eachInVmm((row) => (isRefreshed(row) ? { id: otherId(row, row.modifiedTime) } : {})),
  }),
  'row-doubled': corruption({
    title: 'Every checkpoint listed twice',
    corrupts: [...cells('identity', anybody, scvmm), ...cells('name', hyperV, scvmm), ...cells('parent', scvmm, scvmm)],
    meaning: 'The VMM server shows two rows for each checkpoint, under two IDs: a rename leaves two, and a tree with one twice is none.',
    effects: { vmmCheckpoints: (rows) => rows.flatMap((row) => [row, { ...row, id: otherId(row, 'second row') }]) },
  }),
  'vm-identity-lost': corruption({
    title: 'VirtualSystemIdentifier is the GUID of the checkpoint',
    corrupts: cells('identity', anybody, hyperV),
    meaning: 'WMI shows, as the machine to which a checkpoint belongs, the checkpoint itself.',
    effects: { settingsRow: (row, { id }) => ({ ...row, VirtualSystemIdentifier: id }) },
  }),
} as const satisfies Record<string, Fault>

function otherId({ id }: VmmCheckpoint, ...parts: readonly (string | number)[]): string {
  return derivedGuid(id, ...parts).toLowerCase()
}
