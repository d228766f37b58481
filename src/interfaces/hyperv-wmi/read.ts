import type { Guid } from '../../checkpoint/guid.ts'
import type { Reading, VmReading } from '../../checkpoint/reading.ts'
import type { WsManClient } from '../../protocols/wsman/client/wsManClient.ts'
import type { CimInstance } from '../../protocols/wsman/codec/instance.ts'
import type { ReadExtra } from '../port.ts'
import { disksReading } from './disks.ts'
import { extraReadings } from './extras.ts'
import { classes, settingsReference, vmReference } from './objects.ts'
import { treeReading, vmReading } from './readings.ts'
import type { HostSession } from './session.ts'

/**
 * The VM with everything that Msvm_SnapshotOfVirtualSystem shows, recovery checkpoints too: their kind tells them apart.
 * Null also where the account may not see the VM: Hyper-V hides without an error (hyperv-wmi-v2.md section 12).
 */
export async function readVm(session: HostSession, vm: Guid, also: readonly ReadExtra[]): Promise<VmReading | null> {
  const { client } = session
  const of = vmReference(vm)
  const system = await client.get(of)
  if (system === null) return null
  const settings = await client.get(settingsReference(vm))
  const checkpoints = await client.associated({ of, associationClass: classes.snapshotOf, resultClass: classes.settings })
  const [position] = await client.associated({ of, associationClass: classes.mostCurrent, resultClass: classes.settings })
  const [lastApplied] = await client.associated({ of, associationClass: classes.lastApplied, resultClass: classes.settings })
  const host = await session.hostName()
  const extra = await extraReadings(session, vm, also)
  const disksOf = also.includes('disks') ? await disksOfAll(client, checkpoints) : new Map<CimInstance, Reading>()
  return vmReading({ system, settings, checkpoints, position, lastApplied, host, extra, disksOf })
}

/** What stands on the VM and what goes on there: two requests instead of five. */
export async function readTree(session: HostSession, vm: Guid): Promise<VmReading | null> {
  const of = vmReference(vm)
  const system = await session.client.get(of)
  if (system === null) return null
  const checkpoints = await session.client.associated({ of, associationClass: classes.snapshotOf, resultClass: classes.settings })
  return treeReading(system, checkpoints, await session.hostName())
}

async function disksOfAll(client: WsManClient, checkpoints: readonly CimInstance[]): Promise<ReadonlyMap<CimInstance, Reading>> {
  const disks = new Map<CimInstance, Reading>()
  for (const checkpoint of checkpoints)
    disks.set(checkpoint, await disksReading(client, String(checkpoint.properties.get('ConfigurationID'))))
  return disks
}
