import type { Fault } from './fault.ts'
import { anybody, cells, corruption, hyperV, scvmm } from './fault.ts'
import { eachOnHost } from './reshape.ts'

/** What becomes of the machine itself: its state, its disks, its settings. */
export const machineFaults = {
  'memory-not-held': corruption({
    title: 'A standard checkpoint without its memory',
    corrupts: [...cells('kind', anybody, hyperV), ...cells('state', hyperV, hyperV)],
    meaning: 'WMI shows every checkpoint as one that holds no saved state.',
    effects: eachOnHost(() => ({ savedState: false })),
  }),
  'saved-shown-off': corruption({
    title: 'A VM that was put back to its memory shown as off',
    corrupts: cells('state', anybody, hyperV),
    meaning: 'WMI shows a saved VM as one that is off.',
    effects: { hostVm: (vm) => (vm.state === 'saved' ? { ...vm, state: 'off' } : vm) },
  }),
  'merging-not-shown': corruption({
    title: 'A merge that nobody is told of',
    corrupts: cells('state', anybody, hyperV),
    meaning: 'WMI shows a VM whose disks are still merged as one that has nothing to do.',
    effects: { hostVm: (vm) => ({ ...vm, mergingUntil: null }) },
  }),
  'type-shown-standard': corruption({
    title: 'Production shown as standard',
    corrupts: [...cells('kind', anybody, hyperV), ...cells('state', anybody, anybody)],
    meaning:
      'WMI shows the UserSnapshotType of a VM that takes production checkpoints as that of standard ones, which promises a memory that no apply brings back.',
    effects: { hostVm: (vm) => (vm.checkpointType === 3 ? { ...vm, checkpointType: 5 } : vm) },
  }),
  'disk-left-out': corruption({
    title: 'The second disk left out',
    corrupts: cells('disks', anybody, hyperV),
    meaning: 'WMI shows the first disk of a checkpoint only.',
    effects: eachOnHost(({ disks }) => ({ disks: disks.slice(0, 1) })),
  }),
  'disks-not-restored': corruption({
    title: 'An apply that leaves the data as it was',
    corrupts: [...cells('disks', hyperV, hyperV), ...cells('disks', scvmm, scvmm)],
    meaning: 'An apply puts back everything but the disks of the VM.',
    effects: { hostApplied: (vm, { disks }) => ({ ...vm, disks }) },
  }),
  'configuration-misnamed': corruption({
    title: 'A configuration file that is not its own',
    corrupts: cells('disks', anybody, hyperV),
    meaning: 'WMI shows the configuration file of the VM as that of each of its checkpoints.',
    effects: { settingsRow: (row, { vm }) => ({ ...row, ConfigurationFile: `Virtual Machines\\${vm}.vmcx` }) },
  }),
} as const satisfies Record<string, Fault>
