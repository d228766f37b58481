import type { Guid } from '../../../../checkpoint/guid.ts'
import { values } from '../../../../products/hyperv-wmi/values.ts'
import type { HostView } from '../host-view.ts'
import { diskInstanceId, diskReference, settingsReference } from './references.ts'
import type { Row } from './row.ts'
import type { Rows } from './rows.ts'

/** Disk images by the settings that they hang from: of each VM, and of each checkpoint as they were (hyperv-wmi-v2.md section 6). */
export const diskImages: Rows = (view) => slots(view).map(({ owner, slot, path }) => imageRow(owner, slot, path))

export const components: Rows = (view) =>
  slots(view).map(({ owner, slot }) => ({ GroupComponent: settingsReference(owner), PartComponent: diskReference(owner, slot) }))

interface Slot {
  readonly owner: Guid
  readonly slot: number
  readonly path: string
}

function slots(view: HostView): readonly Slot[] {
  return [...view.vms(), ...view.checkpoints()].flatMap(({ id, disks }) => disks.map((path, slot) => ({ owner: id, slot, path })))
}

/** Defaults of the MOF, and what identifies the image; a pass-through disk is no image and is of another class. */
function imageRow(owner: Guid, slot: number, path: string): Row {
  return {
    AutomaticAllocation: true,
    AutomaticDeallocation: true,
    Caption: 'Hard Disk Image Default Settings',
    ConsumerVisibility: 3,
    Description: 'Describes the default settings for the hard disk image resources.',
    ElementName: 'Hard Disk Image',
    HostResource: [path],
    InstanceID: diskInstanceId(owner, slot),
    Limit: 1n,
    Reservation: 1n,
    ResourceSubType: values.diskImage.value,
    ResourceType: 31,
    VirtualQuantity: 1n,
    VirtualQuantityUnits: 'count(fixed size block)',
  }
}
