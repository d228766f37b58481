import { virtualSystemTypeOf } from '../../../../checkpoint/kinds.ts'
import type { Guid } from '../../../../checkpoint/guid.ts'
import { derivedBytes, derivedGuid } from '../../../../foundation/seed.ts'
import { datetimeOf, intervalOf } from '../../../../protocols/wsman/codec/datetime.ts'
import { writeObjectPath } from '../../../../protocols/wsman/codec/objectPath.ts'
import type { Checkpoint, VirtualMachine, VmSettings } from '../../../world/model.ts'
import type { HostView } from '../host-view.ts'
import { settingsInstanceId, virtualizationNamespace } from './references.ts'
import type { Row } from './row.ts'
import type { Rows } from './rows.ts'

export const settingData: Rows = (view) => [
  ...view.vms().map((vm) => vmSettingsRow(vm, view)),
  ...view.checkpoints().map((checkpoint) => view.effects.settingsRow(checkpointSettingsRow(checkpoint, view), checkpoint)),
]

const dataRoot = String.raw`C:\ProgramData\Microsoft\Windows\Hyper-V`

function vmSettingsRow(vm: VirtualMachine, view: HostView): Row {
  return {
    ...commonRow(vm.id, vm.id, vm, view),
    ConfigurationFile: `Virtual Machines\\${vm.id}.vmcx`,
    CreationTime: datetimeOf(vm.createdAt),
    Description: 'Active settings for the virtual machine.',
    ElementName: vm.name,
    GuestStateFile: `Virtual Machines\\${vm.id}.vmgs`,
    IsSaved: vm.state === 'saved',
    Notes: vm.notes,
    /** Names the checkpoint that "Now" hangs from, against the documentation's first sentence (hyperv-wmi-v2.md section 13, observed). */
    Parent: settingsPath(vm.position, view),
    SuspendDataRoot: `Virtual Machines\\${vm.id}`,
    VirtualSystemType: 'Microsoft:Hyper-V:System:Realized',
  }
}

function checkpointSettingsRow(checkpoint: Checkpoint, view: HostView): Row {
  const { id } = checkpoint
  return {
    ...commonRow(id, checkpoint.vm, { ...checkpoint.settings, checkpointType: checkpoint.userKind }, view),
    ConfigurationFile: `Snapshots\\${id}.vmcx`,
    CreationTime: datetimeOf(checkpoint.createdAt),
    /** The documented text; a public client matches "Checkpoint settings …" (hyperv-wmi-v2.md section 2). */
    Description: 'Snapshot settings for the virtual machine',
    ElementName: checkpoint.name,
    GuestStateFile: `Snapshots\\${id}.vmgs`,
    IsSaved: checkpoint.savedState,
    Notes: checkpoint.notes,
    Parent: settingsPath(checkpoint.parent, view),
    SuspendDataRoot: `Snapshots\\${id}`,
    VirtualSystemType: virtualSystemTypeOf(checkpoint.kind),
  }
}

/**
 * Identifying values as observed; the others are those of the 2012 R2 dump where it has them and assumed where not. What a
 * build adds without documentation stays null.
 */
function commonRow(id: Guid, vm: Guid, { checkpointType, version, generation }: VmSettings, view: HostView): Row {
  return {
    AllowFullSCSICommandSet: false,
    AllowReducedFcRedundancy: false,
    Architecture: 'x64',
    AutomaticCriticalErrorAction: 1,
    AutomaticCriticalErrorActionTimeout: intervalOf(30 * 60_000),
    AutomaticRecoveryAction: 3,
    AutomaticShutdownAction: 3,
    /** True by default on client Windows, false on Server (hyperv-wmi-v2.md section 10, observed). */
    AutomaticSnapshotsEnabled: false,
    AutomaticStartupAction: 3,
    AutomaticStartupActionDelay: intervalOf(0),
    BIOSNumLock: false,
    ...firmwareOf(vm, view),
    BootOrder: generation === 1 ? [1, 2, 3, 0] : [],
    Caption: 'Virtual Machine Settings',
    ConfigurationDataRoot: dataRoot,
    ConfigurationID: id,
    ConsoleMode: 0,
    EnhancedSessionTransportType: 0,
    GuestControlledCacheTypes: false,
    GuestStateDataRoot: dataRoot,
    HighMmioGapSize: 512n,
    IncrementalBackupEnabled: false,
    InstanceID: settingsInstanceId(id),
    IsAutomaticSnapshot: false,
    LockOnDisconnect: false,
    LowMmioGapSize: 128n,
    NetworkBootPreferredProtocol: 4096,
    PauseAfterBootFailure: false,
    SecureBootEnabled: generation === 2,
    SnapshotDataRoot: dataRoot,
    SwapFileDataRoot: dataRoot,
    UserSnapshotType: checkpointType,
    Version: version,
    VirtualNumaEnabled: true,
    VirtualSystemIdentifier: vm,
    VirtualSystemSubType: `Microsoft:Hyper-V:SubType:${generation}`,
  }
}

/** A string property that holds a reference holds an absolute path (ws-man.md section 7, recorded); null at a root. */
function settingsPath(id: Guid | null, view: HostView): string | null {
  if (id === null) return null
  return writeObjectPath({
    host: view.host.name,
    namespace: virtualizationNamespace.replaceAll('/', '\\'),
    className: 'Msvm_VirtualSystemSettingData',
    keys: [{ name: 'InstanceID', value: settingsInstanceId(id) }],
  })
}

const firmware = new WeakMap<HostView['world'], Map<Guid, Row>>()

/** The same for the VM and all its checkpoints, so derived once. */
function firmwareOf(vm: Guid, { world }: HostView): Row {
  const ofWorld = firmware.get(world) ?? new Map<Guid, Row>()
  firmware.set(world, ofWorld)
  const known = ofWorld.get(vm) ?? { BIOSGUID: `{${derivedGuid(world.seed, 'bios', vm)}}`, BIOSSerialNumber: serialNumber(world.seed, vm) }
  ofWorld.set(vm, known)
  return known
}

function serialNumber(seed: string, vm: Guid): string {
  const digits = BigInt(`0x${derivedBytes(seed, 'serial', vm).toString('hex')}`)
    .toString()
    .slice(0, 26)
  return digits.replace(/(\d{4})(?=\d)/g, '$1-')
}
