import type { TermCell, TermRow } from '../model/input.ts'

const cell = (
  id: TermCell['interface'],
  kind: string,
  words: readonly string[],
  source: string,
  claims: readonly string[] = [],
): TermCell => ({
  interface: id,
  words,
  forms: words.map((text) => ({ kind, text, since: '2012' })),
  source,
  mark: words.length === 0 ? 'unknown' : 'documented',
  confirmedByClaims: claims,
})

/** Some rows of the terminology table, as data for sample reports. */
export const sampleTerms: readonly TermRow[] = [
  {
    concept: 'the object',
    definition: 'A point in time of one VM to which it can be taken back.',
    cells: [
      cell('hyperv-wmi', 'class', ['Msvm_SnapshotOfVirtualSystem', 'Msvm_VirtualSystemSettingData'], 'Hyper-V WMI provider (v2)', [
        'C-056',
      ]),
      cell('scvmm-spf', 'entity', ['VMCheckPoint'], 'SPF reference', ['C-052']),
    ],
    windows: [
      {
        window: 'hyperv-manager',
        words: ['Snapshot', 'Checkpoint'],
        forms: [
          { kind: 'ui', text: 'Snapshot', since: '2008', until: '2012' },
          { kind: 'ui', text: 'Checkpoint', since: '2012 R2' },
        ],
        source: 'Checkpoints and Snapshots Overview',
        mark: 'documented',
        note: 'Renamed to match SCVMM.',
      },
    ],
    falseFriends: [
      {
        text: 'Get-ClusterCheckpoint',
        means: 'a registry checkpoint of a cluster resource',
        source: 'FailoverClusters',
        mark: 'documented',
      },
    ],
  },
  {
    concept: 'the comment',
    definition: 'Free text that a person attaches to it.',
    cells: [
      cell('hyperv-wmi', 'property', ['Notes'], 'Msvm_VirtualSystemSettingData', ['C-056']),
      cell('scvmm-spf', 'property', ['Description'], 'SPF reference', ['C-052']),
    ],
    windows: [],
    falseFriends: [],
  },
  {
    concept: 'undoing the VM to it',
    definition: 'The VM becomes what it was then.',
    cells: [
      cell('hyperv-wmi', 'method', ['ApplySnapshot'], 'Msvm_VirtualSystemSnapshotService'),
      cell('scvmm-spf', 'method', [], 'SPF reference'),
    ],
    windows: [],
    falseFriends: [],
  },
]
