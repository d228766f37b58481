import { afterAll, beforeAll, expect, it } from 'vitest'
import { describeWithPowerShell } from '../../protocols/powershell/session/testing/powershell.ts'
import { openDesk, type Desk } from './testing/desk.ts'

const commands = 'Microsoft.HyperV.PowerShell.Commands'

describeWithPowerShell("what the lab's modules refuse", () => {
  let desk: Desk
  beforeAll(async () => {
    desk = await openDesk()
    await desk.texts('Set-VM HV7 -CheckpointType Disabled')
  }, 120_000)
  afterAll(() => desk[Symbol.asyncDispose]())

  it.each([
    [
      'a checkpoint that is not there',
      'Import-Module Hyper-V; Get-VMCheckpoint HV1 nope',
      `ObjectNotFound,${commands}.GetVMSnapshot (ObjectNotFound)`,
    ],
    ['a VM that is not there', 'Checkpoint-VM -Name DC01', `ObjectNotFound,${commands}.CheckpointVM (ObjectNotFound)`],
    ['a VM that is not there, to Get-VM', 'Get-VM DC01', `InvalidParameter,${commands}.GetVM (InvalidArgument)`],
    ['checkpoints that are disabled', 'Checkpoint-VM HV7', `InvalidOperation,${commands}.CheckpointVM (InvalidOperation)`],
    [
      'a text that no other interface could show',
      'Checkpoint-VM HV1 "a`0b"',
      `InvalidParameter,${commands}.CheckpointVM (InvalidArgument)`,
    ],
    [
      'a checkpoint that went with another',
      'Checkpoint-VM HV1 up; Checkpoint-VM HV1 down; Get-VMSnapshot HV1 | Where-Object Name -in up, down | Remove-VMSnapshot -IncludeAllChildSnapshots',
      `ObjectNotFound,${commands}.RemoveVMSnapshot (ObjectNotFound)`,
    ],
    ['a name of 101 characters', 'Checkpoint-VM HV1 ("x" * 101)', `InvalidParameter,${commands}.CheckpointVM (InvalidArgument)`],
  ])('%s, as the product does', async (_what, script, expected) => {
    expect(await desk.errors(script)).toEqual([expected])
  })

  it('says of disabled checkpoints what Hyper-V says, in four lines, with its own exception', async () => {
    const { errors } = await desk.run('Checkpoint-VM HV7')
    expect(errors[0]?.message.split('\n')).toHaveLength(4)
    expect(errors[0]?.exceptions[0]?.types[0]).toBe('Microsoft.HyperV.PowerShell.VirtualizationException')
  })

  it.each([
    'New-SCVMCheckpoint -Foo',
    'Remove-SCVMCheckpoint -Force',
    'Get-SCVMCheckpoint -Name x',
    'Checkpoint-VM HV1 -SnapshotType Standard',
    'Checkpoint-VM HV1 -Notes x',
    'Get-VMSnapshot -SnapshotName x',
  ])('%s: the parameter does not exist', async (script) => {
    expect((await desk.errors(script)).map((error) => error.split(',')[0])).toEqual(['NamedParameterNotFound'])
  })

  it.each([
    ['AmbiguousParameterSet', 'Get-VMSnapshot -VMName HV1 -VM (Get-VM HV1)'],
    ['ParameterArgumentTransformationError', 'Get-VMSnapshot -VM HV1'],
    ['ParameterArgumentTransformationError', 'Restore-VMSnapshot -VMSnapshot (Get-VMSnapshot *) -Confirm:$false'],
    ['ParameterArgumentTransformationError', 'Set-VM HV1 -CheckpointType Golden'],
    ['CommandNotFoundException', 'New-VMSnapshot HV1'],
  ])('PowerShell itself refuses with %s: %s', async (id, script) => {
    expect((await desk.errors(script)).map((error) => error.split(/[, ]/u)[0])).toEqual([id])
  })

  it.each([
    ['SnapcheckLabOutside', 'Get-VM -ComputerName production01'],
    ['SnapcheckLabOutside', 'Get-SCVMMServer -ComputerName vmm.example'],
    ['SnapcheckLabOutside', 'Get-SCVirtualMachine -VMMServer vmm.example'],
    ['SnapcheckLabNotModelled', 'Checkpoint-VM HV1 -AsJob'],
    ['SnapcheckLabNotModelled', 'Set-VM HV1 -ProcessorCount 2'],
  ])('the lab itself refuses with %s: %s', async (id, script) => {
    expect((await desk.errors(script)).map((error) => error.split(' ')[0])).toEqual([id])
  })

  it('heeds the error preference of its caller, and -ErrorAction', async () => {
    expect(await desk.texts("$ErrorActionPreference = 'Stop'; try { Get-VM DC01; 'went on' } catch { 'caught' }")).toEqual(['caught'])
    expect(await desk.texts("try { Get-VM DC01 -ErrorAction Stop; 'went on' } catch { 'caught' }")).toEqual(['caught'])
    expect(await desk.run('Get-VM DC01 -ErrorAction SilentlyContinue -ErrorVariable kept; $kept.Count')).toMatchObject({
      output: [{ value: 1 }],
    })
  })
})
