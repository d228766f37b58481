import { parseGuid } from '../../checkpoint/guid.ts'
import type { World } from '../world/world.ts'
import type { VmmDatabase } from './database.ts'
import type { VmmContext } from './context.ts'
import type { VmmEffects } from './effects.ts'
import type { VmmCheckpoint, VmmVm } from './model.ts'

/** What readers of VMM's database may call. */
export type VmmReader = Pick<VmmDatabase, 'vms' | 'vm' | 'checkpoints' | 'checkpointsOf' | 'checkpoint' | 'jobs' | 'job'>

/** A database that takes in what the armed faults make of it. */
export function keeping(database: VmmDatabase, { vmmKeeps }: VmmEffects, world: World): VmmDatabase {
  return { ...database, putCheckpoint: (row) => database.putCheckpoint(vmmKeeps(row, database.checkpoint(row.id), world)) }
}

/** What a reader sees, armed faults included. */
export function shown(database: VmmDatabase, { vmmCheckpoints, vmmVm }: VmmEffects, world: World): VmmReader {
  const checkpointsOf: VmmReader['checkpointsOf'] = (id) => {
    const vm = database.vm(id)
    return vm === undefined ? [] : vmmCheckpoints(database.checkpointsOf(id), vm, world)
  }
  const checkpoints = (): readonly VmmCheckpoint[] => database.vms().flatMap(({ id }) => checkpointsOf(id))
  return {
    ...database,
    vms: () => database.vms().map((vm) => vmmVm(vm, world)),
    vm(id) {
      const vm = database.vm(id)
      return vm && vmmVm(vm, world)
    },
    checkpointsOf,
    checkpoints,
    checkpoint: (id) => checkpoints().find((row) => row.id === id),
  }
}

/** The row behind what a caller was shown, which a fault may have given another ID. */
export function storedRow(database: VmmDatabase, { id, checkpointId }: VmmCheckpoint): VmmCheckpoint {
  return database.checkpoint(id) ?? database.checkpoints().find((row) => row.checkpointId === checkpointId)!
}

/** What a create that failed leaves in the database: nothing, unless a fault says so. */
export function leaveBehind(
  { database, clock, effects }: VmmContext,
  { vm, ...wanted }: Pick<VmmCheckpoint, 'id' | 'name' | 'description'> & { readonly vm: VmmVm },
): void {
  const now = clock.now()
  const times = { addedTime: now, modifiedTime: now }
  const row = { ...wanted, ...times, vm: vm.id, checkpointId: parseGuid(wanted.id)!, parentCheckpointId: vm.lastRestoredCheckpointId }
  const left = effects.vmmLeaves(undefined, row)
  if (left !== undefined) database.putCheckpoint(left)
}
