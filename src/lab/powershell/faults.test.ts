import { expect, it } from 'vitest'
import { describeWithPowerShell } from '../../protocols/powershell/session/testing/powershell.ts'
import { faultId } from '../faults/catalogue.ts'
import { openDesk } from './testing/desk.ts'

describeWithPowerShell('a fault of the lab', () => {
  it('that hides checkpoints on the host hides them here too', { timeout: 60_000 }, async () => {
    await using desk = await openDesk({ faults: new Set([faultId('hidden-checkpoint')]) })
    const shown = await desk.texts(
      '$null = New-SCVMCheckpoint HV7 -Name made; @(Get-VMSnapshot HV7).Count; (Get-SCVMCheckpoint -VM HV7).Name',
    )
    expect({ shown, inTruth: desk.lab.world.checkpointsOf(desk.lab.vms.find(({ name }) => name === 'HV7')!.id).length }).toEqual({
      shown: ['0', 'made'],
      inTruth: 1,
    })
  })
})
