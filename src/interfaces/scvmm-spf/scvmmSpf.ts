import type { Clock } from '../../foundation/clock.ts'
import type { HttpTransport } from '../../protocols/http/transport.ts'
import type { CheckpointInterface, EvidenceTrail, Unsupported } from '../port.ts'
import { changeCheckpoint, removeCheckpoint, restoreCheckpoint } from './change.ts'
import { createCheckpoint } from './create.ts'
import { identify } from './identify.ts'
import { defaultLimits, type SpfLimits } from './limits.ts'
import { vmReading } from './readings.ts'
import { checkpointRows, findVm } from './rows.ts'
import { openSession } from './session.ts'

export interface ScvmmSpfOptions {
  /** Its root is a service root of SPF, in either documented shape (C-101). */
  readonly transport: HttpTransport
  readonly clock: Clock
  readonly trail: EvidenceTrail
  /** The GUID of the stamp, that is of the VMM server behind SPF: half of every key (C-094). */
  readonly stampId: string
  readonly limits?: Partial<SpfLimits>
}

const entityHasNone = 'VMCheckPoint has no such property (dn785076, C-095)'

const unsupported: readonly Unsupported[] = [
  { what: 'refresh', source: 'semantics.md section 4: no refresh of a VM was found in SPF', mark: 'unknown' },
  { what: 'remove-subtree', source: 'semantics.md section 4: DELETE on one entity only', mark: 'documented' },
  { what: 'kind', source: entityHasNone, mark: 'documented' },
  { what: 'savedState', source: entityHasNone, mark: 'documented' },
  { what: 'objectType', source: entityHasNone, mark: 'documented' },
]

/** SCVMM through Service Provider Foundation. What it shows is VMM's database: it is as old as the last refresh (C-104). */
export function scvmmSpf({ transport, clock, trail, stampId, limits }: ScvmmSpfOptions): CheckpointInterface {
  const open = () => openSession({ transport, clock, stampId, limits: { ...defaultLimits, ...limits } })
  let session = open()
  return {
    id: 'scvmm-spf',
    unsupported,
    identify: () => trail.gather(() => identify(session)),
    read: (vm) =>
      trail.gather(async () => {
        const vmRow = await findVm(session, vm)
        return vmRow === undefined ? null : vmReading(vmRow, await checkpointRows(session, vmRow))
      }),
    create: (vm, wanted) => trail.gather(() => createCheckpoint(session, vm, wanted)),
    rename: (vm, checkpoint, name) => trail.gather(() => changeCheckpoint(session, vm, checkpoint, { Name: name })),
    setComment: (vm, checkpoint, comment) => trail.gather(() => changeCheckpoint(session, vm, checkpoint, { Description: comment })),
    restore: (vm, checkpoint) => trail.gather(() => restoreCheckpoint(session, vm, checkpoint)),
    remove: (vm, checkpoint) => trail.gather(() => removeCheckpoint(session, vm, checkpoint)),
    async close() {
      session = open()
      await transport.close()
    },
  }
}
