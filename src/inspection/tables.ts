import type { CheckpointProperty, VmProperty } from '../checkpoint/reading.ts'

/** Where a property stands in a product's objects: the names to try, the first that is there wins. */
export type FieldTable<Property extends string> = Readonly<Partial<Record<Property, readonly string[]>>>

export interface ObjectTables {
  readonly checkpoint: FieldTable<CheckpointProperty>
  readonly vm: FieldTable<VmProperty>
}

/** powershell-cmdlets.md section 2.4, recorded. A checkpoint's VMId is VMM's id of the VM, not Hyper-V's (C-028). */
export const scvmmTables: ObjectTables = {
  checkpoint: {
    id: ['CheckpointID'],
    databaseId: ['ID'],
    vm: ['VMId'],
    name: ['Name'],
    comment: ['Description'],
    createdTime: ['AddedTime'],
    modifiedTime: ['ModifiedTime'],
    parent: ['ParentCheckpointID'],
    objectType: ['ObjectType'],
  },
  vm: {
    vmDatabaseId: ['ID'],
    vmName: ['Name'],
    vmState: ['StatusString', 'Status'],
    position: ['LastRestoredCheckpointID'],
    checkpointType: ['CheckpointType'],
    checkpointLocation: ['CheckpointLocation'],
  },
}

/** powershell-cmdlets.md section 1.4, recorded and from stubs; Checkpoint-named members came with module 2.0.0.0 (inferred). */
export const hyperVTables: ObjectTables = {
  checkpoint: {
    id: ['Id'],
    vm: ['VMId'],
    name: ['Name'],
    comment: ['Notes'],
    createdTime: ['CreationTime'],
    parent: ['ParentSnapshotId', 'ParentCheckpointId'],
    kind: ['SnapshotType'],
  },
  vm: {
    vmId: ['VMId', 'Id'],
    vmName: ['VMName', 'Name'],
    vmState: ['State'],
    vmNotes: ['Notes'],
    position: ['ParentSnapshotId', 'ParentCheckpointId'],
    checkpointType: ['CheckpointType'],
    checkpointLocation: ['SnapshotFileLocation', 'CheckpointFileLocation'],
  },
}

/** PROVENANCE.md of azure-arc-scvmm-checkpoint: these four are all that a checkpoint has there (observed). */
export const arcTables: ObjectTables = {
  checkpoint: { id: ['checkpointID'], name: ['name'], comment: ['description'], parent: ['parentCheckpointID'] },
  vm: { vmDatabaseId: ['uuid'], vmName: ['vmName'], checkpointType: ['checkpointType'] },
}

/** hyperv-wmi-v2.md section 2. The VM's own values come from two classes. */
export const wmiTables = {
  system: { vmId: ['Name'], vmName: ['ElementName'], vmState: ['EnabledState'] },
  realized: { vmNotes: ['Notes'], position: ['Parent'], checkpointType: ['UserSnapshotType'], checkpointLocation: ['SnapshotDataRoot'] },
  snapshot: {
    id: ['InstanceID'],
    vm: ['VirtualSystemIdentifier'],
    name: ['ElementName'],
    comment: ['Notes'],
    createdTime: ['CreationTime'],
    parent: ['Parent'],
    kind: ['VirtualSystemType'],
    savedState: ['IsSaved'],
  },
} as const satisfies Record<string, FieldTable<CheckpointProperty | VmProperty>>
