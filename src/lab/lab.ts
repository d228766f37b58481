import { randomBytes } from 'node:crypto'
import type { Guid } from '../checkpoint/guid.ts'
import { derivedGuid } from '../foundation/seed.ts'
import type { HostProfileId } from '../products/hyperv-wmi/builds.ts'
import { urlRoots } from '../products/spf/service.ts'
import { realWorldClock } from './clock/real-world-clock.ts'
import { virtualClock } from './clock/virtual-clock.ts'
import type { WorldClock } from './clock/world-clock.ts'
import { effectsOf, noFaults, type FaultSet } from './faults/catalogue.ts'
import { closedPort, type LabCredentials, type RunningServer } from './servers/http/loopback-server.ts'
import { startPowerShellServer } from './servers/powershell/server.ts'
import { startSpfServer } from './servers/spf/server.ts'
import type { SpfSwitches } from './servers/spf/switches.ts'
import { startWsmanServer } from './servers/wsman/server.ts'
import type { WsmanSwitches } from './servers/wsman/switches.ts'
import { createVmmServer, type VmmServer } from './vmm/server.ts'
import type { VmmSwitches } from './vmm/switches.ts'
import { startLibraries, type StartStateId } from './world/start-states.ts'
import type { WorldSwitches } from './world/switches.ts'
import { createWorld, type World } from './world/world.ts'

export interface LabOptions {
  /** Everything with an id derives it from here: give each scenario its own, e.g. `<seed>/<scenario>`. */
  readonly seed: string
  readonly startState?: StartStateId
  readonly profile?: HostProfileId
  readonly faults?: FaultSet
  /** Left out: virtual, so that waiting costs nothing. */
  readonly clock?: WorldClock['kind']
  /** How many seconds of a world on the real clock go by in one of the machine's; default 1. */
  readonly speed?: number
  /** Answers that are open or contradictory in the documents. */
  readonly switches?: LabSwitches
  /** Left out or 0: any free one. */
  readonly ports?: { readonly wsman?: number; readonly spf?: number; readonly powershell?: number }
  /** Left out: derived from the seed, or made up where the clock is real. */
  readonly password?: string
}

export interface LabSwitches {
  readonly wsman?: WsmanSwitches
  readonly world?: Partial<WorldSwitches>
  readonly vmm?: Partial<VmmSwitches>
  readonly spf?: Partial<SpfSwitches>
}

export interface LabEndpoint {
  /** What reports call it: never its address. */
  readonly label: string
  readonly url: string
  readonly credentials: LabCredentials
}

export interface SpfEndpoint extends LabEndpoint {
  /** GUID of the stamp: half of every key of SPF (C-094). */
  readonly stampId: string
}

/** A running lab. Everything is on loopback and in memory. */
export interface Lab extends AsyncDisposable {
  /** Clients that wait on this clock move the lab's world. */
  readonly clock: WorldClock
  readonly world: World
  readonly vmm: VmmServer
  readonly endpoints: { readonly 'hyperv-wmi': LabEndpoint; readonly 'scvmm-spf': SpfEndpoint }
  /** What the lab's PowerShell modules talk to (docs/lab-modules.md); it listens from the first time that it is asked for. */
  powershell(): Promise<LabEndpoint>
  readonly vms: readonly { readonly name: string; readonly id: Guid }[]
  close(): Promise<void>
}

/** 2026-01-15T09:00:00Z: where every virtual world begins. */
const virtualBegin = Date.UTC(2026, 0, 15, 9, 0, 0)
/** Addresses inside answers of a virtual world are the same in every run, whatever the port. */
const virtualSpfOrigin = 'http://spf.lab.invalid'
const user = 'lab'

export async function startLab(options: LabOptions): Promise<Lab> {
  const { seed, faults = noFaults } = options
  const effects = effectsOf(faults)
  const isReal = options.clock === 'real'
  const clock = isReal ? realWorldClock(options.speed) : virtualClock(virtualBegin)
  const password = options.password ?? (isReal ? randomBytes(12).toString('base64url') : derivedGuid(seed, 'password'))
  const credentials = { user, password }
  const { startState = 'article', profile, switches = {} } = options
  const world = createWorld({ seed, clock, effects, startState, profile, switches: switches.world ?? {} })

  const wsman = faults.has('host-unreachable')
    ? await closedPort()
    : await startWsmanServer({ world, credentials, port: options.ports?.wsman ?? 0, switches: switches.wsman ?? {}, effects })
  const vmm = createVmmServer({ world, seed, effects, switches: switches.vmm ?? {}, library: startLibraries[startState] ?? [] })
  const named = isReal ? {} : { origin: virtualSpfOrigin }
  const spf = faults.has('vmm-unreachable')
    ? await closedPort()
    : await startSpfServer({ vmm, clock, credentials, port: options.ports?.spf ?? 0, switches: switches.spf ?? {}, effects, ...named })
  let bridge: Promise<RunningServer> | undefined
  const startBridge = (): Promise<RunningServer> =>
    startPowerShellServer({ world, vmm, clock, credentials, port: options.ports?.powershell ?? 0 })
  const close = async (): Promise<void> => {
    vmm.close()
    await Promise.all([wsman.close(), spf.close(), bridge?.then((server) => server.close())])
  }
  return {
    clock,
    world,
    vmm,
    endpoints: {
      'hyperv-wmi': { label: `lab host ${world.hosts[0]!.name}`, url: wsman.url, credentials },
      'scvmm-spf': { label: 'lab SPF', url: spf.url + urlRoots[0]!.sample, credentials, stampId: vmm.stampId },
    },
    async powershell() {
      bridge ??= startBridge()
      return { label: 'lab PowerShell modules', url: (await bridge).url, credentials }
    },
    vms: [...world.vms(), ...stored(vmm)].map(({ name, id }) => ({ name, id })),
    close,
    [Symbol.asyncDispose]: close,
  }
}

/** Those of VMM's library, which no host has. */
function stored(vmm: VmmServer): Lab['vms'] {
  return vmm
    .vms()
    .filter(({ state }) => state === 'stored')
    .map(({ name, vmId }) => ({ name, id: vmId }))
}
