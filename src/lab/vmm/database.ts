import type { Guid } from '../../checkpoint/guid.ts'
import type { VmmCheckpoint, VmmJob, VmmVm } from './model.ts'

/** VMM's database: what it shows, however old that is. */
export interface VmmDatabase {
  vms(): readonly VmmVm[]
  vm(id: string): VmmVm | undefined
  vmByHyperVId(id: Guid): VmmVm | undefined
  putVm(vm: VmmVm): void
  /** Its checkpoints go with it. */
  dropVm(id: string): void
  /** Of all VMs, oldest first per VM (observed order of VMCheckpoints). */
  checkpoints(): readonly VmmCheckpoint[]
  checkpointsOf(vm: string): readonly VmmCheckpoint[]
  checkpoint(id: string): VmmCheckpoint | undefined
  putCheckpoint(checkpoint: VmmCheckpoint): void
  dropCheckpoint(id: string): void
  jobs(): readonly VmmJob[]
  job(id: string): VmmJob | undefined
  putJob(job: VmmJob): void
}

export function createDatabase(): VmmDatabase {
  const vms = new Map<string, VmmVm>()
  const checkpoints = new Map<string, VmmCheckpoint>()
  const byVm = new Map<string, Set<string>>()
  const jobs = new Map<string, VmmJob>()

  const checkpointsOf = (vm: string): readonly VmmCheckpoint[] =>
    [...(byVm.get(vm) ?? [])].map((id) => checkpoints.get(id)!).toSorted((one, other) => one.addedTime - other.addedTime)
  const dropCheckpoint = (id: string): void => {
    byVm.get(checkpoints.get(id)?.vm ?? '')?.delete(id)
    checkpoints.delete(id)
  }
  return {
    vms: () => [...vms.values()],
    vm: (id) => vms.get(id),
    vmByHyperVId: (id) => [...vms.values()].find((vm) => vm.vmId === id),
    putVm: (vm) => void vms.set(vm.id, vm),
    dropVm(id) {
      for (const checkpoint of checkpointsOf(id)) dropCheckpoint(checkpoint.id)
      vms.delete(id)
    },
    checkpoints: () => [...vms.keys()].flatMap(checkpointsOf),
    checkpointsOf,
    checkpoint: (id) => checkpoints.get(id),
    putCheckpoint(checkpoint) {
      checkpoints.set(checkpoint.id, checkpoint)
      byVm.set(checkpoint.vm, (byVm.get(checkpoint.vm) ?? new Set()).add(checkpoint.id))
    },
    dropCheckpoint,
    jobs: () => [...jobs.values()],
    job: (id) => jobs.get(id),
    putJob: (job) => void jobs.set(job.id, job),
  }
}
