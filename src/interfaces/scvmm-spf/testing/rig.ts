import { zeroGuid, type Guid } from '../../../checkpoint/guid.ts'
import { virtualClock } from '../../../lab/clock/virtual-clock.ts'
import type { VirtualClock } from '../../../lab/clock/world-clock.ts'
import { effectsOf, type FaultId } from '../../../lab/faults/catalogue.ts'
import { startSpfServer } from '../../../lab/servers/spf/server.ts'
import type { SpfSwitches } from '../../../lab/servers/spf/switches.ts'
import { createVmmServer, type VmmServer } from '../../../lab/vmm/server.ts'
import type { VmmSwitches } from '../../../lab/vmm/switches.ts'
import { startLibraries, type StartStateId } from '../../../lab/world/start-states.ts'
import type { VmmVm } from '../../../lab/vmm/model.ts'
import { createWorld, type World } from '../../../lab/world/world.ts'
import { httpTransport } from '../../../protocols/http/httpTransport.ts'
import type { HttpTransport } from '../../../protocols/http/transport.ts'
import type { CheckpointInterface, EvidenceTrail } from '../../port.ts'
import type { SpfLimits } from '../limits.ts'
import { scvmmSpf } from '../scvmmSpf.ts'

export interface RigOptions {
  readonly faults?: readonly FaultId[]
  readonly vmm?: Partial<VmmSwitches>
  readonly spf?: Partial<SpfSwitches>
  readonly startState?: StartStateId
  readonly root?: string
  readonly limits?: Partial<SpfLimits>
}

/** A lab of one host, its VMM server and SPF on a real port, and the interface connected to it. */
export interface Rig extends AsyncDisposable {
  readonly world: World
  readonly clock: VirtualClock
  readonly vmm: VmmServer
  readonly transport: HttpTransport
  readonly spf: CheckpointInterface
  readonly hv4: Guid
  /** The GUID of a VM, on the host or in VMM's library. */
  vm(name: string): Guid
}

const start = Date.UTC(2026, 0, 15, 9)
const directRoot = '/SC2012/VMM/Microsoft.Management.Odata.svc'

export async function rig({
  faults = [],
  vmm: vmmSwitches = {},
  spf: switches = {},
  startState = 'article',
  root = directRoot,
  limits = {},
}: RigOptions = {}): Promise<Rig> {
  const clock = virtualClock(start)
  const effects = effectsOf(new Set(faults))
  const world = createWorld({ seed: 'rig', clock, effects, startState })
  const vmm = createVmmServer({ world, seed: 'rig', effects, switches: vmmSwitches, library: startLibraries[startState] ?? [] })
  const credentials = { user: 'lab', password: 'secret' }
  const named = (name: string): VmmVm | undefined => vmm.vms().find((each) => each.name === name)
  const server = await startSpfServer({ vmm, clock, credentials, port: 0, switches })
  const transport = httpTransport({ label: 'spf', url: server.url + root, credentials })
  return {
    world,
    clock,
    vmm,
    transport,
    spf: scvmmSpf({ transport, clock, trail: noTrail, stampId: vmm.stampId, limits }),
    // Asked for where the start state has it.
    hv4: named('HV4')?.vmId ?? zeroGuid,
    vm: (name) => named(name)!.vmId,
    async [Symbol.asyncDispose]() {
      vmm.close()
      await transport.close()
      await server.close()
    },
  }
}

/** What is gathered is a matter of src/recording and tested there. */
const noTrail: EvidenceTrail = { gather: async (work) => ({ value: await work(), evidence: [] }) }
