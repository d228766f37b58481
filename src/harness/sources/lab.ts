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
import type { ScenarioDefinition } from '../definition.ts'
import { defaultPatience, type Source } from './source.ts'

/** The interfaces that the lab serves and that can create. */
export const labCreators = ['hyperv-wmi', 'scvmm-spf'] as const satisfies readonly InterfaceId[]

export interface LabSourceOptions {
  readonly seed: string
  /** `<scenario>/<creator>`: its world derives from the seed and this, never from order. */
  readonly key: string
  readonly faults: readonly string[]
  readonly vm: ScenarioDefinition['vm']
}

/** The article's VM, and the one that is off (src/lab/world/start-states.ts). */
const vmNames = { running: 'HV4', off: 'HV7' } as const

/** A lab of its own for one telling of one scenario, under the virtual clock. */
export async function openLabSource({ seed, key, faults, vm }: LabSourceOptions): Promise<Source> {
  const lab = await startLab({ seed: `${seed}/${key}`, faults: new Set(faults.map(faultId)) })
  const evidence = evidenceStore()
  return {
    clock: lab.clock,
    vm: lab.vms.find(({ name }) => name === vmNames[vm])!.id,
    patience: defaultPatience,
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
