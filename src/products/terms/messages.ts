import { cell, forms, inWindow, nobodyKnows, type TermRow } from './term.ts'

const noText = { source: 'no sample seen', mark: 'unknown' } as const

/** Words that errors use. For people to read: texts are localised and nothing is ever matched by them. Facts: semantics.md sections 1, 2.4 and 3.6. */
export const messageTerms: readonly TermRow[] = [
  {
    concept: 'error: not found',
    definition: 'No checkpoint of that name or id.',
    cells: [
      cell('hyperv-wmi', [], noText),
      cell('hyperv-powershell', forms('message', ['Unable to find a snapshot matching the given criteria.']), {
        source: 'canonical/multipass issue 3748',
        mark: 'observed',
        claims: ['C-022'],
        note: 'Also when it was called by its alias Get-VMCheckpoint; the activity is Get-VMSnapshot.',
      }),
      cell('scvmm-powershell', [], noText),
      cell('scvmm-spf', [], noText),
      cell('scvmm-arc', [], noText),
    ],
    windows: [inWindow('hyperv-manager', [], nobodyKnows), inWindow('scvmm-console', [], nobodyKnows)],
    falseFriends: [],
  },
  {
    concept: 'error: checkpoints are switched off',
    definition: 'The VM allows no checkpoints.',
    cells: [
      cell('hyperv-wmi', [], noText),
      cell(
        'hyperv-powershell',
        forms('message', ["Checkpoint operation for '<vm>' failed.", 'Checkpoints have been disabled.'], { since: '2016' }),
        { source: 'hashicorp/vagrant issue 9977', mark: 'observed' },
      ),
      cell('scvmm-powershell', [], noText),
      cell('scvmm-spf', [], noText),
      cell('scvmm-arc', [], noText),
    ],
    windows: [inWindow('hyperv-manager', [], nobodyKnows), inWindow('scvmm-console', [], nobodyKnows)],
    falseFriends: [],
  },
  {
    concept: 'error: the state of the VM forbids it',
    definition: 'The VM must be in another state first.',
    cells: [
      cell('hyperv-wmi', forms('value', ['32775']), {
        source: 'go-wsman against a real host',
        mark: 'observed',
        note: 'ApplySnapshot on a running VM.',
      }),
      cell('hyperv-powershell', [], noText),
      cell('scvmm-powershell', forms('value', ['1730']), { source: 'release notes VMM 2016', mark: 'documented' }),
      cell('scvmm-spf', [], noText),
      cell('scvmm-arc', [], noText),
    ],
    windows: [inWindow('hyperv-manager', [], nobodyKnows), inWindow('scvmm-console', [], nobodyKnows)],
    falseFriends: [],
  },
  {
    concept: 'error: locked by another job',
    definition: 'Another job works on the same VM.',
    cells: [
      cell('hyperv-wmi', forms('value', ['32774', '32775']), {
        source: 'MicrosoftDocs/win32 return codes; go-wsman',
        mark: 'documented',
        note: 'System in use; a destroy that was started before another had ended answered 32775 (observed).',
      }),
      cell('hyperv-powershell', [], noText),
      cell('scvmm-powershell', forms('value', ['2606']), { source: 'Microsoft support, error 2606', mark: 'documented' }),
      cell('scvmm-spf', [], noText),
      cell('scvmm-arc', [], noText),
    ],
    windows: [inWindow('hyperv-manager', [], nobodyKnows), inWindow('scvmm-console', [], nobodyKnows)],
    falseFriends: [],
  },
  {
    concept: 'error: disk cannot be edited',
    definition: 'A disk of a VM with checkpoints is not to be changed.',
    cells: [
      cell('hyperv-wmi', [], noText),
      cell('hyperv-powershell', [], noText),
      cell('scvmm-powershell', [], noText),
      cell('scvmm-spf', [], noText),
      cell('scvmm-arc', [], noText),
    ],
    windows: [
      inWindow('hyperv-manager', forms('message', ['Edit is not available because checkpoints exist for this virtual machine.']), {
        source: 'Microsoft support, settings of a VM',
        mark: 'documented',
      }),
      inWindow('scvmm-console', [], nobodyKnows),
    ],
    falseFriends: [],
  },
]
