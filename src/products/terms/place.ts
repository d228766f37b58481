import { cell, forms, inWindow, nobodyKnows, type TermRow } from './term.ts'

/** Where a checkpoint and its VM stand. Facts: semantics.md sections 2.2 and 3.1. */
export const placeTerms: readonly TermRow[] = [
  {
    concept: 'parent',
    definition: 'The checkpoint from which this one goes on.',
    cells: [
      cell('hyperv-wmi', forms('property', ['Parent']), {
        source: 'MicrosoftDocs/win32 HyperV_v2/msvm-virtualsystemsettingdata',
        mark: 'documented',
        claims: ['C-042', 'C-043'],
        note: 'An object path; null for a root.',
      }),
      cell('hyperv-powershell', forms('property', ['ParentSnapshotId', 'ParentSnapshotName']), {
        source: 'reflection of module 2.0.0.0',
        mark: 'observed',
        claims: ['C-042', 'C-043'],
      }),
      cell('scvmm-powershell', forms('property', ['ParentCheckpointID']), {
        source: 'recorded inventories of VMM 2012 R2',
        mark: 'observed',
        claims: ['C-042', 'C-043'],
        note: "For a root the VM's own Hyper-V GUID (C-043).",
      }),
      cell('scvmm-spf', forms('property', ['ParentCheckpointID']), {
        source: 'SPF developer guide dn785076',
        mark: 'documented',
        claims: ['C-042', 'C-043'],
      }),
      cell('scvmm-arc', forms('property', ['parentCheckpointID']), {
        source: 'recorded answer of Azure, 2025',
        mark: 'observed',
        claims: ['R-006'],
      }),
    ],
    windows: [
      inWindow('hyperv-manager', [], { source: 'hyperv-wmi-v2.md section 11', mark: 'inferred', note: 'The indentation of the tree.' }),
      inWindow('scvmm-console', [], nobodyKnows),
    ],
    falseFriends: [
      {
        text: 'ParentPath',
        means: 'the parent of a virtual hard disk, not of a checkpoint',
        source: 'MicrosoftDocs/win32 GetVirtualHardDiskSettingData',
        mark: 'documented',
      },
    ],
  },
  {
    concept: 'current position',
    definition: "The checkpoint from which the VM's running state hangs.",
    cells: [
      cell('hyperv-wmi', [...forms('class', ['Msvm_MostCurrentSnapshotInBranch']), ...forms('property', ['Parent'])], {
        source: 'MicrosoftDocs/win32 HyperV_v2/msvm-mostcurrentsnapshotinbranch',
        mark: 'documented',
        claims: ['C-045'],
        note: "Parent of the VM's own setting data says the same (observed).",
      }),
      cell('hyperv-powershell', forms('property', ['ParentSnapshotId', 'ParentSnapshotName']), {
        source: 'recorded Get-VM',
        mark: 'observed',
        claims: ['C-045'],
      }),
      cell('scvmm-powershell', forms('property', ['LastRestoredCheckpointID', 'LastRestoredVMCheckpoint']), {
        source: 'recorded inventories of VMM 2012 R2',
        mark: 'observed',
        claims: ['C-044'],
      }),
      cell('scvmm-spf', [], nobodyKnows),
      cell('scvmm-arc', forms('property', ['lastRestoredVMCheckpoint']), {
        source: 'recorded answer of Azure, 2025',
        mark: 'observed',
        claims: ['C-044'],
      }),
    ],
    windows: [
      inWindow('hyperv-manager', forms('ui', ['Now']), { source: 'hyperv-wmi-v2.md section 11', mark: 'inferred' }),
      inWindow('scvmm-console', [], nobodyKnows),
    ],
    falseFriends: [
      {
        text: 'LastRestored…',
        means: 'not "restored": right after a create it is already the new checkpoint',
        source: 'recorded answer of Azure, 2025',
        mark: 'observed',
      },
      {
        text: 'Msvm_LastAppliedSnapshot',
        means: 'the one last applied, which need not be the position',
        source: 'MicrosoftDocs/win32 HyperV_v2/msvm-lastappliedsnapshot',
        mark: 'documented',
      },
    ],
  },
]
