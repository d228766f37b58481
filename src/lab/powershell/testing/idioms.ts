/** How other people's scripts use the cmdlets (real-world-surface.md section 3, observed), on the VMs of the lab. */
export interface Idiom {
  readonly script: string
  /** The cmdlet that the engine alone lacks, where it needs one; a whole PowerShell has it. */
  readonly needs?: string
}

const vm = '$vm = Get-VM HV1; '
const row = '$vm = Get-SCVirtualMachine -Name HV7; '

export const idioms: readonly Idiom[] = [
  { script: 'Get-VM HV1 | Get-VMSnapshot | Sort-Object CreationTime | Select-Object -Last 1', needs: 'Sort-Object' },
  { script: "Get-VMSnapshot HV1 | Where-Object { $_.Name -eq 'x' } | Restore-VMSnapshot -Confirm:$false" },
  { script: `${vm}Hyper-V\\Checkpoint-VM $vm -SnapshotName 'HVLab-19.02.2022 00:51:22'` },
  { script: `${vm}Hyper-V\\Checkpoint-VM $vm -SnapshotName '2/18/2022 - Prior to .. me@example'` },
  {
    script: "Checkpoint-VM HV1 -SnapshotName x -Passthru | Select-Object @{n='Id';e={$_.Id.Guid}}, Name | ConvertTo-Json -Compress",
    needs: 'Select-Object',
  },
  { script: "Get-VMSnapshot HV1 | ForEach-Object { $_.CreationTime.ToString('o') }" },
  { script: 'Get-VMSnapshot HV1 | ForEach-Object { $_.Id.ToString() }' },
  { script: `${vm}Get-VMSnapshot -VM $vm | Where-Object { $vm.ParentSnapshotName -eq $_.Name }` },
  { script: `${vm}(Get-VMSnapshot -VM $vm).Count -eq 0` },
  {
    script: 'Get-VMSnapshot HV1 | Select Name,Id,SnapshotType,Path,ParentCheckpointName,SizeOfSystemFiles,CreationTime | Format-List',
    needs: 'Select',
  },
  { script: `${row}New-SCVMCheckpoint -VM $vm -Name x -Description y` },
  { script: "Get-SCVMCheckpoint -VM (Get-SCVirtualMachine HV7) | Where-Object {$_.Name -eq 'x'}" },
  { script: `${row}Get-SCVMCheckpoint -VM $vm -MostRecent | Restore-SCVMCheckpoint` },
  { script: '$checkpoints = @(Get-SCVMCheckpoint -VM "HV7"); $checkpoints[-1].Name; $checkpoints[0].Name' },
  {
    script: `${row}New-SCVMCheckpoint -VM $vm -RunAsynchronously -JobVariable "job"; while ($job.Status -ne 'Completed') { Start-Sleep 1 }`,
    needs: 'Start-Sleep',
  },
  { script: 'Remove-SCVMCheckpoint -VMCheckpoint (Get-SCVMCheckpoint -VM HV7 -MostRecent) -Confirm:$false' },
]
