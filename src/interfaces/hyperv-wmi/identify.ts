import type { Origin } from '../../checkpoint/interface-id.ts'
import { labMark } from '../../foundation/lab-mark.ts'
import type { WsManClient } from '../../protocols/wsman/client/wsManClient.ts'
import type { CimInstance } from '../../protocols/wsman/codec/instance.ts'
import type { ParticipantIdentity } from '../port.ts'
import { operatingSystem } from './operating-system.ts'

const productVendor = 'Microsoft Corporation'

/**
 * Identify says who answers, Win32_OperatingSystem which build. Only the vendor's own name together with a build that was
 * read is the product; the lab's mark, in the vendor or in an HTTP header, wins over everything.
 */
export async function identifyHost(client: WsManClient): Promise<ParticipantIdentity> {
  const { productVendor: vendor } = await client.identify()
  const system = await operatingSystem(client)
  const build = text(system, 'BuildNumber')
  const caption = text(system, 'Caption')
  return {
    product: caption === null ? 'Hyper-V' : `Hyper-V on ${caption}`,
    version: text(system, 'Version'),
    build,
    origin: originOf(client.isLab() || vendor.startsWith(labMark.vendor), vendor, build),
    identifiedBy: 'Identify, Win32_OperatingSystem',
  }
}

function originOf(isLab: boolean, vendor: string, build: string | null): Origin {
  if (isLab) return 'simulator'
  return vendor === productVendor && build !== null ? 'product' : 'unidentified'
}

function text(instance: CimInstance | null, property: string): string | null {
  const value = instance?.properties.get(property)
  return typeof value === 'string' && value !== '' ? value : null
}
