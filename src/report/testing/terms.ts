import type { TermRow } from '../model/input.ts'

/** Some rows of the terminology table, as data for sample reports. */
export const sampleTerms: readonly TermRow[] = [
  {
    concept: 'the object',
    definition: 'A point in time of one VM to which it can be taken back.',
    cells: [
      {
        interface: 'hyperv-wmi',
        words: ['Snapshot', 'Msvm_VirtualSystemSettingData'],
        source: 'Hyper-V WMI provider (v2)',
        mark: 'documented',
        confirmedByClaims: ['C-056'],
      },
      { interface: 'scvmm-spf', words: ['VMCheckPoint'], source: 'SPF reference', mark: 'documented', confirmedByClaims: ['C-052'] },
    ],
  },
  {
    concept: 'the comment',
    definition: 'Free text that a person attaches to it.',
    cells: [
      {
        interface: 'hyperv-wmi',
        words: ['Notes'],
        source: 'Msvm_VirtualSystemSettingData',
        mark: 'documented',
        confirmedByClaims: ['C-056'],
      },
      { interface: 'scvmm-spf', words: ['Description'], source: 'SPF reference', mark: 'documented', confirmedByClaims: ['C-052'] },
    ],
  },
  {
    concept: 'undoing the VM to it',
    definition: 'The VM becomes what it was then.',
    cells: [
      {
        interface: 'hyperv-wmi',
        words: ['ApplySnapshot'],
        source: 'Msvm_VirtualSystemSnapshotService',
        mark: 'documented',
        confirmedByClaims: [],
      },
      { interface: 'scvmm-spf', words: [], source: 'SPF reference', mark: 'unknown', confirmedByClaims: [] },
    ],
  },
]
