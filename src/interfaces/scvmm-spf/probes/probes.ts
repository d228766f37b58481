import type { EvidenceTrail, Probes } from '../../port.ts'
import type { Session } from '../session.ts'
import { probeLock, probePutRestore, probeVerbs } from './changes.ts'
import { probeFormats } from './formats.ts'
import { probeKey, probePrincipal, probeProperties, probeRoot } from './schema.ts'

/** All that single requests tell of the service (C-093 to C-102, C-113); each leaves the checkpoint as it was. */
export function spfProbes(trail: EvidenceTrail, session: () => Session): Probes {
  return {
    verbs: (vm, checkpoint) => trail.gather(() => probeVerbs(session(), vm, checkpoint)),
    key: (vm, checkpoint) => trail.gather(() => probeKey(session(), vm, checkpoint)),
    properties: () => trail.gather(() => probeProperties(session())),
    principal: () => trail.gather(() => probePrincipal(session())),
    root: () => trail.gather(() => probeRoot(session())),
    formats: (vm, checkpoint) => trail.gather(() => probeFormats(session(), vm, checkpoint)),
    lock: (vm, checkpoint) => trail.gather(() => probeLock(session(), vm, checkpoint)),
    putRestore: (vm, checkpoint) => trail.gather(() => probePutRestore(session(), vm, checkpoint)),
  }
}
