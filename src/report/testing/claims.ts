import type { Basis, Claim, Level } from '../../judgement/claim.ts'

/** Some claims of the register, as data for sample reports. */
const rows: readonly (readonly [id: string, topic: string, level: Level, basis: Basis, statement: string, title: string, ref: string])[] = [
  ['C-003', 'terminology', 'must', 'documented', "SCVMM's word is 'checkpoint' in console, cmdlet nouns and API entity names.", 'Seed article', 'seed article'],
  ['C-010', 'visibility', 'must', 'documented', 'Hyper-V -> SCVMM: every snapshot taken in Hyper-V Manager becomes visible in SCVMM as a checkpoint of the same VM.', 'Seed article', 'seed article'],
  ['C-012', 'visibility', 'must', 'documented', 'SCVMM -> Hyper-V: a checkpoint created in SCVMM is visible as a snapshot in Hyper-V Manager, without any refresh step on the host.', 'Seed article', 'seed article'],
  ['C-014', 'comment', 'must', 'documented', 'The SCVMM comment is not among what Hyper-V Manager shows by default.', 'Seed article', 'seed article'],
  ['C-015', 'comment', 'info', 'inferred', "'Not displayed by default' implies the comment may still be stored on the host.", 'Seed article', 'seed article'],
  ['C-017', 'visibility', 'must', 'documented', 'Hyper-V Manager alone suffices for a small environment: the Hyper-V side of every scenario must work on a host without SCVMM.', 'Seed article', 'seed article'],
  ['C-024', 'terminology', 'must', 'documented', 'WMI v2 keeps Snapshot in every public name.', 'Msvm_VirtualSystemSnapshotService', 'learn.microsoft.com/windows/win32/hyperv_v2'],
  ['C-027', 'identity', 'should', 'inferred', 'A checkpoint keeps one identity across products: SCVMM CheckpointID equals the Hyper-V snapshot GUID.', 'Get-SCVMCheckpoint', 'learn.microsoft.com/powershell/module/virtualmachinemanager'],
  ['C-029', 'name', 'should', 'inferred', 'A checkpoint name set in either product is the same string in the other (ElementName = Name = Name).', 'Get-SCVMCheckpoint', 'learn.microsoft.com/powershell/module/virtualmachinemanager'],
  ['C-034', 'name', 'must', 'documented', 'Names are limited to 100 characters.', 'Checkpoint-VM', 'learn.microsoft.com/powershell/module/hyper-v/checkpoint-vm'],
  ['C-039', 'time', 'info', 'inferred', "SCVMM AddedTime equals (to seconds) Hyper-V's CreationTime and is not the discovery time.", 'recorded inventories', 'manageiq-scvmm-inventory'],
  ['C-042', 'parent', 'must', 'documented', 'The chain is expressed as Parent (object path) in WMI, ParentSnapshotId in PowerShell and ParentCheckpointID in SCVMM; for non-root checkpoints all three name the same parent.', 'Msvm_VirtualSystemSettingData', 'learn.microsoft.com/windows/win32/hyperv_v2'],
  ['C-044', 'current', 'should', 'observed', 'SCVMM LastRestoredCheckpointID is the checkpoint the running state hangs from.', 'recorded inventories', 'manageiq-scvmm-inventory'],
  ['C-052', 'comment', 'must', 'documented', 'SCVMM Description can be changed later with Set-SCVMCheckpoint -Description and reads back exactly.', 'Set-SCVMCheckpoint', 'learn.microsoft.com/powershell/module/virtualmachinemanager/set-scvmcheckpoint'],
  ['C-055', 'comment', 'info', 'inferred', 'Notes set on a Hyper-V snapshot (WMI) may or may not appear as SCVMM Description after refresh; no source states it.', 'semantics.md section 8', 'open question'],
  ['C-056', 'comment', 'must', 'documented', 'A Hyper-V snapshot has a Notes property on every Hyper-V interface.', 'Msvm_VirtualSystemSettingData', 'learn.microsoft.com/windows/win32/hyperv_v2'],
  ['C-061', 'discovery', 'must', 'documented', 'Full refresh of one VM (Read-SCVirtualMachine -VM) imports snapshots made outside.', 'Read-SCVirtualMachine', 'learn.microsoft.com/powershell/module/virtualmachinemanager/read-scvirtualmachine'],
  ['C-106', 'cluster', 'should', 'inferred', "A clustered VM's checkpoints are listed by the owner node only.", 'semantics.md section 5', 'inferred'],
]

export const sampleRegister: ReadonlyMap<string, Claim> = new Map(
  rows.map(([id, topic, level, basis, statement, title, ref]) => [
    id,
    {
      id,
      topic,
      level,
      basis,
      statement,
      interfaces: ['hyperv-wmi', 'scvmm-spf'],
      appliesTo: [{ product: 'scvmm', from: '2012' }],
      versions: 'VMM 2012 and later',
      source: { title, ref },
      check: 'see the statement',
      seedArticle: ref === 'seed article',
    },
  ]),
)
