import { derivedGuid } from '../../foundation/seed.ts'
import { noFaults, type FaultSet } from '../faults/catalogue.ts'
import type { World } from '../world/world.ts'
import type { VmmContext } from './context.ts'
import { createDatabase, type VmmDatabase } from './database.ts'
import type { VmmStarted } from './jobs.ts'
import type { VmmCheckpoint, VmmVm } from './model.ts'
import { newCheckpoint, removeCheckpoint, restoreCheckpoint, setCheckpoint, type CheckpointTexts } from './operations.ts'
import { refreshAll, startRefreshers } from './refresh.ts'
import { defaultVmmSwitches, type VmmSwitches } from './switches.ts'

export interface VmmOptions {
  readonly world: World
  readonly seed: string
  readonly faults?: FaultSet
  readonly switches?: Partial<VmmSwitches>
}

/** What readers of VMM's database may call. */
export type VmmReader = Pick<VmmDatabase, 'vms' | 'vm' | 'checkpoints' | 'checkpointsOf' | 'checkpoint' | 'jobs' | 'job'>

/** A VMM server: it answers out of its own database, which only its jobs, refreshers and events change. */
export interface VmmServer extends VmmReader {
  readonly switches: VmmSwitches
  /** GUID of the stamp as SPF calls this server; lower case. */
  readonly stampId: string
  newCheckpoint(vm: VmmVm, texts: CheckpointTexts): VmmStarted
  setCheckpoint(checkpoint: VmmCheckpoint, texts: CheckpointTexts): VmmStarted
  removeCheckpoint(checkpoint: VmmCheckpoint): VmmStarted
  restoreCheckpoint(checkpoint: VmmCheckpoint): VmmStarted
  /** Stops the refreshers. */
  close(): void
}

/** The host is known from the start: its VMs and their checkpoints are in the database when the world begins. */
export function createVmmServer({ world, seed, faults = noFaults, switches = {} }: VmmOptions): VmmServer {
  const { clock } = world
  const database = createDatabase()
  const counts = { row: 0, job: 0 }
  const derived = (...parts: readonly (string | number)[]): string => derivedGuid(seed, 'vmm', ...parts).toLowerCase()
  const context: VmmContext = {
    world,
    clock,
    database,
    faults,
    switches: { ...defaultVmmSwitches, ...switches },
    idOf: (kind, hyperVId) => derived(kind, hyperVId),
    nextId: (kind) => derived(kind, ++counts[kind]),
  }
  refreshAll(context)
  // What a caller holds is what it was shown, which a fault may have falsified.
  const stored = ({ id }: VmmCheckpoint): VmmCheckpoint => database.checkpoint(id)!
  return {
    ...shown(context),
    switches: context.switches,
    stampId: derived('stamp'),
    newCheckpoint: (vm, texts) => newCheckpoint(context, vm, texts),
    setCheckpoint: (checkpoint, texts) => setCheckpoint(context, stored(checkpoint), texts),
    removeCheckpoint: (checkpoint) => removeCheckpoint(context, stored(checkpoint)),
    restoreCheckpoint: (checkpoint) => restoreCheckpoint(context, stored(checkpoint)),
    close: startRefreshers(context),
  }
}

/** What a reader sees; here the fault `parent-lost` does its work. */
function shown({ database, faults }: VmmContext): VmmReader {
  if (!faults.has('parent-lost')) return database
  const orphan = (checkpoint: VmmCheckpoint): VmmCheckpoint => ({ ...checkpoint, parentCheckpointId: database.vm(checkpoint.vm)!.vmId })
  return {
    ...database,
    checkpoints: () => database.checkpoints().map(orphan),
    checkpointsOf: (vm) => database.checkpointsOf(vm).map(orphan),
    checkpoint: (id) => {
      const checkpoint = database.checkpoint(id)
      return checkpoint && orphan(checkpoint)
    },
  }
}
