import type { Clock } from '../../foundation/clock.ts'
import type { HttpTransport } from '../../protocols/http/transport.ts'
import type { Guid } from '../../checkpoint/guid.ts'
import type { VmReading } from '../../checkpoint/reading.ts'
import type { CheckpointInterface, EvidenceTrail, Operation, Unsupported } from '../port.ts'
import { refuseOperation } from '../unsupported.ts'
import { changeCheckpoint, removeCheckpoint, restoreCheckpoint } from './change.ts'
import { createCheckpoint } from './create.ts'
import { identify } from './identify.ts'
import { jobsOf } from './jobs.ts'
import { defaultLimits, type SpfLimits } from './limits.ts'
import { vmReading } from './readings.ts'
import { checkpointRows, findVm } from './rows.ts'
import { spfProbes } from './probes/probes.ts'
import { openSession, type Session } from './session.ts'
import { isReachable, setVmState } from './vm-state.ts'

export interface ScvmmSpfOptions {
  /** Its root is a service root of SPF, in either documented shape (C-101). */
  readonly transport: HttpTransport
  readonly clock: Clock
  readonly trail: EvidenceTrail
  /** The GUID of the stamp, that is of the VMM server behind SPF: half of every key (C-094). */
  readonly stampId: string
  readonly limits?: Partial<SpfLimits>
}

const vmHasNone = 'the VirtualMachine of a recorded service has no such property (badstreff/terraform-provider-vmm vm_test.go)'
const vmHasOne = 'LastRestoredCheckpointId is the newest or the last applied one and does not tell which (C-044)'
const noVmOperation = 'dn458378 tells Start and Stop as values of Operation; no page at hand tells one for this'
const entityHasNone = 'VMCheckPoint has no such property (dn785076, C-095)'

const unsupported: readonly Unsupported[] = [
  { what: 'refresh', source: 'semantics.md section 4: no refresh of a VM was found in SPF', mark: 'unknown' },
  { what: 'remove-subtree', source: 'semantics.md section 4: DELETE on one entity only', mark: 'documented' },
  { what: 'kind', source: entityHasNone, mark: 'documented' },
  { what: 'savedState', source: entityHasNone, mark: 'documented' },
  { what: 'objectType', source: entityHasNone, mark: 'documented' },
  { what: 'userKind', source: entityHasNone, mark: 'documented' },
  { what: 'automatic', source: entityHasNone, mark: 'documented' },
  { what: 'disks', source: entityHasNone, mark: 'documented' },
  { what: 'files', source: entityHasNone, mark: 'documented' },
  { what: 'lastApplied', source: vmHasOne, mark: 'observed' },
  { what: 'operationalStatus', source: vmHasNone, mark: 'observed' },
  { what: 'checkpointType', source: vmHasNone, mark: 'observed' },
  { what: 'diskChains', source: vmHasNone, mark: 'observed' },
  { what: 'hostTime', source: vmHasNone, mark: 'observed' },
  { what: 'host-time', source: vmHasNone, mark: 'observed' },
  { what: 'set-checkpoint-type', source: vmHasNone, mark: 'observed' },
  { what: 'set-vm-notes', source: "the Description of a VM is SCVMM's own; whether it is Hyper-V's Notes is unknown", mark: 'unknown' },
  { what: 'save-vm', source: noVmOperation, mark: 'unknown' },
  { what: 'pause-vm', source: noVmOperation, mark: 'unknown' },
  { what: 'create-recovery', source: 'New-SCVMCheckpoint has no parameter of a kind (semantics.md section 3.3)', mark: 'documented' },
]

/** SCVMM through Service Provider Foundation. What it shows is VMM's database: it is as old as the last refresh (C-104). */
export function scvmmSpf({ transport, clock, trail, stampId, limits }: ScvmmSpfOptions): CheckpointInterface {
  const open = () => openSession({ transport, clock, stampId, limits: { ...defaultLimits, ...limits } })
  let session = open()
  const refuse = (operation: Operation): Promise<never> => refuseOperation(transport.label, unsupported, operation)
  return {
    id: 'scvmm-spf',
    unsupported,
    probes: spfProbes(trail, () => session),
    identify: () => trail.gather(() => identify(session)),
    read: (vm, also = []) => trail.gather(() => readVm(session, vm, also.includes('jobs'))),
    readTree: (vm) => trail.gather(() => readVm(session, vm, true)),
    create: (vm, wanted) =>
      trail.gather(() => (wanted.kind === 'recovery' ? refuse('create-recovery') : createCheckpoint(session, vm, wanted))),
    rename: (vm, checkpoint, name) => trail.gather(() => changeCheckpoint(session, vm, checkpoint, { Name: name })),
    setComment: (vm, checkpoint, comment) => trail.gather(() => changeCheckpoint(session, vm, checkpoint, { Description: comment })),
    restore: (vm, checkpoint) => trail.gather(() => restoreCheckpoint(session, vm, checkpoint)),
    remove: (vm, checkpoint) => trail.gather(() => removeCheckpoint(session, vm, checkpoint)),
    removeSubtree: () => trail.gather(() => refuse('remove-subtree')),
    setCheckpointType: () => trail.gather(() => refuse('set-checkpoint-type')),
    setVmNotes: () => trail.gather(() => refuse('set-vm-notes')),
    setVmState: (vm, state) =>
      trail.gather(() => (isReachable(state) ? setVmState(session, vm, state) : refuse(state === 'saved' ? 'save-vm' : 'pause-vm'))),
    hostTime: () => trail.gather(() => refuse('host-time')),
    async close() {
      session = open()
      await transport.close()
    },
  }
}

async function readVm(session: Session, vm: Guid, withJobs: boolean): Promise<VmReading | null> {
  const vmRow = await findVm(session, vm)
  if (vmRow === undefined) return null
  const jobs = withJobs ? await jobsOf(session, vmRow) : undefined
  return vmReading(vmRow, await checkpointRows(session, vmRow), jobs)
}
