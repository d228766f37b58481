import type { Guid } from '../../../../checkpoint/guid.ts'
import type { Reference } from '../../../../protocols/wsman/codec/reference.ts'
import { classUri } from '../../../../protocols/wsman/codec/resourceUri.ts'

export const virtualizationNamespace = 'root/virtualization/v2'

/** References as the recorded host writes them: these keys in this order, no `__cimnamespace`. */
export function computerSystemReference(name: string): Reference {
  return reference('Msvm_ComputerSystem', { CreationClassName: 'Msvm_ComputerSystem', Name: name })
}

export function settingsReference(id: Guid): Reference {
  return reference('Msvm_VirtualSystemSettingData', { InstanceID: settingsInstanceId(id) })
}

export function jobReference(id: Guid): Reference {
  return reference('Msvm_ConcreteJob', { InstanceID: id })
}

/** `Microsoft:<VSSD GUID>\\<class GUID>\\<controller>\\<slot>\\L`: the medium in a slot (hyperv-wmi-v2.md section 2, observed). */
export function diskInstanceId(settings: Guid, slot: number): string {
  return `${settingsInstanceId(settings)}\\${diskClassId}\\0\\${slot}\\L`
}

/** Of the disk images; the value itself is the lab's own, because no source at hand prints it. */
const diskClassId = '83F8638B-8DCA-4152-9EDA-2CA8B33039B4'

export function diskReference(settings: Guid, slot: number): Reference {
  return reference('Msvm_StorageAllocationSettingData', { InstanceID: diskInstanceId(settings, slot) })
}

export function settingsInstanceId(id: Guid): string {
  return `Microsoft:${id}`
}

function reference(className: string, keys: Readonly<Record<string, string>>): Reference {
  return {
    resourceUri: classUri(virtualizationNamespace, className),
    selectors: Object.entries(keys).map(([name, value]) => ({ name, value })),
  }
}
