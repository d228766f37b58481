import { hyperVModule } from '../../../products/powershell/hyper-v/module.ts'
import { vmmModule } from '../../../products/powershell/vmm/module.ts'
import type { WorldClock } from '../../clock/world-clock.ts'
import type { VmmServer } from '../../vmm/server.ts'
import type { World } from '../../world/world.ts'
import {
  serveLoopback,
  type LabCredentials,
  type LabHttpRequest,
  type LabHttpResponse,
  type RunningServer,
} from '../http/loopback-server.ts'
import { hostView } from '../wsman/host-view.ts'
import type { Answer } from './answer.ts'
import { behave, unheeded, type Behaviours } from './behaviour.ts'
import { callOf, type Call } from './call.ts'
import { hyperVCmdlets, refusals as hyperVRefusals } from './hyper-v/cmdlets.ts'
import { vmmCmdlets, refusals as vmmRefusals } from './vmm/cmdlets.ts'
import { notModelled } from './refusals.ts'
import { readPlain, writePlain } from './wire.ts'

export interface PowerShellServerOptions {
  readonly world: World
  readonly vmm: VmmServer
  readonly clock: WorldClock
  readonly credentials: LabCredentials
  /** 0: any free one. */
  readonly port: number
}

/** A cmdlet with its surroundings; undefined where the module has no such cmdlet. */
type Module = (call: Call) => Promise<readonly Answer[] | undefined>

/** What the lab's PowerShell modules talk to: `POST /<module>/<cmdlet>`, CLIXML both ways. No product has such a port. */
export function startPowerShellServer({ world, vmm, clock, credentials, port }: PowerShellServerOptions): Promise<RunningServer> {
  const modules: Readonly<Record<string, Module>> = {
    [hyperVModule.name]: moduleOf({ view: hostView(world, world.hosts[0]!), clock }, hyperVCmdlets, hyperVRefusals),
    [vmmModule.name]: moduleOf({ vmm, clock }, vmmCmdlets, vmmRefusals),
  }
  return serveLoopback({ port, credentials, realm: 'snapcheck lab PowerShell', answer: (request) => answer(modules, request) })
}

async function answer(modules: Readonly<Record<string, Module>>, { method, path, body }: LabHttpRequest): Promise<LabHttpResponse> {
  const [, module = '', cmdlet = ''] = path.split('/')
  const answers = method === 'POST' ? await modules[module]?.(callOf(cmdlet, readPlain(body))) : undefined
  if (answers === undefined) return { status: 404, headers: {}, body: 'no such cmdlet' }
  return { status: 200, headers: { 'content-type': 'text/xml;charset=UTF-8' }, body: writePlain(answers) }
}

function moduleOf<Context>(
  context: Context,
  behaviours: Behaviours<Context>,
  refusals: (context: Context, call: Call) => readonly Answer[],
): Module {
  return async (call) => {
    const behaviour = behaviours[call.cmdlet]
    if (behaviour === undefined) return undefined
    const refused = refusals(context, call)
    if (refused.length > 0) return refused
    const unknown = unheeded(behaviour, call)
    return unknown.length > 0 ? [notModelled(call.cmdlet, unknown)] : behave(behaviour, context, call)
  }
}
