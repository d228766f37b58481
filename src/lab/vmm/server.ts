import { parseGuid } from '../../checkpoint/guid.ts'
import { derivedGuid } from '../../foundation/seed.ts'
import type { World } from '../world/world.ts'
import type { VmmContext } from './context.ts'
import { createDatabase } from './database.ts'
import { soundVmm, type VmmEffects } from './effects.ts'
import { keeping, shown, storedRow, type VmmReader } from './falsified.ts'
import type { VmmStarted } from './jobs.ts'
import type { VmmCheckpoint, VmmVm } from './model.ts'
import {
  changeVmState,
  newCheckpoint,
  occupy,
  readVm,
  removeCheckpoint,
  restoreCheckpoint,
  setCheckpoint,
  type CheckpointTexts,
} from './operations.ts'
import { refreshAll, startRefreshers } from './refresh.ts'
import { storedVmRow } from './rows.ts'
import { defaultVmmSwitches, type VmmSwitches } from './switches.ts'

export interface VmmOptions {
  readonly world: World
  readonly seed: string
  readonly effects?: VmmEffects
  readonly switches?: Partial<VmmSwitches>
  /** Names of VMs in VMM's library. */
  readonly library?: readonly string[]
}

/** A VMM server: it answers out of its own database, which only its jobs, refreshers and events change. */
export interface VmmServer extends VmmReader {
  readonly switches: VmmSwitches
  /** GUID of the stamp as SPF calls this server; lower case. */
  readonly stampId: string
  newCheckpoint(vm: VmmVm, texts: CheckpointTexts): VmmStarted
  setCheckpoint(checkpoint: VmmCheckpoint, texts: CheckpointTexts): VmmStarted
  removeCheckpoint(checkpoint: VmmCheckpoint): VmmStarted
  restoreCheckpoint(checkpoint: VmmCheckpoint): VmmStarted
  changeVmState(vm: VmmVm, state: 'running' | 'off'): VmmStarted
  readVm(vm: VmmVm): VmmStarted
  /** Another administrator's job holds the VM for so many milliseconds. */
  occupy(vm: VmmVm, durationMs: number): void
  /** Stops the refreshers. */
  close(): void
}

/** The host is known from the start: its VMs and their checkpoints are in the database when the world begins. */
export function createVmmServer({ world, seed, effects = soundVmm, switches = {}, library = [] }: VmmOptions): VmmServer {
  const { clock } = world
  const database = keeping(createDatabase(), effects, world)
  const counts = { row: 0, job: 0 }
  const derived = (...parts: readonly (string | number)[]): string => derivedGuid(seed, 'vmm', ...parts).toLowerCase()
  const context: VmmContext = {
    world,
    clock,
    database,
    effects,
    switches: { ...defaultVmmSwitches, ...switches },
    idOf: (kind, hyperVId) => derived(kind, hyperVId),
    nextId: (kind) => derived(kind, ++counts[kind]),
  }
  refreshAll(context)
  for (const name of library) database.putVm(storedVmRow(context, name, parseGuid(derivedGuid(seed, 'library', name))!))
  const stored = (row: VmmCheckpoint): VmmCheckpoint => storedRow(database, row)
  return {
    ...shown(database, effects, world),
    switches: context.switches,
    stampId: derived('stamp'),
    newCheckpoint: (vm, texts) => newCheckpoint(context, vm, texts),
    setCheckpoint: (checkpoint, texts) => setCheckpoint(context, stored(checkpoint), texts),
    removeCheckpoint: (checkpoint) => removeCheckpoint(context, stored(checkpoint)),
    restoreCheckpoint: (checkpoint) => restoreCheckpoint(context, stored(checkpoint)),
    changeVmState: (vm, state) => changeVmState(context, vm, state),
    readVm: (vm) => readVm(context, vm),
    occupy: (vm, durationMs) => occupy(context, vm, durationMs),
    close: startRefreshers(context),
  }
}
