import { cell, forms, inWindow, nobodyKnows, type TermRow } from './term.ts'

/** What the thing itself is called, and what tells one from another. Facts: semantics.md sections 1 and 3.1, powershell-cmdlets.md, hyperv-wmi-v2.md section 2. */
export const objectTerms: readonly TermRow[] = [
  {
    concept: 'the object',
    definition: 'State, data and hardware configuration of a virtual machine at one moment, to which it can return.',
    cells: [
      cell(
        'hyperv-wmi',
        [
          ...forms('class', ['Msvm_VirtualSystemSettingData', 'Msvm_VirtualSystemSnapshotService', 'Msvm_SnapshotOfVirtualSystem'], {
            since: '2012',
          }),
          ...forms('value', ['Microsoft:Hyper-V:Snapshot:Realized'], { since: '2012' }),
        ],
        {
          source: 'MicrosoftDocs/win32 HyperV_v2/msvm-virtualsystemsettingdata',
          mark: 'documented',
          claims: ['C-002', 'C-024'],
          note: 'Class, method and property names keep Snapshot in every release.',
        },
      ),
      cell(
        'hyperv-powershell',
        [
          ...forms('cmdlet', ['Checkpoint-VM', 'Get-VMSnapshot'], { since: '2012' }),
          ...forms('cmdlet', ['Get-VMCheckpoint'], { since: '2016' }),
          ...forms('type', ['Microsoft.HyperV.PowerShell.VMSnapshot'], { since: '2012' }),
        ],
        {
          source: 'windows-powershell-docs Hyper-V; export list of build 14393',
          mark: 'documented',
          claims: ['C-002', 'C-021'],
          note: 'The *-VMCheckpoint names are aliases of module 2.0.0.0 (2016) and do not exist in 1.1.',
        },
      ),
      cell(
        'scvmm-powershell',
        [
          ...forms('cmdlet', ['New-SCVMCheckpoint', 'Get-SCVMCheckpoint'], { since: '2012' }),
          ...forms(
            'type',
            ['Microsoft.SystemCenter.VirtualMachineManager.VMCheckpoint', 'Microsoft.SystemCenter.VirtualMachineManager.VMSnapshot'],
            { since: '≤2012 R2' },
          ),
        ],
        {
          source: 'cmdlet help VMM 2016; types recorded of VMM 2012 R2',
          mark: 'documented',
          claims: ['C-003', 'C-025'],
          note: 'The objects are of type VMSnapshot, derived from VMCheckpoint (observed).',
        },
      ),
      cell('scvmm-spf', [...forms('entity', ['VMCheckPoint', 'VMCheckPoints'], { since: '2012 SP1' })], {
        source: 'SPF developer guide dn785087, jj906385',
        mark: 'documented',
        claims: ['C-003', 'C-026'],
        note: 'With a capital P.',
      }),
      cell('scvmm-arc', forms('property', ['checkpoints']), { source: 'recorded answer of Azure, 2025', mark: 'observed' }),
    ],
    windows: [
      inWindow(
        'hyperv-manager',
        [...forms('ui', ['Snapshot'], { since: '2008', until: '2012' }), ...forms('ui', ['Checkpoint'], { since: '2012 R2' })],
        { source: 'Checkpoints and Snapshots Overview, dn818483', mark: 'documented', note: 'Renamed to match SCVMM (C-020).' },
      ),
      inWindow('scvmm-console', forms('ui', ['Checkpoint'], { since: '2007' }), {
        source: 'About Virtual Machine Checkpoints, bb740891',
        mark: 'documented',
      }),
    ],
    falseFriends: [
      {
        text: 'VHDSnapshotInfo',
        means: "a VHD Set's own snapshot (Get-VHDSnapshot), not a checkpoint of a VM",
        source: 'windows-powershell-docs Get-VHDSnapshot',
        mark: 'documented',
      },
      {
        text: 'Get-ClusterCheckpoint',
        means: 'a registry or cryptography checkpoint of a cluster resource',
        source: 'windows-powershell-docs FailoverClusters',
        mark: 'documented',
      },
      {
        text: 'Get-VMCheckpoint',
        means: "Hyper-V's alias of Get-VMSnapshot, or VMM's old name of Get-SCVMCheckpoint: two commands",
        source: 'export list of build 14393; public scripts',
        mark: 'observed',
      },
      {
        text: 'Recovery checkpoint',
        means: 'a snapshot of kind Recovery that a backup product made; it cannot be deleted in Hyper-V Manager',
        source: 'Microsoft support, cannot delete a recovery checkpoint',
        mark: 'documented',
      },
      {
        text: 'Recovery point',
        means: 'a snapshot of a Replica kind on a replica VM',
        source: 'windows-powershell-docs Start-VMFailover',
        mark: 'documented',
      },
    ],
  },
  {
    concept: 'identity',
    definition: "The checkpoint's GUID in Hyper-V, by which the products mean the same object.",
    cells: [
      cell('hyperv-wmi', forms('property', ['ConfigurationID', 'InstanceID']), {
        source: 'instances of a 2012 R2 host',
        mark: 'observed',
        claims: ['C-027'],
        note: 'InstanceID carries the prefix Microsoft:.',
      }),
      cell('hyperv-powershell', forms('property', ['Id']), { source: 'reflection of module 2.0.0.0', mark: 'observed', claims: ['C-027'] }),
      cell('scvmm-powershell', forms('property', ['CheckpointID']), {
        source: 'recorded inventories of VMM 2012 R2',
        mark: 'observed',
        claims: ['C-027'],
        note: 'Upper case.',
      }),
      cell('scvmm-spf', forms('property', ['CheckpointID']), {
        source: 'SPF developer guide dn785076',
        mark: 'documented',
        claims: ['C-027'],
      }),
      cell('scvmm-arc', forms('property', ['checkpointID']), { source: 'recorded answer of Azure, 2025', mark: 'observed' }),
    ],
    windows: [inWindow('hyperv-manager', [], nobodyKnows), inWindow('scvmm-console', [], nobodyKnows)],
    falseFriends: [
      {
        text: 'ID',
        means: "SCVMM's own database GUID of the checkpoint, another one than CheckpointID (C-028)",
        source: 'recorded inventories of VMM 2012 R2',
        mark: 'observed',
      },
      {
        text: 'VMId',
        means: "on an SCVMM checkpoint SCVMM's id of the VM; on an SCVMM VM and in Hyper-V the Hyper-V GUID (C-028)",
        source: 'recorded inventories of VMM 2012 R2',
        mark: 'observed',
      },
      {
        text: 'VirtualSystemIdentifier',
        means: "the VM's GUID, not the checkpoint's (C-027)",
        source: 'instances of a 2012 R2 host',
        mark: 'observed',
      },
      {
        text: 'Get-VMSnapshot -Id',
        means: "described as the VM's identifier, used in scripts with the checkpoint's",
        source: 'windows-powershell-docs; public scripts',
        mark: 'observed',
      },
    ],
  },
]
