import { parseGuid, type Guid } from '../../checkpoint/guid.ts'
import { derivedGuid, guidSequence } from '../../foundation/seed.ts'
import { hostBuilds, type HostProfileId } from '../../products/hyperv-wmi/builds.ts'
import { defaultCheckpointName } from './default-name.ts'
import type { Host, VirtualMachine } from './model.ts'
import { branchFrom } from './disks.ts'
import { settingsOf } from './operations/create.ts'
import { freshMemory } from './operations/state.ts'
import type { StartHost, StartVm } from './start-states.ts'
import type { Store } from './store.ts'

export interface Beginning {
  readonly seed: string
  readonly now: number
  readonly profile: HostProfileId
}

/** Fills a store with a start state. Ids come from the seed and from names, never from the order of the list. */
export function buildHost(store: Store, start: StartHost, beginning: Beginning): Host {
  const host: Host = { name: start.name, profile: beginning.profile, utcOffsetMinutes: start.utcOffsetMinutes }
  for (const vm of start.vms) buildVm(store, host, vm, beginning)
  return host
}

function buildVm(store: Store, host: Host, start: StartVm, { seed, now, profile }: Beginning): void {
  const id = derived(seed, 'vm', host.name, start.name)
  const settings = {
    notes: start.notes,
    checkpointType: start.checkpointType,
    version: hostBuilds[profile].configurationVersion,
    generation: start.generation,
    hardware: 'as it was built',
  }
  const createdAt = now - start.ageMs
  let vm: VirtualMachine = {
    id,
    name: start.name,
    host: host.name,
    state: start.state,
    createdAt,
    stateChangedAt: createdAt,
    configurationChangedAt: createdAt,
    position: null,
    lastApplied: null,
    disks: (start.disks ?? [start.name]).map((name) => base(store, id, name)),
    passThrough: start.passThrough ?? false,
    integration: start.integration ?? true,
    memory: start.state === 'off' ? null : freshMemory,
    mergingUntil: null,
    ...settings,
  }
  for (const [index, { ageMs, notes }] of start.checkpoints.entries()) {
    const takenAt = now - ageMs
    const checkpoint = derived(seed, 'vm', host.name, start.name, 'start-checkpoint', index)
    const savedState = start.checkpointType === 5 && start.state === 'running'
    const onTop = branchFrom(store, vm.disks, guidSequence(seed, 'vm', host.name, start.name, 'start-disk', index))
    store.putCheckpoint({
      id: checkpoint,
      vm: id,
      name: defaultCheckpointName(start.name, takenAt, host.utcOffsetMinutes),
      notes,
      createdAt: takenAt,
      parent: vm.position,
      kind: 'Realized',
      savedState,
      userKind: start.checkpointType,
      memory: savedState ? vm.memory : null,
      disks: vm.disks,
      settings: settingsOf(vm),
      createdThrough: 'hyper-v',
    })
    vm = { ...vm, disks: onTop, position: checkpoint, configurationChangedAt: takenAt }
  }
  store.putVm(vm)
}

const diskFolder = String.raw`C:\Users\Public\Documents\Hyper-V\Virtual Hard Disks`

function base(store: Store, vm: Guid, name: string): string {
  const path = `${diskFolder}\\${name}.vhdx`
  store.putFile({ path, parent: null, vm, content: 'as it was installed' })
  return path
}

function derived(...parts: readonly (string | number)[]): Guid {
  return parseGuid(derivedGuid(...parts))!
}
