import type { Guid } from '../../checkpoint/guid.ts'
import type { Reference, Selector } from '../../protocols/wsman/codec/reference.ts'
import { classUri } from '../../protocols/wsman/codec/resourceUri.ts'

/** The namespace that Hyper-V Manager itself uses. */
export const virtualization = 'root/virtualization/v2'

export const classes = {
  computerSystem: 'Msvm_ComputerSystem',
  settings: 'Msvm_VirtualSystemSettingData',
  snapshotService: 'Msvm_VirtualSystemSnapshotService',
  managementService: 'Msvm_VirtualSystemManagementService',
  affectedJobElement: 'Msvm_AffectedJobElement',
  snapshotOf: 'Msvm_SnapshotOfVirtualSystem',
  mostCurrent: 'Msvm_MostCurrentSnapshotInBranch',
  lastApplied: 'Msvm_LastAppliedSnapshot',
  component: 'Msvm_VirtualSystemSettingDataComponent',
  disk: 'Msvm_StorageAllocationSettingData',
  diskFile: 'Msvm_VirtualHardDiskSettingData',
  imageService: 'Msvm_ImageManagementService',
  snapshotSettings: 'Msvm_VirtualSystemSnapshotSettingData',
  job: 'Msvm_ConcreteJob',
} as const

/** Both keys, in the recorded order. The host itself is of the same class; its Name is no GUID (recorded). */
export function vmReference(vm: Guid): Reference {
  return reference(classes.computerSystem, [
    { name: 'CreationClassName', value: classes.computerSystem },
    { name: 'Name', value: vm },
  ])
}

/** The settings of a VM, or a checkpoint: `Microsoft:<GUID>` of either (observed). */
export function settingsReference(id: string): Reference {
  return reference(classes.settings, [{ name: 'InstanceID', value: instanceId(id) }])
}

export function instanceId(id: string): string {
  return `Microsoft:${id}`
}

/** CreationClassName alone names a service, and without any selector the host faults (observed). */
export function serviceReference(className: string): Reference {
  return reference(className, [{ name: 'CreationClassName', value: className }])
}

function reference(className: string, selectors: readonly Selector[]): Reference {
  return { resourceUri: classUri(virtualization, className), selectors }
}
