import { splitType, wmiClasses } from '../../../products/hyperv-wmi/classes.ts'
import type { WmiClass } from '../../../products/hyperv-wmi/wmi-class.ts'
import type { CimInstance } from '../../../protocols/wsman/codec/instance.ts'
import type { Reference, Selector } from '../../../protocols/wsman/codec/reference.ts'
import { classUri, readClassUri } from '../../../protocols/wsman/codec/resourceUri.ts'
import type { CimScalar, CimValue } from '../../../protocols/wsman/codec/value.ts'
import { refuse } from './fault.ts'
import type { HostView } from './host-view.ts'
import {
  lastAppliedSnapshots,
  mostCurrentSnapshots,
  parentsOfSettings,
  settingsOfStates,
  snapshotsOfVirtualSystems,
} from './rows/associations.ts'
import { computerSystems } from './rows/computer-system.ts'
import { components, diskImages } from './rows/disks.ts'
import { affectedJobElements, concreteJobs } from './rows/jobs.ts'
import { operatingSystems } from './rows/operating-system.ts'
import type { Row } from './rows/row.ts'
import type { Rows } from './rows/rows.ts'
import { imageServices, managementServices, snapshotServices } from './rows/services.ts'
import { settingData } from './rows/setting-data.ts'

/** An instance together with the reference that a host emits for it. */
export interface StoredObject {
  readonly definition: WmiClass
  readonly instance: CimInstance
  readonly reference: Reference
}

/** What can be asked for by a resource URI. */
export type Resource = { readonly namespace: string; readonly definition: WmiClass | 'all' }

/** The only place that says which class shows what. */
export const rowsOf: Readonly<Record<string, Rows>> = {
  Msvm_ComputerSystem: computerSystems,
  Msvm_VirtualSystemSettingData: settingData,
  Msvm_VirtualSystemSnapshotService: snapshotServices,
  Msvm_VirtualSystemManagementService: managementServices,
  Msvm_ImageManagementService: imageServices,
  Msvm_StorageAllocationSettingData: diskImages,
  Msvm_VirtualSystemSettingDataComponent: components,
  Msvm_ConcreteJob: concreteJobs,
  Msvm_AffectedJobElement: affectedJobElements,
  Msvm_SnapshotOfVirtualSystem: snapshotsOfVirtualSystems,
  Msvm_MostCurrentSnapshotInBranch: mostCurrentSnapshots,
  Msvm_LastAppliedSnapshot: lastAppliedSnapshots,
  Msvm_SettingsDefineState: settingsOfStates,
  Msvm_ParentChildSettingData: parentsOfSettings,
  Win32_OperatingSystem: operatingSystems,
}

const namespaces = [...new Set(wmiClasses.map(({ namespace }) => namespace))]

/** Undefined for a class that the lab does not have. WQL and URIs do not tell case apart. */
export function findClass(namespace: string, name: string): WmiClass | undefined {
  return wmiClasses.find((each) => sameText(each.namespace, namespace) && sameText(each.name, name))
}

/** @throws a refusal for a URI that is malformed or names nothing that the lab has. */
export function resourceOf(resourceUri: string | undefined): Resource {
  const address = resourceUri === undefined ? undefined : readClassUri(resourceUri)
  if (address === undefined) throw refuse('malformedResourceUri', `The resource URI ${resourceUri ?? '(none)'} is none of WMI.`)
  const namespace = namespaces.find((each) => sameText(each, address.namespace))
  const definition = address.className === '*' ? 'all' : findClass(address.namespace, address.className)
  if (namespace !== undefined && definition !== undefined) return { namespace, definition }
  throw refuse('notFound', `The lab has no class ${address.className} in ${address.namespace}.`)
}

/** @throws as `resourceOf`, and for the whole namespace where one class is meant. */
export function classOf(resourceUri: string | undefined): WmiClass {
  const { definition } = resourceOf(resourceUri)
  if (definition === 'all') throw refuse('notFound', 'The resource URI names a whole namespace where a class is needed.')
  return definition
}

export function objectsOf(definition: WmiClass, view: HostView): readonly StoredObject[] {
  return rowsOf[definition.name]!(view).map((row) => storedObject(definition, row, view))
}

function storedObject(definition: WmiClass, row: Row, view: HostView): StoredObject {
  const instance = instanceOf(definition, row, view)
  return { definition, instance, reference: { resourceUri: instance.resourceUri, selectors: keysOf(definition, instance) } }
}

/** Null scalars are there as nil, null and empty arrays are left out altogether (recorded). */
function instanceOf(definition: WmiClass, row: Row, view: HostView): CimInstance {
  const properties = new Map<string, CimValue>()
  for (const { name, isArray } of propertiesOf(definition, view.build)) {
    const value = row[name] ?? null
    if (value !== null || !isArray) properties.set(name, value)
  }
  return { className: definition.name, resourceUri: classUri(definition.namespace, definition.name), properties }
}

interface Shown {
  readonly name: string
  readonly isArray: boolean
}

const shown = new WeakMap<HostView['build'], Map<WmiClass, readonly Shown[]>>()

/** What the instances of a class have on a build: asked for every instance, and the same for all of them. */
function propertiesOf(definition: WmiClass, build: HostView['build']): readonly Shown[] {
  const ofBuild = shown.get(build) ?? new Map<WmiClass, readonly Shown[]>()
  shown.set(build, ofBuild)
  const known = ofBuild.get(definition)
  if (known !== undefined) return known
  const sources: readonly string[] = build.classes
  const found = definition.properties
    .filter(({ seenIn }) => seenIn.some((source) => sources.includes(source)))
    .flatMap(({ types }) => Object.entries(types).map(([name, type]) => ({ name, isArray: splitType(type).array })))
  ofBuild.set(definition, found)
  return found
}

function keysOf(definition: WmiClass, { properties }: CimInstance): readonly Selector[] {
  return definition.keys.map((name) => ({ name, value: properties.get(name) as string | Reference }))
}

/** Every object that has all the given keys: a client may name fewer than all (observed for services and VMs). */
export function matching(definition: WmiClass, selectors: readonly Selector[], view: HostView): readonly StoredObject[] {
  const rows = rowsOf[definition.name]!(view).filter((row) => selectors.every((selector) => hasKey(definition, row, selector)))
  return rows.map((row) => storedObject(definition, row, view))
}

/** Told by the row alone, so that no instance is made only to be passed over. */
function hasKey({ keys }: WmiClass, row: Row, { name, value }: Selector): boolean {
  const key = keys.find((each) => sameText(each, name))
  return key !== undefined && sameKey(row[key] as string | Reference, value)
}

export function sameReference(one: Reference, other: Reference): boolean {
  return (
    sameText(one.resourceUri, other.resourceUri) &&
    one.selectors.length === other.selectors.length &&
    one.selectors.every(({ name, value }) => other.selectors.some((key) => sameText(key.name, name) && sameKey(key.value, value)))
  )
}

export function isReferenceValue(value: CimScalar): value is Reference {
  return typeof value === 'object' && 'resourceUri' in value
}

function sameKey(one: Selector['value'], other: Selector['value']): boolean {
  if (typeof one === 'string' || typeof other === 'string') return typeof one === typeof other && sameText(String(one), String(other))
  return sameReference(one, other)
}

/** GUIDs arrive in either case (libvirt sends lower case, ws-man.md section 12), and WMI compares text without regard to it. */
export function sameText(one: string, other: string): boolean {
  return one === other || one.toLowerCase() === other.toLowerCase()
}
