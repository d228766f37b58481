import {
  affectedJobElement,
  lastAppliedSnapshot,
  mostCurrentSnapshotInBranch,
  parentChildSettingData,
  settingsDefineState,
  snapshotOfVirtualSystem,
  virtualSystemSettingDataComponent,
} from './classes/associations.ts'
import { computerSystem } from './classes/computer-system.ts'
import { concreteJob } from './classes/concrete-job.ts'
import { imageManagementService } from './classes/image-management-service.ts'
import { virtualSystemManagementService } from './classes/management-service.ts'
import { operatingSystem } from './classes/operating-system.ts'
import { virtualSystemSnapshotService } from './classes/snapshot-service.ts'
import { virtualSystemSnapshotSettingData } from './classes/snapshot-setting-data.ts'
import { storageAllocationSettingData } from './classes/storage-allocation-setting-data.ts'
import { virtualHardDiskSettingData } from './classes/virtual-hard-disk-setting-data.ts'
import { virtualSystemSettingData } from './classes/virtual-system-setting-data.ts'
import type { WmiClass, WmiScalarType, WmiType } from './wmi-class.ts'

/** Every class that can be asked for. */
export const wmiClasses: readonly WmiClass[] = [
  computerSystem,
  virtualSystemSettingData,
  virtualSystemSnapshotService,
  virtualSystemManagementService,
  imageManagementService,
  storageAllocationSettingData,
  concreteJob,
  affectedJobElement,
  snapshotOfVirtualSystem,
  mostCurrentSnapshotInBranch,
  lastAppliedSnapshot,
  settingsDefineState,
  parentChildSettingData,
  virtualSystemSettingDataComponent,
  operatingSystem,
]

/** What CreateSnapshot takes. */
export const snapshotSettingsClasses: readonly WmiClass[] = [virtualSystemSnapshotSettingData, virtualSystemSettingData]

/** Classes that travel inside a string only. */
export const embeddedClasses: readonly WmiClass[] = [...snapshotSettingsClasses, virtualHardDiskSettingData]

const typesByClass = new Map(
  [...wmiClasses, ...embeddedClasses].map(({ name, properties }) => [
    name,
    Object.assign({}, ...properties.map(({ types }) => types)) as Readonly<Record<string, WmiType>>,
  ]),
)

/** The type of a property in any build; undefined for what is in no table. Names are case-sensitive in XML. */
export function wmiPropertyType(
  className: string,
  property: string,
): { readonly type: WmiScalarType; readonly array: boolean } | undefined {
  const type = typesByClass.get(className)?.[property]
  return type === undefined ? undefined : splitType(type)
}

export function splitType(type: WmiType): { readonly type: WmiScalarType; readonly array: boolean } {
  const array = type.endsWith('[]')
  return { type: (array ? type.slice(0, -2) : type) as WmiScalarType, array }
}
