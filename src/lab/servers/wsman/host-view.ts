import type { Guid } from '../../../checkpoint/guid.ts'
import { hostBuilds, type HostBuild } from '../../../products/hyperv-wmi/builds.ts'
import type { HostJob } from '../../world/jobs.ts'
import type { Checkpoint, Host, VirtualMachine } from '../../world/model.ts'
import type { World } from '../../world/world.ts'
import { soundWsman, type WsmanEffects } from './effects.ts'

/** What WMI on this host knows of the world. Every answer goes through here, so that faults need one place. */
export interface HostView {
  readonly world: World
  readonly host: Host
  readonly build: HostBuild
  readonly effects: WsmanEffects
  vms(): readonly VirtualMachine[]
  vm(id: Guid): VirtualMachine | undefined
  checkpoints(): readonly Checkpoint[]
  checkpoint(id: Guid): Checkpoint | undefined
  jobs(): readonly HostJob[]
}

export function hostView(world: World, host: Host, effects: WsmanEffects = soundWsman): HostView {
  const { hostShows, hostVm, hostCheckpoints } = world.effects
  const isHere = (vm: VirtualMachine): boolean => vm.host === host.name && hostShows(true, vm)
  const vms = (): readonly VirtualMachine[] =>
    world
      .vms()
      .filter(isHere)
      .map((vm) => hostVm(vm, world))
  const checkpointsOf = (vm: Guid): readonly Checkpoint[] => hostCheckpoints(world.checkpointsOf(vm), world)
  return {
    world,
    host,
    build: hostBuilds[host.profile],
    effects,
    vms,
    vm(id) {
      const vm = world.vm(id)
      return vm !== undefined && isHere(vm) ? hostVm(vm, world) : undefined
    },
    checkpoints: () => vms().flatMap((vm) => checkpointsOf(vm.id)),
    checkpoint(id) {
      const checkpoint = world.checkpoint(id)
      const vm = checkpoint && world.vm(checkpoint.vm)
      if (checkpoint === undefined || vm === undefined || !isHere(vm)) return undefined
      return checkpointsOf(checkpoint.vm).find((shown) => shown.id === id)
    },
    jobs: () =>
      world.jobs().filter((job) => {
        const vm = world.vm(job.vm)
        return vm !== undefined && isHere(vm)
      }),
  }
}
