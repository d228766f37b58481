import { parseGuid, type Guid } from '../../checkpoint/guid.ts'
import { derivedGuid } from '../../foundation/seed.ts'
import { hostBuilds, type HostProfileId } from '../../products/hyperv-wmi/builds.ts'
import { defaultCheckpointName } from './default-name.ts'
import type { Host, VirtualMachine } from './model.ts'
import { settingsOf } from './operations/create.ts'
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
    ...settings,
  }
  for (const [index, { ageMs, notes }] of start.checkpoints.entries()) {
    const takenAt = now - ageMs
    const checkpoint = derived(seed, 'vm', host.name, start.name, 'start-checkpoint', index)
    store.putCheckpoint({
      id: checkpoint,
      vm: id,
      name: defaultCheckpointName(start.name, takenAt, host.utcOffsetMinutes),
      notes,
      createdAt: takenAt,
      parent: vm.position,
      kind: 'Realized',
      savedState: start.checkpointType === 5 && start.state === 'running',
      settings: settingsOf(vm),
      createdThrough: 'hyper-v',
    })
    vm = { ...vm, position: checkpoint, configurationChangedAt: takenAt }
  }
  store.putVm(vm)
}

function derived(...parts: readonly (string | number)[]): Guid {
  return parseGuid(derivedGuid(...parts))!
}
