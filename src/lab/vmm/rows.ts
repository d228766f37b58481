import type { Guid } from '../../checkpoint/guid.ts'
import type { Checkpoint, VirtualMachine } from '../world/model.ts'
import type { VmmContext } from './context.ts'
import type { VmmCheckpoint, VmmVm } from './model.ts'

/** The row of a checkpoint as the host shows it now; what VMM alone knows (ID, Description, AddedTime) is given. */
export function checkpointRow(
  context: VmmContext,
  vm: VmmVm,
  checkpoint: Checkpoint,
  own: Pick<VmmCheckpoint, 'id' | 'description'> & { readonly addedTime?: number },
): VmmCheckpoint {
  const { clock, switches } = context
  return {
    id: own.id,
    checkpointId: checkpoint.id,
    vm: vm.id,
    name: checkpoint.name,
    description: own.description,
    parentCheckpointId: listedFrom(context, checkpoint.parent) ?? vm.vmId,
    addedTime: own.addedTime ?? (switches.addedTime === 'host-creation' ? checkpoint.createdAt + switches.addedTimeLag : clock.now()),
    modifiedTime: clock.now(),
  }
}

/** Whether VMM makes a row of it. */
export function isListed({ switches }: VmmContext, { kind }: Checkpoint): boolean {
  return kind !== 'Recovery' || switches.listsRecovery
}

/** The nearest checkpoint from here up that has a row, so that no row names a parent that VMM does not show (assumed). */
function listedFrom(context: VmmContext, id: Guid | null): Guid | null {
  const checkpoint = id === null ? undefined : context.world.checkpoint(id)
  if (checkpoint === undefined) return null
  return isListed(context, checkpoint) ? checkpoint.id : listedFrom(context, checkpoint.parent)
}

/** A VM of the library: VMM knows it, no host does. */
export function storedVmRow({ clock, idOf }: VmmContext, name: string, vmId: Guid): VmmVm {
  return {
    id: idOf('vm', vmId),
    vmId,
    name,
    description: '',
    hostName: '',
    state: 'stored',
    lastRestoredCheckpointId: vmId,
    addedTime: clock.now(),
    modifiedTime: clock.now(),
    mostRecentTask: null,
  }
}

/** The row of a VM as the host shows it now. */
export function vmRow(context: VmmContext, vm: VirtualMachine, before: VmmVm | undefined): VmmVm {
  const { clock, idOf } = context
  return {
    id: before?.id ?? idOf('vm', vm.id),
    vmId: vm.id,
    name: vm.name,
    description: before?.description ?? '',
    hostName: vm.host,
    state: vm.state,
    lastRestoredCheckpointId: listedFrom(context, vm.position) ?? vm.id,
    addedTime: before?.addedTime ?? clock.now(),
    modifiedTime: clock.now(),
    mostRecentTask: before?.mostRecentTask ?? null,
  }
}
