import type { Checkpoint, VirtualMachine } from '../world/model.ts'
import type { VmmContext } from './context.ts'
import type { VmmCheckpoint, VmmVm } from './model.ts'

/** What the Description of a row becomes; here the fault `comment-truncated` does its work. */
export function storedDescription({ faults }: VmmContext, text: string): string {
  return faults.has('comment-truncated') ? Array.from(text).slice(0, 16).join('') : text
}

/** The row of a checkpoint as the host shows it now; what VMM alone knows (ID, Description, AddedTime) is given. */
export function checkpointRow(
  { clock, switches }: VmmContext,
  vm: VmmVm,
  checkpoint: Checkpoint,
  own: Pick<VmmCheckpoint, 'id' | 'description'> & { readonly addedTime?: number },
): VmmCheckpoint {
  return {
    id: own.id,
    checkpointId: checkpoint.id,
    vm: vm.id,
    name: checkpoint.name,
    description: own.description,
    parentCheckpointId: checkpoint.parent ?? vm.vmId,
    addedTime: own.addedTime ?? (switches.addedTime === 'host-creation' ? checkpoint.createdAt + switches.addedTimeLag : clock.now()),
    modifiedTime: clock.now(),
  }
}

/** The row of a VM as the host shows it now. */
export function vmRow({ clock, idOf }: VmmContext, vm: VirtualMachine, before: VmmVm | undefined): VmmVm {
  return {
    id: before?.id ?? idOf('vm', vm.id),
    vmId: vm.id,
    name: vm.name,
    description: before?.description ?? '',
    hostName: vm.host,
    state: vm.state,
    lastRestoredCheckpointId: vm.position ?? vm.id,
    addedTime: before?.addedTime ?? clock.now(),
    modifiedTime: clock.now(),
    mostRecentTask: before?.mostRecentTask ?? null,
  }
}
