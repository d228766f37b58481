import { cell, forms, inWindow, nobodyKnows, type TermRow } from './term.ts'

/** What sort of checkpoint it is and which sort the VM will make. Facts: semantics.md section 2.1. */
export const kindTerms: readonly TermRow[] = [
  {
    concept: 'kind',
    definition: 'Whether a user, a backup, a replica or a planned move made it.',
    cells: [
      cell(
        'hyperv-wmi',
        [
          ...forms('property', ['VirtualSystemType']),
          ...forms('value', ['Microsoft:Hyper-V:Snapshot:Realized', 'Microsoft:Hyper-V:Snapshot:Recovery']),
        ],
        { source: 'MicrosoftDocs/win32 HyperV_v2/msvm-virtualsystemsettingdata', mark: 'documented', claims: ['C-048'] },
      ),
      cell('hyperv-powershell', [...forms('property', ['SnapshotType']), ...forms('value', ['Standard', 'Recovery'])], {
        source: 'windows-powershell-docs Get-VMSnapshot',
        mark: 'documented',
        claims: ['C-048'],
      }),
      cell('scvmm-powershell', [], { source: 'recorded inventories of VMM 2012 R2', mark: 'observed', note: 'No such property.' }),
      cell('scvmm-spf', [], { source: 'SPF developer guide dn785076', mark: 'documented', note: 'No such property.' }),
      cell('scvmm-arc', [], { source: 'recorded answer of Azure, 2025', mark: 'observed', note: 'No such property.' }),
    ],
    windows: [inWindow('hyperv-manager', [], nobodyKnows), inWindow('scvmm-console', [], nobodyKnows)],
    falseFriends: [
      {
        text: 'CheckpointType',
        means: "the VM's setting for future checkpoints (Production, Standard …), not the kind of one that exists (C-048)",
        source: 'windows-powershell-docs Set-VM',
        mark: 'documented',
      },
      {
        text: 'Standard',
        means: 'as SnapshotType what a user made, production checkpoints included (inferred); as CheckpointType one with memory',
        source: 'semantics.md section 2.1',
        mark: 'inferred',
      },
      {
        text: 'SnapshotType',
        means: 'on CreateSnapshot the way of taking it (2 full, 3 disk), not the kind',
        source: 'MicrosoftDocs/win32 createsnapshot',
        mark: 'documented',
      },
    ],
  },
  {
    concept: 'setting of the VM for new checkpoints',
    definition: 'Which way new checkpoints of the VM are taken: not at all, through the guest, or with memory.',
    cells: [
      cell('hyperv-wmi', forms('property', ['UserSnapshotType'], { since: '2016' }), {
        source: 'MicrosoftDocs/win32 HyperV_v2/msvm-virtualsystemsettingdata',
        mark: 'documented',
        claims: ['C-046'],
      }),
      cell(
        'hyperv-powershell',
        [...forms('property', ['CheckpointType'], { since: '2016' }), ...forms('parameter', ['Set-VM -CheckpointType'], { since: '2016' })],
        { source: 'windows-powershell-docs Set-VM', mark: 'documented', claims: ['C-046'] },
      ),
      cell('scvmm-powershell', forms('parameter', ['Set-SCVirtualMachine -CheckpointType'], { since: '2016' }), {
        source: 'cmdlet help VMM 2016',
        mark: 'documented',
        claims: ['C-046'],
      }),
      cell('scvmm-spf', [], nobodyKnows),
      cell('scvmm-arc', forms('property', ['checkpointType']), { source: 'recorded answer of Azure, 2025', mark: 'observed' }),
    ],
    windows: [
      inWindow('hyperv-manager', [], nobodyKnows),
      inWindow('scvmm-console', forms('ui', ['CheckpointType'], { since: '2016' }), {
        source: 'SystemCenterDocs vmm/vm-settings',
        mark: 'documented',
      }),
    ],
    falseFriends: [
      {
        text: 'SnapshotType',
        means: 'the kind of an existing checkpoint',
        source: 'windows-powershell-docs Get-VMSnapshot',
        mark: 'documented',
      },
    ],
  },
]
