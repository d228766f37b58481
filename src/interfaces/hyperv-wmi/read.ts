import type { Guid } from '../../checkpoint/guid.ts'
import type { VmReading } from '../../checkpoint/reading.ts'
import type { WsManClient } from '../../protocols/wsman/client/wsManClient.ts'
import { classes, settingsReference, vmReference } from './objects.ts'
import { vmReading } from './readings.ts'

/**
 * The VM with everything that Msvm_SnapshotOfVirtualSystem shows, recovery checkpoints too: their kind tells them apart.
 * Null also where the account may not see the VM: Hyper-V hides without an error (hyperv-wmi-v2.md section 12).
 */
export async function readVm(client: WsManClient, vm: Guid): Promise<VmReading | null> {
  const of = vmReference(vm)
  const system = await client.get(of)
  if (system === null) return null
  const settings = await client.get(settingsReference(vm))
  const checkpoints = await client.associated({ of, associationClass: classes.snapshotOf, resultClass: classes.settings })
  const [position] = await client.associated({ of, associationClass: classes.mostCurrent, resultClass: classes.settings })
  return vmReading({ system, settings, checkpoints, position })
}
