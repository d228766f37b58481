import type { WorldClock } from '../clock/world-clock.ts'
import type { World } from '../world/world.ts'
import type { VmmDatabase } from './database.ts'
import type { VmmEffects } from './effects.ts'
import type { VmmSwitches } from './switches.ts'

/** What the parts of the VMM server work on. */
export interface VmmContext {
  readonly world: World
  readonly clock: WorldClock
  readonly database: VmmDatabase
  readonly switches: VmmSwitches
  readonly effects: VmmEffects
  /** For rows that VMM found by itself: the same for the same GUID, whenever it is found. */
  readonly idOf: (kind: 'vm' | 'checkpoint', hyperVId: string) => string
  /** For rows and jobs that somebody asked for. */
  readonly nextId: (kind: 'row' | 'job') => string
}
