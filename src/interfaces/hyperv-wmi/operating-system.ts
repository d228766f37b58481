import type { Reading } from '../../checkpoint/reading.ts'
import type { WsManClient } from '../../protocols/wsman/client/wsManClient.ts'
import type { CimInstance } from '../../protocols/wsman/codec/instance.ts'
import { fieldOf } from './readings.ts'

/** The one instance by which a host says what it runs, what it is called and what time it has. */
export async function operatingSystem(client: WsManClient): Promise<CimInstance | null> {
  const [system] = await client.select({ namespace: 'root/cimv2', className: 'Win32_OperatingSystem' })
  return system ?? null
}

/** The computer that answers: on a cluster the node that owns the VM. */
export async function hostName(client: WsManClient): Promise<Reading> {
  return fieldOf(await operatingSystem(client), 'CSName')
}
