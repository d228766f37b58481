import { asItIs, type Effect } from '../../world/effects.ts'
import type { Checkpoint } from '../../world/model.ts'
import type { Row } from './rows/row.ts'

/** Where something can take hold in what WS-Management says, beside what the host shows (src/lab/world/effects.ts). */
export interface WsmanEffects {
  /** The Msvm_VirtualSystemSettingData of a checkpoint, for what no record of the world holds. */
  readonly settingsRow: Effect<Row, [checkpoint: Checkpoint]>
}

export const soundWsman: WsmanEffects = { settingsRow: asItIs }
