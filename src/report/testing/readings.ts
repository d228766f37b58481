import type { Guid } from '../../checkpoint/guid.ts'
import { reading, type VmReading } from '../../checkpoint/reading.ts'
import { derivedGuid } from '../../foundation/seed.ts'

/** A checkpoint of the sample host. */
export interface SampleCheckpoint {
  readonly id: Guid
  readonly name: string
  readonly notes: string
  readonly description: string
  readonly parent: Guid | null
  readonly minute: number
}

export const sampleVm = derivedGuid('sample', 'HV4') as Guid
const sampleHost = 'HOST01'

export function sampleGuid(...parts: readonly (string | number)[]): Guid {
  return derivedGuid('sample', ...parts) as Guid
}

const two = (value: number): string => String(value).padStart(2, '0')

/** As Msvm_VirtualSystemSettingData shows it. */
export function wmiReading(checkpoints: readonly SampleCheckpoint[]): VmReading {
  const path = (id: Guid): string =>
    `\\\\${sampleHost}\\root\\virtualization\\v2:Msvm_VirtualSystemSettingData.InstanceID="Microsoft:${id}"`
  return {
    fields: {
      vmId: reading.value('Name', sampleVm),
      vmName: reading.value('ElementName', 'HV4'),
      position: checkpoints.length === 0 ? reading.absent('Parent') : reading.value('Parent', path(checkpoints.at(-1)!.id)),
    },
    checkpoints: checkpoints.map(({ id, name, notes, parent, minute }) => ({
      fields: {
        id: reading.value('InstanceID', `Microsoft:${id}`),
        name: reading.value('ElementName', name),
        comment: reading.value('Notes', [notes]),
        createdTime: reading.value('CreationTime', `202611220915${two(minute)}.000000-000`),
        parent: parent === null ? reading.nil('Parent') : reading.value('Parent', path(parent)),
        kind: reading.value('VirtualSystemType', 'Microsoft:Hyper-V:Snapshot:Realized'),
        typeNames: reading.value('class', ['Msvm_VirtualSystemSettingData']),
      },
    })),
  }
}

/** As SPF shows the entity VMCheckPoint: GUIDs in lower case, the VM's own GUID as the parent of a root. */
export function spfReading(checkpoints: readonly SampleCheckpoint[]): VmReading {
  return {
    fields: {
      vmId: reading.value('VMId', sampleVm.toLowerCase()),
      vmName: reading.value('Name', 'HV4'),
      position: reading.value('LastRestoredCheckpointID', (checkpoints.at(-1)?.id ?? sampleVm).toLowerCase()),
    },
    checkpoints: checkpoints.map(({ id, name, description, parent, minute }) => ({
      fields: {
        id: reading.value('CheckpointID', id.toLowerCase()),
        databaseId: reading.value('ID', derivedGuid('vmm', id).toLowerCase()),
        name: reading.value('Name', name),
        comment: reading.value('Description', description),
        createdTime: reading.value('AddedTime', `2026-11-22T10:15:${two(minute)}+01:00`),
        parent: reading.value('ParentCheckpointID', (parent ?? sampleVm).toLowerCase()),
        typeNames: reading.value('odata.type', ['VMM.VMCheckPoint']),
      },
    })),
  }
}
