import type { CheckpointKind } from '../../../../checkpoint/kinds.ts'
import type { CheckpointType } from '../../../../checkpoint/vm.ts'
import type { Checkpoint, VirtualMachine, VmState } from '../../../world/model.ts'
import type { HostView } from '../../wsman/host-view.ts'
import { labObject, time, type LabObject } from '../answer.ts'

const namespace = 'Microsoft.HyperV.PowerShell'

const states: Readonly<Record<VmState, string>> = { running: 'Running', off: 'Off', saved: 'Saved', paused: 'Paused' }

export const checkpointTypeNames: Readonly<Record<CheckpointType, string>> = {
  2: 'Disabled',
  3: 'Production',
  4: 'ProductionOnly',
  5: 'Standard',
}

/** A user's production checkpoint is Standard too (semantics.md section 2.1, inferred); the replica kinds by their names (inferred). */
export const snapshotTypes: Readonly<Record<CheckpointKind, string>> = {
  Realized: 'Standard',
  Recovery: 'Recovery',
  Planned: 'Planned',
  Missing: 'Missing',
  'Replica:Standard': 'Replica',
  'Replica:ApplicationConsistent': 'AppConsistentReplica',
  'Replica:PlannedFailover': 'SyncedReplica',
}

export function vmObject(view: HostView, vm: VirtualMachine): LabObject {
  const position = vm.position === null ? undefined : view.checkpoint(vm.position)
  return labObject(`${namespace}.VirtualMachine`, {
    AutomaticCheckpointsEnabled: false,
    CheckpointType: checkpointTypeNames[vm.checkpointType],
    State: states[vm.state],
    Generation: vm.generation,
    Notes: vm.notes.join('\n'),
    Version: vm.version,
    CreationTime: time(vm.createdAt),
    Id: vm.id,
    Name: vm.name,
    ...parentOf(position),
    ...here(view),
  })
}

/** State is that of the VM when it was taken: off without a saved state (inferred). */
export function snapshotObject(view: HostView, checkpoint: Checkpoint): LabObject {
  const vm = view.vm(checkpoint.vm)!
  return labObject(`${namespace}.VMSnapshot`, {
    SnapshotType: snapshotTypes[checkpoint.kind],
    IsAutomaticCheckpoint: false,
    VMId: vm.id,
    VMName: vm.name,
    State: states[checkpoint.savedState ? 'saved' : 'off'],
    Generation: checkpoint.settings.generation,
    Notes: checkpoint.notes.join('\n'),
    Version: checkpoint.settings.version,
    CreationTime: time(checkpoint.createdAt),
    Id: checkpoint.id,
    Name: checkpoint.name,
    ...parentOf(checkpoint.parent === null ? undefined : view.checkpoint(checkpoint.parent)),
    ...here(view),
  })
}

export function hostObject({ host }: HostView): LabObject {
  return labObject(`${namespace}.VMHost`, {
    FullyQualifiedDomainName: '',
    Name: host.name,
    ComputerName: host.name,
    IsDeleted: false,
  })
}

/** Of a root the id is null and the name is empty (observed). */
function parentOf(parent: Checkpoint | undefined): { readonly ParentSnapshotId: string | null; readonly ParentSnapshotName: string } {
  return { ParentSnapshotId: parent?.id ?? null, ParentSnapshotName: parent?.name ?? '' }
}

function here({ host }: HostView): { readonly ComputerName: string; readonly IsDeleted: boolean; readonly IsClustered: boolean } {
  return { ComputerName: host.name, IsDeleted: false, IsClustered: false }
}
