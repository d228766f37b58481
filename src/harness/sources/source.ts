import type { Guid } from '../../checkpoint/guid.ts'
import type { Readings } from '../../checkpoint/reading.ts'
import type { InterfaceId } from '../../checkpoint/interface-id.ts'
import type { Clock } from '../../foundation/clock.ts'
import type { CheckpointInterface } from '../../interfaces/port.ts'
import type { EvidenceStore } from '../../recording/evidence.ts'
import type { InsideChange } from '../definition.ts'
import type { Ownership } from '../ownership/ownership.ts'

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

/** The inside of the VM's guest. A live source has none: nobody may write into a guest that is not theirs. */
export interface Inside {
  read(): Readings<'applicationData' | 'guestMemory' | 'hardware'>
  change(change: InsideChange): void
}

/** The products, as one scenario meets them: a world of its own in the lab, a disposable VM on live hosts. */
export interface Source {
  readonly clock: Clock
  readonly vm: Guid
  readonly patience: Patience
  readonly evidence: EvidenceStore
  /** Only the lab has it. */
  readonly inside?: Inside
  /** What reports call who answers, where there may be several of one interface; left out: the interface. */
  readonly participants?: Readonly<Partial<Record<InterfaceId, string>>>
  /** Who owns what is made, and has taken the VM for this telling; left out for a lab in this process, which ends with it. */
  readonly ownership?: Ownership
  /** One new session for each configured interface. */
  open(): readonly CheckpointInterface[]
  close(): Promise<void>
}
