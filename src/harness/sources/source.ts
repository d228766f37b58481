import type { Guid } from '../../checkpoint/guid.ts'
import type { Clock } from '../../foundation/clock.ts'
import type { CheckpointInterface } from '../../interfaces/port.ts'
import type { EvidenceStore } from '../../recording/evidence.ts'

/** How long something that a product must find out by itself is awaited, in milliseconds. */
export interface Patience {
  readonly limit: number
  readonly interval: number
}

/**
 * The full refresher of VMM runs every 30 minutes (documented for 2008 to 2012, C-062; later intervals are unknown), so
 * one interval and some minutes of jobs are awaited.
 */
export const defaultPatience: Patience = { limit: 35 * 60_000, interval: 60_000 }

/** The products, as one scenario meets them: a world of its own in the lab, a disposable VM on live hosts. */
export interface Source {
  readonly clock: Clock
  readonly vm: Guid
  readonly patience: Patience
  readonly evidence: EvidenceStore
  /** One new session for each configured interface. */
  open(): readonly CheckpointInterface[]
  close(): Promise<void>
}
