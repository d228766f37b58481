import type { Guid } from '../../checkpoint/guid.ts'
import { productOf, type InterfaceId } from '../../checkpoint/interface-id.ts'
import type { ReadyEndpoint } from '../../configuration/endpoints.ts'
import type { VmTrait } from '../../configuration/schema/endpoints.ts'

/** A WS-Management listener of a host. */
export interface HostTarget extends ReadyEndpoint {
  readonly test: boolean
}

/** A service root of SPF. */
export interface VmmTarget extends ReadyEndpoint {
  readonly test: boolean
  readonly stampId: string
}

/** A configured VM with everything that reaches it. Plain data: it crosses to the workers. */
export interface VmTarget {
  readonly vm: Guid
  readonly disposable: boolean
  readonly traits: readonly VmTrait[]
  readonly host: HostTarget | null
  readonly vmm: VmmTarget | null
}

/** The interfaces that reach it, the host's first: that is where the truth is. */
export function interfacesOf({ host, vmm }: Pick<VmTarget, 'host' | 'vmm'>): readonly InterfaceId[] {
  return [...(host === null ? [] : ['hyperv-wmi' as const]), ...(vmm === null ? [] : ['scvmm-spf' as const])]
}

/** What the configuration calls the endpoint behind an interface. */
export function labelOf({ host, vmm }: Pick<VmTarget, 'host' | 'vmm'>, id: InterfaceId): string {
  return (productOf[id] === 'hyper-v' ? host : vmm)?.label ?? id
}
