import type { Guid } from '../../../checkpoint/guid.ts'
import { hostBuilds, type HostBuild } from '../../../products/hyperv-wmi/builds.ts'
import type { HostJob } from '../../world/jobs.ts'
import type { Checkpoint, Host, VirtualMachine } from '../../world/model.ts'
import type { World } from '../../world/world.ts'

/** What WMI on this host knows of the world. Every answer goes through here, so that fault `hidden-checkpoint` needs one place. */
export interface HostView {
  readonly world: World
  readonly host: Host
  readonly build: HostBuild
  vms(): readonly VirtualMachine[]
  vm(id: Guid): VirtualMachine | undefined
  checkpoints(): readonly Checkpoint[]
  checkpoint(id: Guid): Checkpoint | undefined
  jobs(): readonly HostJob[]
}

export function hostView(world: World, host: Host): HostView {
  const isShown = world.faults.has('hidden-checkpoint') ? ({ createdThrough }: Checkpoint) => createdThrough !== 'vmm' : () => true
  const vms = (): readonly VirtualMachine[] => world.vms().filter((vm) => vm.host === host.name)
  return {
    world,
    host,
    build: hostBuilds[host.profile],
    vms,
    vm(id) {
      const vm = world.vm(id)
      return vm?.host === host.name ? vm : undefined
    },
    checkpoints: () => vms().flatMap((vm) => world.checkpointsOf(vm.id).filter(isShown)),
    checkpoint(id) {
      const checkpoint = world.checkpoint(id)
      return checkpoint !== undefined && isShown(checkpoint) ? checkpoint : undefined
    },
    jobs: () => world.jobs().filter((job) => world.vm(job.vm)?.host === host.name),
  }
}
