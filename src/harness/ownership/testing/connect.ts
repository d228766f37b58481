import type { Clock } from '../../../foundation/clock.ts'
import { guidSequence } from '../../../foundation/seed.ts'
import { hypervWmi } from '../../../interfaces/hyperv-wmi/hypervWmi.ts'
import type { CheckpointInterface } from '../../../interfaces/port.ts'
import { scvmmSpf } from '../../../interfaces/scvmm-spf/scvmmSpf.ts'
import { httpTransport } from '../../../protocols/http/httpTransport.ts'
import { evidenceTrail } from '../../../recording/trail.ts'
import type { Place } from '../entries.ts'
import type { Orders } from './plan.ts'

/** How often jobs are looked at, in milliseconds of the world's clock. */
const interval = 300

/** A session on a lab that runs elsewhere, on the clock of that lab. */
export function connectTo(
  endpoints: Orders['endpoints'],
  clock: Clock,
  seed: string,
): (place: Pick<Place, 'interface'>) => CheckpointInterface {
  const nextId = guidSequence(seed, 'message')
  const trail = evidenceTrail()
  return ({ interface: id }) => {
    if (id === 'hyperv-wmi') return hypervWmi({ transport: httpTransport(endpoints[id]), clock, trail, nextId, limits: { interval } })
    const spf = endpoints['scvmm-spf']
    return scvmmSpf({ transport: httpTransport(spf), clock, trail, stampId: spf.stampId, limits: { pollInterval: interval } })
  }
}

/** Where the endpoints of a lab are, for a journal. */
export function placesOf(endpoints: Orders['endpoints']): readonly Place[] {
  return [
    { interface: 'hyperv-wmi', endpoint: endpoints['hyperv-wmi'].label },
    { interface: 'scvmm-spf', endpoint: endpoints['scvmm-spf'].label },
  ]
}
