import type { Entity } from '../../../protocols/odata/codec/edm.ts'
import { asItIs, type Effect } from '../../world/effects.ts'

/** Where something can take hold in what Service Provider Foundation says, beside what VMM shows (src/lab/vmm/effects.ts). */
export interface SpfEffects {
  /** A VMCheckPoint, for what no row of VMM holds. */
  readonly spfCheckpoint: Effect<Entity, []>
}

export const soundSpf: SpfEffects = { spfCheckpoint: asItIs }
