import { guidOfInstanceId, parseGuid, type Guid } from '../../../../checkpoint/guid.ts'
import { selectorText, type Reference } from '../../../../protocols/wsman/codec/reference.ts'
import { readClassUri } from '../../../../protocols/wsman/codec/resourceUri.ts'
import { isArray, type CimValue } from '../../../../protocols/wsman/codec/value.ts'
import type { Checkpoint, VirtualMachine } from '../../../world/model.ts'
import type { HostView } from '../host-view.ts'
import { isReferenceValue } from '../repository.ts'

/** The VM that a reference names; its `Name` alone is enough (ws-man.md section 2, observed). */
export function vmIn(value: CimValue | undefined, view: HostView): VirtualMachine | undefined {
  const name = keyOf(value, 'Msvm_ComputerSystem', 'Name')
  const id = name === undefined ? undefined : parseGuid(name)
  return id === undefined ? undefined : view.vm(id)
}

/** The checkpoint that a reference to its settings names. */
export function checkpointIn(value: CimValue | undefined, view: HostView): Checkpoint | undefined {
  const instanceId = keyOf(value, 'Msvm_VirtualSystemSettingData', 'InstanceID')
  const id = instanceId === undefined ? undefined : guidOfInstanceId(instanceId)
  return id === undefined ? undefined : view.checkpoint(id)
}

/** A VM's or a checkpoint's GUID, as far as WMI shows it. */
export function settingsIn(instanceId: CimValue | undefined, view: HostView): Guid | undefined {
  const id = typeof instanceId === 'string' ? guidOfInstanceId(instanceId) : undefined
  return id === undefined ? undefined : (view.vm(id) ?? view.checkpoint(id))?.id
}

function keyOf(value: CimValue | undefined, className: string, key: string): string | undefined {
  if (value === undefined || value === null || isArray(value) || !isReferenceValue(value)) return undefined
  return namesClass(value, className) ? selectorText(value.selectors, key) : undefined
}

function namesClass({ resourceUri }: Reference, className: string): boolean {
  return readClassUri(resourceUri)?.className.toLowerCase() === className.toLowerCase()
}
