import type { InterfaceId } from '../../checkpoint/interface-id.ts'
import { guidSequence } from '../../foundation/seed.ts'
import { hypervWmi } from '../../interfaces/hyperv-wmi/hypervWmi.ts'
import type { CheckpointInterface } from '../../interfaces/port.ts'
import { scvmmSpf } from '../../interfaces/scvmm-spf/scvmmSpf.ts'
import { faultId } from '../../lab/faults/catalogue.ts'
import { startLab, type Lab } from '../../lab/lab.ts'
import { httpTransport } from '../../protocols/http/httpTransport.ts'
import type { HttpEndpoint, HttpTransport } from '../../protocols/http/transport.ts'
import { capturing } from '../../recording/capturing.ts'
import { evidenceStore, type EvidenceStore } from '../../recording/evidence.ts'
import { evidenceTrail, type RecordingTrail } from '../../recording/trail.ts'
import type { StartStateId } from '../../lab/world/start-states.ts'
import type { VmNeed } from '../definition.ts'
import { guestIn } from './lab-guest.ts'
import { defaultPatience, type Patience, type Source } from './source.ts'

/** The interfaces that the lab serves and that can create. */
export const labCreators = ['hyperv-wmi', 'scvmm-spf'] as const satisfies readonly InterfaceId[]

/** Its refreshers run at full minutes that three divides, so that asking less often sees the same. */
const labPatience: Patience = { ...defaultPatience, interval: 3 * 60_000 }

export interface LabSourceOptions {
  readonly seed: string
  /** `<scenario>/<creator>`: its world derives from the seed and this, never from order. */
  readonly key: string
  readonly faults: readonly string[]
  readonly vm: VmNeed
}

/** The article's VM, and one for each thing that the article's own cannot show (src/lab/world/start-states.ts). */
const vms: Readonly<Record<VmNeed, { readonly startState: StartStateId; readonly name: string }>> = {
  running: { startState: 'article', name: 'HV4' },
  off: { startState: 'article', name: 'HV7' },
  'off-with-checkpoint': { startState: 'depth', name: 'AP5' },
  production: { startState: 'depth', name: 'DC1' },
  'no-integration': { startState: 'depth', name: 'LX2' },
  'two-disks': { startState: 'depth', name: 'FS3' },
  'pass-through': { startState: 'depth', name: 'PT6' },
  'nearly-full': { startState: 'limit', name: 'LOG9' },
  library: { startState: 'depth', name: 'GOLD8' },
}

/** A lab of its own for one telling of one scenario, under the virtual clock. */
export async function openLabSource({ seed, key, faults, vm: need }: LabSourceOptions): Promise<Source> {
  const { startState, name } = vms[need]
  const lab = await startLab({ seed: `${seed}/${key}`, startState, faults: new Set(faults.map(faultId)) })
  const vm = lab.vms.find((each) => each.name === name)!.id
  const inside = guestIn(lab, vm)
  const evidence = evidenceStore()
  return {
    clock: lab.clock,
    vm,
    ...(inside === undefined ? {} : { inside }),
    patience: labPatience,
    evidence,
    open: () => sessionsOn(lab, evidence, guidSequence(seed, key, 'message')),
    close: () => lab.close(),
  }
}

function sessionsOn(lab: Lab, evidence: EvidenceStore, nextId: () => string): readonly CheckpointInterface[] {
  const { clock, endpoints } = lab
  const through = (endpoint: HttpEndpoint): { readonly transport: HttpTransport; readonly trail: RecordingTrail } => {
    const trail = evidenceTrail()
    return { trail, transport: capturing(httpTransport(endpoint), evidence, trail) }
  }
  const spf = endpoints['scvmm-spf']
  return [hypervWmi({ ...through(endpoints['hyperv-wmi']), clock, nextId }), scvmmSpf({ ...through(spf), clock, stampId: spf.stampId })]
}
