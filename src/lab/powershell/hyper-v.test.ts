import { afterAll, beforeAll, expect, it } from 'vitest'
import { describeWithPowerShell } from '../../protocols/powershell/session/testing/powershell.ts'
import { enumerateAll, wmi } from '../servers/wsman/testing/envelopes.ts'
import { postRaw } from '../servers/wsman/testing/raw-client.ts'
import type { Checkpoint } from '../world/model.ts'
import { openDesk, type Desk } from './testing/desk.ts'

describeWithPowerShell("other people's Hyper-V scripts", () => {
  let desk: Desk
  beforeAll(async () => {
    desk = await openDesk()
  }, 120_000)
  afterAll(() => desk[Symbol.asyncDispose]())

  const checkpointsOf = (vm: string): readonly Checkpoint[] =>
    desk.lab.world.checkpointsOf(desk.lab.vms.find(({ name }) => name === vm)!.id)

  it('Checkpoint-VM -Passthru gives the checkpoint that the host then has, and WS-Management shows it', async () => {
    const [name, id, type] = await desk.texts(
      '$made = Checkpoint-VM -Name HV7 -SnapshotName "x 1" -Passthru; $made.Name; $made.Id; $made.GetType().FullName',
    )
    const made = checkpointsOf('HV7').at(-1)
    expect({ name, id: id?.toUpperCase(), type }).toEqual({ name: 'x 1', id: made?.id, type: 'Microsoft.HyperV.PowerShell.VMSnapshot' })
    const { text } = await postRaw(desk.lab, enumerateAll(`${wmi}Msvm_VirtualSystemSettingData`))
    expect(text).toContain('<p:ElementName>x 1</p:ElementName>')
  })

  it('a pipeline of VM, checkpoints, filter and removal removes the subtree and nothing else', async () => {
    const before = checkpointsOf('HV4').map(({ name }) => name)
    await desk.texts('Checkpoint-VM HV4 "y root"; Checkpoint-VM HV4 below')
    expect(checkpointsOf('HV4')).toHaveLength(before.length + 2)
    await desk.texts("Get-VM HV4 | Get-VMSnapshot | Where-Object Name -like 'y*' | Remove-VMSnapshot -IncludeAllChildSnapshots")
    expect(checkpointsOf('HV4').map(({ name }) => name)).toEqual(before)
  })

  it.each([
    ['by position', 'Checkpoint-VM HV1 here'],
    ['by object and position', '$vm = Get-VM HV1; Checkpoint-VM $vm -SnapshotName here'],
    ['by object from the pipeline', 'Get-VM -Name HV1 | Checkpoint-VM -SnapshotName here'],
    ['by name from the pipeline', '"HV1" | Checkpoint-VM -CheckpointName here'],
    ['by alias', 'Checkpoint-VM -VMName HV1 -CheckpointName here'],
    ['with the name of the module', 'Hyper-V\\Checkpoint-VM -VM (Hyper-V\\Get-VM HV1) -SnapshotName here'],
  ])('takes a VM %s', async (_how, script) => {
    const before = checkpointsOf('HV1').length
    await desk.texts(script)
    expect(checkpointsOf('HV1').map(({ name }) => name)).toHaveLength(before + 1)
    expect(checkpointsOf('HV1').at(-1)?.name).toBe('here')
  })

  it('takes a checkpoint by the positions that differ: VM first to remove, checkpoint first to rename and restore', async () => {
    await desk.texts('Checkpoint-VM HV7 first; Rename-VMSnapshot first HV7 second; Restore-VMSnapshot second HV7 -Confirm:$false')
    const renamed = checkpointsOf('HV7').find(({ name }) => name === 'second')
    expect(desk.lab.world.vm(renamed!.vm)?.lastApplied).toBe(renamed?.id)
    await desk.texts('Remove-VMSnapshot HV7 second')
    expect(checkpointsOf('HV7').map(({ name }) => name)).not.toContain('second')
  })

  it('has the members that scripts read, with their types', async () => {
    await desk.texts('Checkpoint-VM HV7 "with members"')
    const script = `
      $vm = Get-VM HV7; $checkpoint = Get-VMSnapshot -VM $vm -Name 'with members'
      $vm.ParentSnapshotName -eq $checkpoint.Name
      $vm.State -eq 'Off'; [int]$vm.State; $vm.VMName; $vm.VMId.GetType().Name
      $checkpoint.CreationTime.ToString('o'); $checkpoint.CreationTime.Kind.ToString()
      $checkpoint.ParentCheckpointName -eq $checkpoint.ParentSnapshotName
      $checkpoint.SnapshotType.ToString(); @(Get-VMSnapshot -Id $checkpoint.Id).Count; "$checkpoint"`
    const [isParent, isOff, state, vmName, idType, created, kind, ...rest] = await desk.texts(script)
    expect([isParent, isOff, state, vmName, idType, kind]).toEqual(['true', 'true', '3', 'HV7', 'Guid', 'Local'])
    expect(Date.parse(created!)).toBe(checkpointsOf('HV7').at(-1)?.createdAt)
    expect(rest).toEqual(['true', 'Standard', '1', 'with members'])
  })

  it('Set-VM and the states of a VM', async () => {
    await desk.texts(
      "Set-VM HV7 -CheckpointType ProductionOnly -Notes 'written by a script' -AutomaticCheckpointsEnabled $false; Start-VM HV7",
    )
    expect(await desk.texts('$vm = Get-VM HV7; $vm.State; $vm.CheckpointType; $vm.Notes')).toEqual([
      'Running',
      'ProductionOnly',
      'written by a script',
    ])
    expect(
      await desk.texts('Save-VM HV7 -Passthru | ForEach-Object { $_.State.ToString() }; Stop-VM HV7 -TurnOff; (Get-VM HV7).State'),
    ).toEqual(['Saved', 'Off'])
    expect((await desk.run('Stop-VM HV7')).warnings).toHaveLength(1)
  })

  it('asks before it restores, and does nothing with -WhatIf', async () => {
    await desk.texts('Checkpoint-VM HV7 asked')
    const count = checkpointsOf('HV7').length
    expect(await desk.errors('Restore-VMSnapshot asked HV7')).toHaveLength(1)
    await desk.texts('Remove-VMSnapshot HV7 asked -WhatIf; Checkpoint-VM HV7 never -WhatIf')
    await desk.texts('$WhatIfPreference = $true; Checkpoint-VM HV7 never')
    expect(checkpointsOf('HV7')).toHaveLength(count)
    await desk.texts("$ConfirmPreference = 'None'; Restore-VMSnapshot asked HV7")
  })

  it('carries names as they are, and a name with wildcard characters escaped is one checkpoint', async () => {
    const name = `it's "[q] *" \`$(x) 日本 \u{1F600}`
    const script = `param($Name) Checkpoint-VM HV7 $Name; Checkpoint-VM HV7 "it's another"
      $pattern = [System.Management.Automation.WildcardPattern]::Escape($Name); (Get-VMSnapshot HV7 $pattern).Name`
    expect(await desk.texts(script, { Name: name })).toEqual([name])
  })

  it('finds by Id, kind, parent and child', async () => {
    const script = `Stop-VM HV7 -TurnOff -WarningAction SilentlyContinue
      Get-VMSnapshot HV7 | Remove-VMSnapshot
      $root = Checkpoint-VM HV7 root -Passthru; $null = Checkpoint-VM HV7 left -Passthru
      Restore-VMSnapshot $root -Confirm:$false; $right = Checkpoint-VM HV7 right -Passthru
      (Get-VMSnapshot -ChildOf $root).Name; (Get-VMSnapshot -ChildOf $root -Name left).Name; (Get-VMSnapshot -ParentOf $right).Name
      (Get-VMSnapshot -ParentOf (Get-VM HV7)).Name; (Get-VM -Id (Get-VM HV7).Id).Name
      @(Get-VMSnapshot HV7 -SnapshotType Recovery).Count; @(Get-VMSnapshot -VM (Get-VM HV7) -SnapshotType Standard).Count
      (Get-VMHost).Name`
    expect(await desk.texts(script)).toEqual(['left', 'right', 'left', 'root', 'right', 'HV7', '0', '3', 'HV01'])
  })

  it('restores a VM that runs, which is off or saved afterwards', async () => {
    const script = `Start-VM HV4 -WarningAction SilentlyContinue; $c = Checkpoint-VM HV4 'while it runs' -Passthru
      $c | Restore-VMSnapshot -Confirm:$false; (Get-VM HV4).State`
    expect(await desk.texts(script)).toEqual(['Saved'])
  })
})
