import { afterAll, beforeAll, expect, it } from 'vitest'
import { describeWithPowerShell } from '../../protocols/powershell/session/testing/powershell.ts'
import type { VmmCheckpoint } from '../vmm/model.ts'
import { openDesk, type Desk } from './testing/desk.ts'

describeWithPowerShell("other people's VMM scripts", () => {
  let desk: Desk
  beforeAll(async () => {
    desk = await openDesk()
  }, 120_000)
  afterAll(() => desk[Symbol.asyncDispose]())

  const rowsOf = (name: string): readonly VmmCheckpoint[] =>
    desk.lab.vmm.checkpointsOf(desk.lab.vmm.vms().find((vm) => vm.name === name)!.id)

  it('New-SCVMCheckpoint makes a row of VMM and a checkpoint of the host, and SPF shows it', async () => {
    const script = `$server = Get-SCVMMServer -ComputerName localhost
      $vm = Get-SCVirtualMachine -VMMServer $server -Name HV7
      $made = New-SCVMCheckpoint -VM $vm -Name before -Description 'why it was made'
      $made.Name; $made.Description; $made.CheckpointID; $made.VMId -eq $vm.ID; $made.ParentCheckpointID -ceq $vm.VMId`
    const [name, description, id, ...joins] = await desk.texts(script)
    const [row] = rowsOf('HV7')
    expect([name, description, id, ...joins]).toEqual(['before', 'why it was made', row?.checkpointId, 'true', 'true'])
    expect(desk.lab.world.checkpoint(row!.checkpointId)?.name).toBe('before')
    const { url, credentials } = desk.lab.endpoints['scvmm-spf']
    const authorization = `Basic ${Buffer.from(`${credentials.user}:${credentials.password}`).toString('base64')}`
    const answer = await fetch(`${url}/VMCheckPoints`, { headers: { authorization, 'x-ms-principal-id': 'x', accept: 'application/json' } })
    expect(await answer.text()).toContain('why it was made')
  })

  it('restores the newest asynchronously, and the variable follows the job', async () => {
    const [first, last, result, type] = await desk.texts(`
      $null = Get-SCVirtualMachine HV1 | Get-SCVMCheckpoint -MostRecent | Restore-SCVMCheckpoint -RunAsynchronously -JobVariable j
      $j.Status; while ($j.Status -eq 'Running') { }; $j.Status; $j.ResultName; $j.GetType().FullName`)
    expect([first, last, type]).toEqual(['Running', 'Completed', 'Microsoft.SystemCenter.VirtualMachineManager.Task'])
    expect(result).toBe(rowsOf('HV1').at(-1)?.name)
    const [job] = desk.lab.vmm.jobs().filter(({ cmdlet }) => cmdlet === 'Restore-SCVMCheckpoint')
    expect(job?.status).toBe('Completed')
  })

  it('takes VM and checkpoint as texts, and lists have the order in which scripts count on it', async () => {
    const [newest, oldest, count] = await desk.texts(`
      $null = New-SCVMCheckpoint HV4 -Name two; $null = New-SCVMCheckpoint -VM 'HV4' -Name three
      $all = Get-SCVMCheckpoint -VM HV4; $all[-1].Name; $all[0].Name; @(Get-SCVirtualMachine HV4).VMCheckpoints.Count`)
    expect([newest, oldest, count]).toEqual(['three', rowsOf('HV4')[0]?.name, '3'])
  })

  it('does not see what was made on the host until the VM is read', async () => {
    const script = `Hyper-V\\Checkpoint-VM HV4 outside
      $vm = Get-SCVirtualMachine HV4
      @(Get-SCVMCheckpoint -VM $vm | Where-Object { $_.Name -eq 'outside' }).Count
      $null = Read-SCVirtualMachine $vm
      @(Get-SCVMCheckpoint -VM $vm | Where-Object { $_.Name -eq 'outside' }).Count`
    expect(await desk.texts(script)).toEqual(['0', '1'])
  })

  it('renames, describes and removes; what the host then has follows', async () => {
    await desk.texts(`$null = New-SCVMCheckpoint HV7 -Name here
      Get-SCVMCheckpoint -VM HV7 | Where-Object { $_.Name -eq 'here' } | Set-SCVMCheckpoint -Name there -Description d | Out-Null`)
    const row = rowsOf('HV7').find(({ name }) => name === 'there')
    expect(row?.description).toBe('d')
    expect(desk.lab.world.checkpoint(row!.checkpointId)?.name).toBe('there')
    await desk.texts("Remove-SCVMCheckpoint -VMCheckpoint (Get-SCVMCheckpoint -VM HV7 | Where-Object Name -eq 'there') -Confirm:$false")
    expect(desk.lab.world.checkpoint(row!.checkpointId)).toBeUndefined()
  })

  it('tells of a job that failed by the number of VMM, and in the variable', async () => {
    const { errors, output } = await desk.run(`$c = Get-SCVMCheckpoint -VM HV1 -MostRecent; Get-VMSnapshot HV1 | Remove-VMSnapshot
      Remove-SCVMCheckpoint -VMCheckpoint $c -JobVariable gone; $gone.Status`)
    expect(errors.map(({ id, category, exceptions }) => ({ id: id.split(',')[0], category, type: exceptions[0]?.types[0] }))).toEqual([
      { id: '12711', category: 'ReadError', type: 'Microsoft.VirtualManager.Utils.CarmineException' },
    ])
    expect(output).toMatchObject([{ value: 'Failed' }])
  })

  it('lists jobs, the newest first', async () => {
    const [newest, all, byId] = await desk.texts(`$null = Start-SCVirtualMachine -VM HV7
      (Get-SCJob -Newest 1).CmdletName; @(Get-SCJob -All).Count; (Get-SCJob -ID (Get-SCJob).ID).CmdletName`)
    expect([newest, all, byId]).toEqual(['Start-SCVirtualMachine', String(desk.lab.vmm.jobs().length), 'Start-SCVirtualMachine'])
  })

  it('refuses a second job on a VM that is locked, by its number', async () => {
    const { errors } = await desk.run(`$null = New-SCVMCheckpoint HV1 -Name a -RunAsynchronously -JobVariable running
      New-SCVMCheckpoint HV1 -Name b; while (-not $running.IsCompleted) { }`)
    expect(errors.map(({ id }) => id.split(',')[0])).toEqual(['2606'])
  })

  it('finds a checkpoint by its ID, and says of a name without an object that there is none', async () => {
    expect(
      await desk.texts('$c = Get-SCVMCheckpoint -VM HV4 -MostRecent; (Get-SCVMCheckpoint -ID $c.ID).CheckpointID -ceq $c.CheckpointID'),
    ).toEqual(['true'])
    expect((await desk.errors('New-SCVMCheckpoint -VM nobody')).map((error) => error.split(',')[0])).toEqual(['SnapcheckLabNotFound'])
  })
})
