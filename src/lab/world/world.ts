import { parseGuid, type Guid } from '../../checkpoint/guid.ts'
import { guidSequence } from '../../foundation/seed.ts'
import type { HostProfileId } from '../../products/hyperv-wmi/builds.ts'
import type { WorldClock } from '../clock/world-clock.ts'
import { buildHost } from './build.ts'
import { soundHost, type HostEffects, type Truth } from './effects.ts'
import { jobBook, type HostJob } from './jobs.ts'
import type { DiskFile, Host, VirtualMachine, VmState, WorldChange } from './model.ts'
import { applyCheckpoint } from './operations/apply.ts'
import type { OperationContext, Started } from './operations/context.ts'
import { createCheckpoint, type CreateRequest } from './operations/create.ts'
import { destroyCheckpoint, destroyTree } from './operations/destroy.ts'
import { changeGuest, guestOf, occupy, type Guest } from './operations/inside.ts'
import { modifySettings, type SettingsChange } from './operations/modify.ts'
import { changeVmState, setVmState } from './operations/state.ts'
import { startStates, type StartHost, type StartStateId } from './start-states.ts'
import { createStore } from './store.ts'
import { defaultWorldSwitches, type WorldSwitches } from './switches.ts'

export interface WorldOptions {
  /** Everything that has an id derives it from here: give each scenario its own, e.g. `<seed>/<scenario>`. */
  readonly seed: string
  readonly clock: WorldClock
  readonly startState?: StartStateId
  readonly profile?: HostProfileId
  readonly effects?: HostEffects
  readonly switches?: Partial<WorldSwitches>
}

/** The one truth: hosts, VMs and their checkpoints. What servers show are projections of it. No reading changes it. */
export interface World extends Truth {
  readonly seed: string
  readonly clock: WorldClock
  readonly effects: HostEffects
  readonly switches: WorldSwitches
  readonly hosts: readonly Host[]
  vms(): readonly VirtualMachine[]
  /** Undefined for a path at which there is none. */
  file(path: string): DiskFile | undefined
  filesOf(vm: Guid): readonly DiskFile[]
  job(id: Guid): HostJob | undefined
  jobs(): readonly HostJob[]

  createCheckpoint(vm: Guid, request: CreateRequest): Started
  applyCheckpoint(checkpoint: Guid): Started
  /** This one only. */
  destroyCheckpoint(checkpoint: Guid): Started
  destroyTree(checkpoint: Guid): Started
  /** @param settings the GUID of a VM or of a checkpoint. */
  modifySettings(settings: Guid, change: SettingsChange): Started
  changeVmState(vm: Guid, state: VmState): Started
  /** An administrator's hand: the VM changes its state at once, without a job. */
  setVmState(vm: Guid, state: VmState): void
  /** The inside of a guest, which no product shows. @throws where there is no such VM. */
  guest(vm: Guid): Guest
  changeGuest(vm: Guid, what: keyof Guest, text: string): void
  /** Somebody else's job holds the VM for so many milliseconds. */
  occupy(vm: Guid, durationMs: number): void
  /** Tells of every change after it happened. @returns ends the subscription. */
  onChange(listener: (change: WorldChange) => void): () => void
}

/** Builds a world from its start state; cheap enough to do for every scenario. */
export function createWorld({
  seed,
  clock,
  startState = 'article',
  profile = 'ws2025',
  effects = soundHost,
  switches: own = {},
}: WorldOptions): World {
  const switches = { ...defaultWorldSwitches, ...own }
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
    switches,
    nextCheckpointId: () => parseGuid(nextCheckpoint())!,
    nextDiskId: guidSequence(seed, 'disk'),
    effects,
    hostOf: (vm) => hosts.find(({ name }) => name === vm.host)!,
    notify: (change) => listeners.forEach((listener) => listener(change)),
  }
  return {
    seed,
    clock,
    effects,
    switches,
    hosts,
    vms: store.vms,
    vm: store.vm,
    checkpoint: store.checkpoint,
    checkpointsOf: store.checkpointsOf,
    childrenOf: store.childrenOf,
    file: store.file,
    filesOf: store.filesOf,
    job: jobs.get,
    jobs: jobs.all,
    createCheckpoint: (vm, request) => createCheckpoint(context, vm, request),
    applyCheckpoint: (checkpoint) => applyCheckpoint(context, checkpoint),
    destroyCheckpoint: (checkpoint) => destroyCheckpoint(context, checkpoint),
    destroyTree: (checkpoint) => destroyTree(context, checkpoint),
    modifySettings: (settings, change) => modifySettings(context, settings, change),
    changeVmState: (vm, state) => changeVmState(context, vm, state),
    guest: (vm) => guestOf(context, store.vm(vm)!),
    changeGuest: (vm, what, text) => changeGuest(context, store.vm(vm)!, what, text),
    occupy: (vm, durationMs) => occupy(context, vm, durationMs),
    setVmState: (vm, state) => setVmState(context, vm, state),
    onChange(listener) {
      listeners.add(listener)
      return () => void listeners.delete(listener)
    },
  }
}
