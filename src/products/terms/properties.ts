import { cell, forms, inWindow, nobodyKnows, type TermRow } from './term.ts'

/** What is written on a checkpoint and where it stands. Facts: semantics.md sections 2.2, 3.1 and 4, powershell-cmdlets.md sections 1.4 and 2.4. */
export const propertyTerms: readonly TermRow[] = [
  {
    concept: 'name',
    definition: 'The name that a user gives or the product makes; not unique.',
    cells: [
      cell('hyperv-wmi', forms('property', ['ElementName']), {
        source: 'MicrosoftDocs/win32 HyperV_v2/msvm-virtualsystemsettingdata',
        mark: 'documented',
        claims: ['C-029'],
      }),
      cell(
        'hyperv-powershell',
        [
          ...forms('property', ['Name']),
          ...forms('parameter', ['Checkpoint-VM -SnapshotName']),
          ...forms('parameter', ['Checkpoint-VM -CheckpointName'], { since: '2016' }),
        ],
        { source: 'windows-powershell-docs Checkpoint-VM', mark: 'documented', claims: ['C-023', 'C-029'] },
      ),
      cell('scvmm-powershell', [...forms('property', ['Name']), ...forms('parameter', ['New-SCVMCheckpoint -Name'])], {
        source: 'cmdlet help VMM 2016',
        mark: 'documented',
        claims: ['C-029'],
      }),
      cell('scvmm-spf', forms('property', ['Name']), { source: 'SPF developer guide dn785076', mark: 'documented', claims: ['C-029'] }),
      cell('scvmm-arc', forms('property', ['name']), { source: 'recorded answer of Azure, 2025', mark: 'observed' }),
    ],
    windows: [
      inWindow('hyperv-manager', forms('ui', ['Name']), { source: 'hyperv-wmi-v2.md section 11', mark: 'inferred' }),
      inWindow('scvmm-console', forms('ui', ['Name']), { source: 'New-SCVMCheckpoint help', mark: 'inferred' }),
    ],
    falseFriends: [
      { text: 'Name', means: 'on Msvm_ComputerSystem the GUID of the VM', source: 'recorded answers of a host of 2026', mark: 'observed' },
    ],
  },
  {
    concept: 'comment',
    definition: "The user's own text about a checkpoint.",
    cells: [
      cell('hyperv-wmi', forms('property', ['Notes']), {
        source: 'MicrosoftDocs/win32 HyperV_v2/msvm-summaryinformation',
        mark: 'documented',
        claims: ['C-056'],
        note: 'An array of strings on the setting data, one string in a summary.',
      }),
      cell('hyperv-powershell', forms('property', ['Notes']), {
        source: 'reflection of module 2.0.0.0',
        mark: 'observed',
        claims: ['C-056'],
        note: 'Readable only: no cmdlet writes it (C-038).',
      }),
      cell(
        'scvmm-powershell',
        [
          ...forms('property', ['Description']),
          ...forms('parameter', ['New-SCVMCheckpoint -Description', 'Set-SCVMCheckpoint -Description']),
        ],
        { source: 'cmdlet help VMM 2016', mark: 'documented', claims: ['C-013', 'C-052'] },
      ),
      cell('scvmm-spf', forms('property', ['Description']), {
        source: 'SPF developer guide dn785076',
        mark: 'documented',
        claims: ['C-013', 'C-052', 'C-103'],
      }),
      cell('scvmm-arc', forms('property', ['description']), { source: 'recorded answer of Azure, 2025', mark: 'observed' }),
    ],
    windows: [
      inWindow('hyperv-manager', forms('ui', ['Notes']), {
        source: 'hyperv-wmi-v2.md section 11',
        mark: 'inferred',
        note: "In the checkpoint's settings; not shown by default (C-014).",
      }),
      inWindow('scvmm-console', forms('ui', ['comment', 'Description']), {
        source: 'seed article; New-SCVMCheckpoint help',
        mark: 'documented',
      }),
    ],
    falseFriends: [
      {
        text: 'Description',
        means: "in WMI a fixed text of the class, 'Snapshot settings for the virtual machine', never the user's",
        source: 'MicrosoftDocs/win32 HyperV_v2/msvm-virtualsystemsettingdata',
        mark: 'documented',
      },
      {
        text: 'Set-VM -Notes',
        means: "the VM's own notes, of which a new snapshot holds a copy (C-057, inferred)",
        source: 'windows-powershell-docs Set-VM',
        mark: 'documented',
      },
    ],
  },
  {
    concept: 'creation time',
    definition: 'When the checkpoint was taken.',
    cells: [
      cell('hyperv-wmi', forms('property', ['CreationTime']), {
        source: 'MicrosoftDocs/win32 HyperV_v2/msvm-virtualsystemsettingdata',
        mark: 'documented',
        claims: ['C-041'],
      }),
      cell('hyperv-powershell', forms('property', ['CreationTime']), {
        source: 'reflection of module 2.0.0.0',
        mark: 'observed',
        claims: ['C-041'],
      }),
      cell('scvmm-powershell', forms('property', ['AddedTime']), {
        source: 'recorded inventories of VMM 2012 R2',
        mark: 'inferred',
        note: "Whether it is the host's CreationTime is open (C-039); of VMs taken into VMM again it is not (observed).",
      }),
      cell('scvmm-spf', forms('property', ['AddedTime']), {
        source: 'SPF developer guide dn785076',
        mark: 'inferred',
        note: 'Edm.DateTime: it states no zone. Whether it is the time of taking is open (C-039).',
      }),
      cell('scvmm-arc', [], { source: 'recorded answer of Azure, 2025', mark: 'observed', note: 'No time at all.' }),
    ],
    windows: [inWindow('hyperv-manager', [], nobodyKnows), inWindow('scvmm-console', [], nobodyKnows)],
    falseFriends: [
      {
        text: 'ModifiedTime',
        means: 'the last refresh of the VM, also where nothing was modified (C-040)',
        source: 'recorded inventories of VMM 2012 R2',
        mark: 'observed',
      },
      {
        text: 'the time in a default name',
        means: 'local time of whoever made it, without a zone (C-032)',
        source: 'recorded inventories of VMM 2012 R2',
        mark: 'observed',
      },
      {
        text: 'InstallDate',
        means: 'on Msvm_ComputerSystem a time of the VM, equal for two VMs in a recording',
        source: 'recorded answers of a host of 2026',
        mark: 'observed',
      },
    ],
  },
]
