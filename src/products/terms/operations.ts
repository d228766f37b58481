import { cell, forms, inWindow, nobodyKnows, type TermRow } from './term.ts'

const noneInArc = { source: 'recorded answers of Azure, 2025', mark: 'unknown' } as const

/** What is done with a checkpoint. Facts: semantics.md sections 2.3, 3.3 and 4, powershell-cmdlets.md sections 1.2 and 2.2, hyperv-wmi-v2.md section 4. */
export const operationTerms: readonly TermRow[] = [
  {
    concept: 'create',
    definition: 'Take a checkpoint of a VM.',
    cells: [
      cell('hyperv-wmi', forms('method', ['CreateSnapshot']), {
        source: 'MicrosoftDocs/win32 createsnapshot',
        mark: 'documented',
        claims: ['C-007'],
      }),
      cell('hyperv-powershell', forms('cmdlet', ['Checkpoint-VM']), {
        source: 'windows-powershell-docs Checkpoint-VM',
        mark: 'documented',
        claims: ['C-021'],
        note: 'There is no New-VMSnapshot and no New-VMCheckpoint.',
      }),
      cell('scvmm-powershell', forms('cmdlet', ['New-SCVMCheckpoint']), { source: 'cmdlet help VMM 2016', mark: 'documented' }),
      cell('scvmm-spf', forms('method', ['POST VMCheckPoints']), {
        source: 'SPF developer guide jj906385, dn785088',
        mark: 'documented',
        claims: ['C-096'],
      }),
      cell('scvmm-arc', [...forms('method', ['createCheckpoint']), ...forms('cmdlet', ['New-AzScVmmVMCheckpoint'])], {
        source: 'recorded answers of Azure, 2025',
        mark: 'observed',
      }),
    ],
    windows: [
      inWindow('hyperv-manager', [...forms('ui', ['Snapshot'], { until: '2012' }), ...forms('ui', ['Checkpoint'], { since: '2012 R2' })], {
        source: 'Checkpoints and Snapshots Overview, dn818483',
        mark: 'documented',
      }),
      inWindow('scvmm-console', [], nobodyKnows),
    ],
    falseFriends: [
      {
        text: 'Checkpoint-Computer',
        means: 'a restore point of the operating system, not of a VM',
        source: 'windows-powershell-docs Checkpoint-Computer',
        mark: 'documented',
      },
    ],
  },
  {
    concept: 'apply',
    definition: 'Bring the VM back to a checkpoint; all checkpoints stay.',
    cells: [
      cell('hyperv-wmi', forms('method', ['ApplySnapshot']), { source: 'MicrosoftDocs/win32 applysnapshot', mark: 'documented' }),
      cell(
        'hyperv-powershell',
        [...forms('cmdlet', ['Restore-VMSnapshot']), ...forms('cmdlet', ['Restore-VMCheckpoint'], { since: '2016' })],
        { source: 'windows-powershell-docs Restore-VMSnapshot', mark: 'documented', claims: ['C-021'] },
      ),
      cell('scvmm-powershell', forms('cmdlet', ['Restore-SCVMCheckpoint']), { source: 'cmdlet help VMM 2016', mark: 'documented' }),
      cell('scvmm-spf', [...forms('property', ['VMCheckPointAction']), ...forms('value', ['Restore'])], {
        source: 'SPF developer guide dn458374',
        mark: 'documented',
      }),
      cell('scvmm-arc', [], noneInArc),
    ],
    windows: [
      inWindow('hyperv-manager', forms('ui', ['Apply', 'Create Checkpoint and Apply']), {
        source: 'Using checkpoints',
        mark: 'documented',
      }),
      inWindow('scvmm-console', [], nobodyKnows),
    ],
    falseFriends: [
      {
        text: 'Revert',
        means: 'back to the current position, not to any checkpoint',
        source: 'hyperv-wmi-v2.md section 11',
        mark: 'inferred',
      },
    ],
  },
  {
    concept: 'delete',
    definition: 'Remove one checkpoint and merge its disks; its children stay.',
    cells: [
      cell('hyperv-wmi', forms('method', ['DestroySnapshot']), {
        source: 'MicrosoftDocs/win32 destroysnapshot',
        mark: 'documented',
        claims: ['C-017'],
      }),
      cell(
        'hyperv-powershell',
        [...forms('cmdlet', ['Remove-VMSnapshot']), ...forms('cmdlet', ['Remove-VMCheckpoint'], { since: '2016' })],
        { source: 'windows-powershell-docs Remove-VMSnapshot', mark: 'documented', claims: ['C-021'] },
      ),
      cell('scvmm-powershell', forms('cmdlet', ['Remove-SCVMCheckpoint']), {
        source: 'cmdlet help VMM 2016',
        mark: 'documented',
        note: 'The help speaks of the VMM database only (C-080).',
      }),
      cell('scvmm-spf', forms('method', ['DELETE VMCheckPoints(…)']), {
        source: 'SPF developer guide dn458376',
        mark: 'documented',
        claims: ['C-099'],
      }),
      cell('scvmm-arc', [...forms('method', ['deleteCheckpoint']), ...forms('cmdlet', ['Remove-AzScVmmVMCheckpoint'])], {
        source: 'recorded answers of Azure, 2025',
        mark: 'observed',
      }),
    ],
    windows: [
      inWindow('hyperv-manager', forms('ui', ['Delete Checkpoint'], { since: '2012 R2' }), {
        source: 'hyperv-wmi-v2.md section 11',
        mark: 'inferred',
      }),
      inWindow('scvmm-console', [], nobodyKnows),
    ],
    falseFriends: [],
  },
  {
    concept: 'delete the subtree',
    definition: 'Remove a checkpoint and all below it.',
    cells: [
      cell('hyperv-wmi', forms('method', ['DestroySnapshotTree']), { source: 'MicrosoftDocs/win32 HyperV_v2', mark: 'documented' }),
      cell(
        'hyperv-powershell',
        [...forms('parameter', ['-IncludeAllChildSnapshots']), ...forms('parameter', ['-IncludeAllChildCheckpoints'], { since: '2016' })],
        { source: 'windows-powershell-docs Remove-VMSnapshot', mark: 'documented', claims: ['C-023'] },
      ),
      cell('scvmm-powershell', [], { source: 'cmdlet help VMM 2016', mark: 'documented', note: 'Not possible (C-079).' }),
      cell('scvmm-spf', [], { source: 'SPF developer guide', mark: 'unknown', note: 'No action for it was found.' }),
      cell('scvmm-arc', [], noneInArc),
    ],
    windows: [
      inWindow('hyperv-manager', forms('ui', ['Delete Checkpoint Subtree'], { since: '2012 R2' }), {
        source: 'Using checkpoints',
        mark: 'documented',
      }),
      inWindow('scvmm-console', [], nobodyKnows),
    ],
    falseFriends: [],
  },
]
