import { urlRoots } from '../../../products/spf/service.ts'
import type { WorldClock } from '../../clock/world-clock.ts'
import type { FaultSet } from '../../faults/catalogue.ts'
import type { VmmServer } from '../../vmm/server.ts'
import { closedPort, type LabCredentials, type RunningServer } from '../http/loopback-server.ts'
import { startSpfServer } from './server.ts'
import type { SpfSwitches } from './switches.ts'

export interface SpfEndpointOptions {
  readonly vmm: VmmServer
  readonly clock: WorldClock
  readonly faults: FaultSet
  readonly credentials: LabCredentials
  readonly port: number
  readonly switches: Partial<SpfSwitches>
}

/**
 * Starts the service, or nothing behind its address where the fault `vmm-unreachable` is armed. The address is that of
 * the direct root; the others are served beside it. Under the virtual clock the addresses inside answers are the same in
 * every run, whatever the port.
 */
export async function startSpfEndpoint(options: SpfEndpointOptions): Promise<RunningServer> {
  const fixed = options.clock.kind === 'virtual' ? { origin: 'http://spf.lab.invalid' } : {}
  const server = options.faults.has('vmm-unreachable') ? await closedPort() : await startSpfServer({ ...options, ...fixed })
  return { url: server.url + urlRoots[0]!.sample, close: server.close }
}
