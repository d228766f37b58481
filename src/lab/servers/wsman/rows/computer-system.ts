import { datetimeOf, neverHappened } from '../../../../protocols/wsman/codec/datetime.ts'
import { values } from '../../../../products/hyperv-wmi/values.ts'
import { derivedBytes } from '../../../../foundation/seed.ts'
import { jobTypes, type JobType } from '../../../world/jobs.ts'
import type { VirtualMachine, VmState } from '../../../world/model.ts'
import type { HostView } from '../host-view.ts'
import type { Row } from './row.ts'
import type { Rows } from './rows.ts'

const enabledStates: Readonly<Record<VmState, number>> = values.enabledState.value

/** OperationalStatus[1] while a job of the VM runs (semantics.md section 2.3, documented); the texts are assumed. */
const busyStatus: Readonly<Partial<Record<JobType, { readonly code: number; readonly text: string }>>> = {
  [jobTypes.create]: { code: 32768, text: 'Creating snapshot' },
  [jobTypes.apply]: { code: 32769, text: 'Applying snapshot' },
  [jobTypes.destroy]: { code: 32770, text: 'Deleting snapshot' },
}

/** OperationalStatus[1] while disks are merged in the background (documented). */
const merging = 32772

/** The host itself is an instance of the class (recorded). */
export const computerSystems: Rows = (view) => [hostRow(view.host.name), ...view.vms().map((vm) => vmRow(vm, view))]

/** Exactly the values of the recorded host, in English; all others are null there. */
function hostRow(name: string): Row {
  return {
    Caption: 'Hosting Computer System',
    CreationClassName: 'Msvm_ComputerSystem',
    Description: 'Microsoft Hosting Computer System',
    ElementName: name,
    EnabledDefault: 2,
    EnabledState: 2,
    HealthState: 5,
    Name: name,
    NumberOfNumaNodes: 1,
    OperationalStatus: [2],
    RequestedState: 12,
    ResetCapability: 1,
    Status: 'OK',
    StatusDescriptions: ['OK'],
  }
}

function vmRow(vm: VirtualMachine, view: HostView): Row {
  const isRunning = vm.state === 'running'
  return {
    Caption: 'Virtual Machine',
    CreationClassName: 'Msvm_ComputerSystem',
    Description: 'Microsoft Virtual Machine',
    ElementName: vm.name,
    EnabledDefault: 2,
    EnabledState: enabledStates[vm.state],
    EnhancedSessionModeState: isRunning ? 6 : 3,
    FailedOverReplicationType: 0,
    HealthState: 5,
    HwThreadsPerCoreRealized: isRunning ? 2 : null,
    InstallDate: datetimeOf(vm.createdAt),
    LastApplicationConsistentReplicationTime: neverHappened,
    LastReplicationTime: neverHappened,
    LastReplicationType: 0,
    Name: vm.id,
    NumberOfNumaNodes: 1,
    OnTimeInMilliseconds: BigInt(isRunning ? view.world.clock.now() - vm.stateChangedAt : 0),
    ...operationalStatus(vm, view),
    ProcessID: isRunning ? processId(vm, view) : null,
    ReplicationHealth: 0,
    ReplicationMode: 0,
    ReplicationState: 0,
    RequestedState: 5,
    ResetCapability: 1,
    Status: 'OK',
    TimeOfLastConfigurationChange: datetimeOf(vm.configurationChangedAt),
    TimeOfLastStateChange: datetimeOf(vm.stateChangedAt),
  }
}

function operationalStatus(vm: VirtualMachine, view: HostView): Row {
  const running = view.jobs().find((job) => job.vm === vm.id && job.state === 4)
  const busy = running === undefined ? undefined : busyStatus[running.jobType]
  if (busy !== undefined) return { OperationalStatus: [11, busy.code], StatusDescriptions: ['In service', busy.text] }
  if (vm.mergingUntil === null) return { OperationalStatus: [2], StatusDescriptions: ['Operating normally'] }
  const inService = view.world.switches.mergingStatus === 'in-service'
  return { OperationalStatus: [inService ? 11 : 2, merging], StatusDescriptions: ['Operating normally', 'Merging disks'] }
}

/** Windows numbers processes in steps of four. */
function processId(vm: VirtualMachine, view: HostView): number {
  return 1_000 + (derivedBytes(view.world.seed, 'process', vm.id).readUInt16BE() >> 2) * 4
}
