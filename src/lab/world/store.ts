import type { Guid } from '../../checkpoint/guid.ts'
import type { Checkpoint, DiskFile, VirtualMachine } from './model.ts'

/** The state itself, indexed by GUID, by VM and by parent, so that no operation costs more the more checkpoints there are. */
export interface Store {
  vms(): readonly VirtualMachine[]
  vm(id: Guid): VirtualMachine | undefined
  putVm(vm: VirtualMachine): void
  checkpoint(id: Guid): Checkpoint | undefined
  /** In the order of creation. */
  checkpointsOf(vm: Guid): readonly Checkpoint[]
  checkpointCount(vm: Guid): number
  childrenOf(parent: Guid): readonly Checkpoint[]
  /** Adds, or replaces the one of the same GUID. */
  putCheckpoint(checkpoint: Checkpoint): void
  dropCheckpoint(id: Guid): void
  file(path: string): DiskFile | undefined
  /** In the order of creation. */
  filesOf(vm: Guid): readonly DiskFile[]
  putFile(file: DiskFile): void
  dropFile(path: string): void
}

export function createStore(): Store {
  const vms = new Map<Guid, VirtualMachine>()
  const checkpoints = new Map<Guid, Checkpoint>()
  const byVm = new Map<Guid, Set<Guid>>()
  const byParent = new Map<Guid, Set<Guid>>()
  const files = new Map<string, DiskFile>()
  const resolve = (ids: ReadonlySet<Guid> | undefined): readonly Checkpoint[] => [...(ids ?? [])].map((id) => checkpoints.get(id)!)

  return {
    vms: () => [...vms.values()],
    vm: (id) => vms.get(id),
    putVm: (vm) => void vms.set(vm.id, vm),
    checkpoint: (id) => checkpoints.get(id),
    checkpointsOf: (vm) => resolve(byVm.get(vm)),
    checkpointCount: (vm) => byVm.get(vm)?.size ?? 0,
    childrenOf: (parent) => resolve(byParent.get(parent)),
    putCheckpoint(checkpoint) {
      const before = checkpoints.get(checkpoint.id)
      if (before?.parent !== checkpoint.parent) remove(byParent, before?.parent, checkpoint.id)
      checkpoints.set(checkpoint.id, checkpoint)
      add(byVm, checkpoint.vm, checkpoint.id)
      if (checkpoint.parent !== null) add(byParent, checkpoint.parent, checkpoint.id)
    },
    dropCheckpoint(id) {
      const checkpoint = checkpoints.get(id)
      if (checkpoint === undefined) return
      checkpoints.delete(id)
      remove(byVm, checkpoint.vm, id)
      remove(byParent, checkpoint.parent, id)
    },
    file: (path) => files.get(path),
    filesOf: (vm) => [...files.values()].filter((file) => file.vm === vm),
    putFile: (file) => void files.set(file.path, file),
    dropFile: (path) => void files.delete(path),
  }
}

function add(index: Map<Guid, Set<Guid>>, key: Guid, id: Guid): void {
  const set = index.get(key)
  if (set === undefined) index.set(key, new Set([id]))
  else set.add(id)
}

function remove(index: Map<Guid, Set<Guid>>, key: Guid | null | undefined, id: Guid): void {
  if (key === null || key === undefined) return
  const set = index.get(key)
  set?.delete(id)
  if (set?.size === 0) index.delete(key)
}
