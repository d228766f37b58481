import { cell, forms, inWindow, nobodyKnows, type TermRow } from './term.ts'

const noneInArc = { source: 'recorded answers of Azure, 2025', mark: 'unknown' } as const

/** What can be changed on an existing checkpoint. Facts: semantics.md sections 2.2 and 3.3. */
export const changeTerms: readonly TermRow[] = [
  {
    concept: 'rename',
    definition: 'Give a checkpoint another name.',
    cells: [
      cell('hyperv-wmi', forms('method', ['ModifySystemSettings']), {
        source: 'go-wsman against a real host; os-win',
        mark: 'observed',
        claims: ['C-029'],
        note: 'The same method as for notes.',
      }),
      cell(
        'hyperv-powershell',
        [...forms('cmdlet', ['Rename-VMSnapshot']), ...forms('cmdlet', ['Rename-VMCheckpoint'], { since: '2016' })],
        { source: 'windows-powershell-docs Rename-VMSnapshot', mark: 'documented', claims: ['C-021'] },
      ),
      cell('scvmm-powershell', forms('parameter', ['Set-SCVMCheckpoint -Name']), {
        source: 'cmdlet help VMM 2016',
        mark: 'documented',
        note: 'Whether it renames on the host is open (C-037).',
      }),
      cell('scvmm-spf', forms('method', ['PUT', 'MERGE']), {
        source: 'SPF developer guide jj906385, mt741993',
        mark: 'documented',
        note: 'PUT resets what is left out.',
      }),
      cell('scvmm-arc', [], noneInArc),
    ],
    windows: [
      inWindow('hyperv-manager', forms('ui', ['Rename']), { source: 'hyperv-wmi-v2.md section 11', mark: 'inferred' }),
      inWindow('scvmm-console', [], nobodyKnows),
    ],
    falseFriends: [],
  },
  {
    concept: 'write the comment later',
    definition: "Change the user's text of an existing checkpoint.",
    cells: [
      cell('hyperv-wmi', forms('method', ['ModifySystemSettings']), {
        source: 'hyperv-wmi-v2.md section 4',
        mark: 'inferred',
        claims: ['C-056'],
        note: 'Documented for settings; no public test writes the notes of a checkpoint.',
      }),
      cell('hyperv-powershell', [], {
        source: 'windows-powershell-docs; reflection of module 2.0.0.0',
        mark: 'documented',
        note: 'Not possible (C-038).',
      }),
      cell('scvmm-powershell', forms('parameter', ['Set-SCVMCheckpoint -Description']), {
        source: 'cmdlet help VMM 2016',
        mark: 'documented',
        claims: ['C-052'],
      }),
      cell('scvmm-spf', forms('method', ['PUT', 'MERGE']), {
        source: 'SPF developer guide jj906385, mt741993',
        mark: 'documented',
        claims: ['C-052'],
      }),
      cell('scvmm-arc', [], noneInArc),
    ],
    windows: [inWindow('hyperv-manager', [], nobodyKnows), inWindow('scvmm-console', [], nobodyKnows)],
    falseFriends: [],
  },
]
