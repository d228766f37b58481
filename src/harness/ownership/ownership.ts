import type { Guid } from '../../checkpoint/guid.ts'
import type { InterfaceId } from '../../checkpoint/interface-id.ts'
import type { Intent, Leftover, OwnershipEntry, Place, Standing } from './entries.ts'
import { emptyLedger, type Ledger } from './ledger.ts'

/** Who owns what a telling makes. Everything is written down before it is done, and again when it is known to be done. */
export interface Ownership {
  readonly mark: string
  readonly ledger: Ledger
  /** The endpoint behind an interface. */
  place(id: InterfaceId): Place
  /** What a person should know of how it began, such as a lock that was taken over. */
  readonly notices: readonly string[]
  baseline(vm: Guid, checkpoints: readonly Standing[]): void
  /**
   * To be called before a create is sent; when it returns, the intent is on the disk.
   * @returns the step by which the create is known from now on.
   */
  intend(intent: Omit<Intent, 'step'>): number
  created(step: number, checkpoint: Guid): void
  unsent(step: number): void
  refused(step: number): void
  renamed(checkpoint: Guid, name: string): void
  /** To be called before something is done that nothing takes back. */
  lasting(effect: string): void
  removed(checkpoint: Guid): void
  /** The last word, where nothing of ours is left: without it a sweep looks here again. */
  close(outcome: string, left: readonly Leftover[]): void
  /** Lets others work on the VM. */
  release(): void
}

export interface OwnershipParts {
  readonly mark: string
  readonly places?: readonly Place[]
  /** Writes an entry down, for good once it returns. Left out: memory is enough, as for a lab in this process. */
  readonly append?: (entry: OwnershipEntry) => void
  readonly release?: () => void
  readonly notices?: readonly string[]
}

export function ownership({ mark, places = [], append, release, notices = [] }: OwnershipParts): Ownership {
  const ledger = emptyLedger(mark)
  let steps = 0
  /** What could not be written down is known here all the same, so that it is cleaned up. */
  const note = (entry: OwnershipEntry): void => {
    try {
      append?.(entry)
    } finally {
      ledger.apply(entry)
    }
  }
  return {
    mark,
    ledger,
    notices,
    place: (id) => places.find((place) => place.interface === id) ?? { interface: id, endpoint: id },
    baseline: (vm, checkpoints) => note({ entry: 'baseline', vm, checkpoints }),
    intend(intent) {
      const step = ++steps
      note({ entry: 'intended', step, ...intent })
      return step
    },
    created(step, checkpoint) {
      if (!ledger.created.has(checkpoint)) note({ entry: 'created', step, checkpoint })
    },
    unsent: (step) => note({ entry: 'unsent', step }),
    refused: (step) => note({ entry: 'refused', step }),
    renamed: (checkpoint, name) => note({ entry: 'renamed', checkpoint, name }),
    lasting: (effect) => note({ entry: 'lasting', effect }),
    removed: (checkpoint) => note({ entry: 'removed', checkpoint }),
    close: (outcome, left) => note({ entry: 'closed', by: 'run', outcome, left }),
    release: () => release?.(),
  }
}
