import type { Clock } from '../../foundation/clock.ts'
import { hypervWmi } from '../../interfaces/hyperv-wmi/hypervWmi.ts'
import type { CheckpointInterface } from '../../interfaces/port.ts'
import { scvmmSpf } from '../../interfaces/scvmm-spf/scvmmSpf.ts'
import { httpTransport } from '../../protocols/http/httpTransport.ts'
import type { HttpTransport } from '../../protocols/http/transport.ts'
import { capturing } from '../../recording/capturing.ts'
import type { EvidenceStore } from '../../recording/evidence.ts'
import { evidenceTrail, type RecordingTrail } from '../../recording/trail.ts'
import type { ReadyEndpoint } from '../../configuration/endpoints.ts'
import type { HostTarget, VmmTarget } from './target.ts'

export interface Connecting {
  readonly clock: Clock
  readonly evidence: EvidenceStore
  /** GUIDs for MessageIDs, never the same in two runs. */
  readonly nextId: () => string
}

/** A new session on a host. @throws SNAPCHECK_OPTION_VALUE, SNAPCHECK_CREDENTIALS_IN_CLEAR */
export function connectHost(host: HostTarget, { clock, evidence, nextId }: Connecting): CheckpointInterface {
  const limits = { ...optional('job', host.job), ...optional('interval', host.poll) }
  return hypervWmi({ ...captured(host, evidence), clock, nextId, limits })
}

/** A new session on a VMM server behind SPF. @throws as connectHost */
export function connectVmm(vmm: VmmTarget, { clock, evidence }: Connecting): CheckpointInterface {
  const limits = { ...optional('jobTimeout', vmm.job), ...optional('pollInterval', vmm.poll) }
  return scvmmSpf({ ...captured(vmm, evidence), clock, stampId: vmm.stampId, limits })
}

function captured(endpoint: ReadyEndpoint, evidence: EvidenceStore): { readonly transport: HttpTransport; readonly trail: RecordingTrail } {
  const trail = evidenceTrail()
  return { trail, transport: capturing(httpTransport(endpoint), evidence, trail) }
}

function optional<Key extends string>(key: Key, value: number | undefined): { readonly [Name in Key]?: number } {
  return (value === undefined ? {} : { [key]: value }) as { readonly [Name in Key]?: number }
}
