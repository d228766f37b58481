import { afterAll, beforeAll, expect, it } from 'vitest'
import { describeWithPowerShell } from '../../protocols/powershell/session/testing/powershell.ts'
import { openDesk, type Desk } from './testing/desk.ts'

describeWithPowerShell("other people's Hyper-V scripts", () => {
  let desk: Desk
  beforeAll(async () => {
    desk = await openDesk()
  }, 120_000)
  afterAll(() => desk[Symbol.asyncDispose]())

  it('Checkpoint-VM -Passthru gives the checkpoint that the host then has', async () => {
    const [name, id, type] = await desk.texts(
      '$made = Checkpoint-VM -Name HV7 -SnapshotName "x 1" -Passthru; $made.Name; $made.Id; $made.GetType().FullName',
    )
    const { world, vms } = desk.lab
    const [checkpoint] = world.checkpointsOf(vms.find((vm) => vm.name === 'HV7')!.id)
    expect({ name, id: id?.toUpperCase() }).toEqual({ name: checkpoint?.name, id: checkpoint?.id })
    expect(type).toBe('Microsoft.HyperV.PowerShell.VMSnapshot')
  })
})
