import { parseGuid, type Guid } from '../../checkpoint/guid.ts'
import { guidSequence } from '../../foundation/seed.ts'
import type { HostProfileId } from '../../products/hyperv-wmi/builds.ts'
import type { WorldClock } from '../clock/world-clock.ts'
import { noFaults, type FaultSet } from '../faults/catalogue.ts'
import { buildHost } from './build.ts'
import { jobBook, type HostJob } from './jobs.ts'
import type { Checkpoint, Host, VirtualMachine, VmState, WorldChange } from './model.ts'
import { applyCheckpoint } from './operations/apply.ts'
import type { OperationContext, Started } from './operations/context.ts'
import { createCheckpoint, type CreateRequest } from './operations/create.ts'
import { destroyCheckpoint, destroyTree } from './operations/destroy.ts'
import { modifySettings, type SettingsChange } from './operations/modify.ts'
import { startStates, type StartHost, type StartStateId } from './start-states.ts'
import { createStore } from './store.ts'

export interface WorldOptions {
  /** Everything that has an id derives it from here: give each scenario its own, e.g. `<seed>/<scenario>`. */
  readonly seed: string
  readonly clock: WorldClock
  readonly startState?: StartStateId
  readonly profile?: HostProfileId
  readonly faults?: FaultSet
}

/** The one truth: hosts, VMs and their checkpoints. What servers show are projections of it. No reading changes it. */
export interface World {
  readonly seed: string
  readonly clock: WorldClock
  readonly faults: FaultSet
  readonly hosts: readonly Host[]
  vms(): readonly VirtualMachine[]
  vm(id: Guid): VirtualMachine | undefined
  checkpoint(id: Guid): Checkpoint | undefined
  /** In the order of creation. */
  checkpointsOf(vm: Guid): readonly Checkpoint[]
  childrenOf(checkpoint: Guid): readonly Checkpoint[]
  job(id: Guid): HostJob | undefined
  jobs(): readonly HostJob[]

  createCheckpoint(vm: Guid, request: CreateRequest): Started
  applyCheckpoint(checkpoint: Guid): Started
  /** This one only. */
  destroyCheckpoint(checkpoint: Guid): Started
  destroyTree(checkpoint: Guid): Started
  /** @param settings the GUID of a VM or of a checkpoint. */
  modifySettings(settings: Guid, change: SettingsChange): Started
  /** An administrator's hand: the VM changes its state at once, without a job. */
  setVmState(vm: Guid, state: VmState): void
  /** Tells of every change after it happened. @returns ends the subscription. */
  onChange(listener: (change: WorldChange) => void): () => void
}

/** Builds a world from its start state; cheap enough to do for every scenario. */
export function createWorld({ seed, clock, startState = 'article', profile = 'ws2025', faults = noFaults }: WorldOptions): World {
  const store = createStore()
  const beginning = { seed, now: clock.now(), profile }
  const start: readonly StartHost[] = startStates[startState]
  const hosts = start.map((host) => buildHost(store, host, beginning))
  const jobs = jobBook(clock, guidSequence(seed, 'job'))
  const nextCheckpoint = guidSequence(seed, 'checkpoint')
  const listeners = new Set<(change: WorldChange) => void>()
  const context: OperationContext = {
    store,
    clock,
    jobs,
    nextCheckpointId: () => parseGuid(nextCheckpoint())!,
    hostOf: (vm) => hosts.find(({ name }) => name === vm.host)!,
    notify: (change) => listeners.forEach((listener) => listener(change)),
  }
  return {
    seed,
    clock,
    faults,
    hosts,
    vms: store.vms,
    vm: store.vm,
    checkpoint: store.checkpoint,
    checkpointsOf: store.checkpointsOf,
    childrenOf: store.childrenOf,
    job: jobs.get,
    jobs: jobs.all,
    createCheckpoint: (vm, request) => createCheckpoint(context, vm, request),
    applyCheckpoint: (checkpoint) => applyCheckpoint(context, checkpoint),
    destroyCheckpoint: (checkpoint) => destroyCheckpoint(context, checkpoint),
    destroyTree: (checkpoint) => destroyTree(context, checkpoint),
    modifySettings: (settings, change) => modifySettings(context, settings, change),
    setVmState: (vm, state) => setVmState(context, vm, state),
    onChange(listener) {
      listeners.add(listener)
      return () => void listeners.delete(listener)
    },
  }
}

function setVmState({ store, clock, notify }: OperationContext, id: Guid, state: VmState): void {
  const vm = store.vm(id)
  if (vm === undefined || vm.state === state) return
  store.putVm({ ...vm, state, stateChangedAt: clock.now() })
  notify({ kind: 'vm-state-changed', vm: id, checkpoint: null })
}
