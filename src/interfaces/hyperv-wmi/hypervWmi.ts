import type { Reading } from '../../checkpoint/reading.ts'
import type { Clock } from '../../foundation/clock.ts'
import { wmiPropertyType } from '../../products/hyperv-wmi/classes.ts'
import { wsManClient, type HttpTransport } from '../../protocols/wsman/client/wsManClient.ts'
import type { CheckpointInterface, EvidenceTrail, Unsupported } from '../port.ts'
import { actOnCheckpoint, changeSettings, changes, createCheckpoint } from './changes.ts'
import { hostTime } from './extras.ts'
import { identifyHost } from './identify.ts'
import type { Waiting } from '../waiting.ts'
import { hostName } from './operating-system.ts'
import { readTree, readVm } from './read.ts'
import type { HostSession } from './session.ts'
import { propertiesOf } from './properties.ts'
import { setVmState } from './vm-state.ts'

export interface HypervWmiOptions {
  /** To the host's WS-Management listener, captured or not. */
  readonly transport: HttpTransport
  readonly clock: Clock
  readonly trail: EvidenceTrail
  /** GUIDs for MessageIDs, seeded (foundation/seed.ts guidSequence). */
  readonly nextId: () => string
  readonly limits?: HypervWmiLimits
}

export interface HypervWmiLimits {
  /** Milliseconds until a job counts as stuck; default five minutes, as libvirt waits. */
  readonly job?: number
  /** Milliseconds between two looks at a job; default 500. */
  readonly interval?: number
  /** Items of one batch; default 50. */
  readonly maxElements?: number
}

const classPage = 'MicrosoftDocs/win32 desktop-src/HyperV_v2/msvm-virtualsystemsettingdata.md'

/** What a checkpoint does not have here. */
const unsupported: readonly Unsupported[] = [
  { what: 'databaseId', source: classPage, mark: 'documented' },
  { what: 'modifiedTime', source: classPage, mark: 'documented' },
  { what: 'objectType', source: classPage, mark: 'documented' },
  {
    what: 'refresh',
    source: 'the host is where the truth is: an enumeration begun after the job has ended is the product’s answer',
    mark: 'inferred',
  },
]

/** What Hyper-V Manager itself calls: WMI root\virtualization\v2, here over WS-Management. */
export function hypervWmi({ transport, clock, trail, nextId, limits = {} }: HypervWmiOptions): CheckpointInterface {
  const { job = 5 * 60_000, interval = 500, maxElements } = limits
  const client = wsManClient({ transport, nextId, schema: wmiPropertyType, ...(maxElements === undefined ? {} : { maxElements }) })
  const waiting: Waiting = { clock, limit: job, interval }
  let host: Reading | undefined
  const session: HostSession = { client, waiting, hostName: async () => (host ??= await hostName(client)) }
  return {
    id: 'hyperv-wmi',
    unsupported,
    probes: { properties: (_vm, checkpoint) => trail.gather(() => propertiesOf(client, checkpoint)) },
    identify: () => trail.gather(() => identifyHost(client)),
    read: (vm, also = []) => trail.gather(() => readVm(session, vm, also)),
    readTree: (vm) => trail.gather(() => readTree(session, vm)),
    create: (vm, wanted) => trail.gather(() => createCheckpoint(client, waiting, vm, wanted)),
    rename: (_vm, checkpoint, name) => trail.gather(() => changeSettings(client, waiting, checkpoint, changes.name(name))),
    setComment: (_vm, checkpoint, comment) => trail.gather(() => changeSettings(client, waiting, checkpoint, changes.comment(comment))),
    restore: (_vm, checkpoint) => trail.gather(() => actOnCheckpoint(client, waiting, 'restore', checkpoint)),
    remove: (_vm, checkpoint) => trail.gather(() => actOnCheckpoint(client, waiting, 'remove', checkpoint)),
    removeSubtree: (_vm, checkpoint) => trail.gather(() => actOnCheckpoint(client, waiting, 'removeSubtree', checkpoint)),
    setCheckpointType: (vm, type) => trail.gather(() => changeSettings(client, waiting, vm, changes.checkpointType(type))),
    setVmNotes: (vm, notes) => trail.gather(() => changeSettings(client, waiting, vm, changes.comment(notes))),
    setVmState: (vm, state) => trail.gather(() => setVmState(client, waiting, vm, state)),
    hostTime: () => trail.gather(() => hostTime(client)),
    async close() {
      host = undefined
      await transport.close()
    },
  }
}
