import type { Guid } from '../../checkpoint/guid.ts'
import { productOf } from '../../checkpoint/interface-id.ts'
import type { VmReading } from '../../checkpoint/reading.ts'
import type { Clock } from '../../foundation/clock.ts'
import { SnapcheckError, isSnapcheckError } from '../../foundation/errors.ts'
import type { CheckpointInterface } from '../../interfaces/port.ts'
import { busyWith, type Rest } from './busy.ts'
import type { Standing } from './entries.ts'
import type { Decision } from './ledger.ts'
import { standingIn } from './standing.ts'

/** What tidying up works with. */
export interface Hands {
  readonly vm: Guid
  readonly clock: Clock
  /** The interface that created, and therefore removes first: its product then knows of it at once. */
  readonly removing: CheckpointInterface
  /** All that can be asked; `removing` may be among them. */
  readonly looking: readonly CheckpointInterface[]
  readonly patience?: BusyPatience
}

/** How long what goes on on the VM is awaited, in milliseconds. */
export interface BusyPatience {
  readonly limit: number
  /** Between the first looks; doubled up to `longest`, since a merge may take long. */
  readonly interval: number
  readonly longest: number
}

const busyPatience: BusyPatience = { limit: 15 * 60_000, interval: 1_000, longest: 30_000 }

/** What is on the VM now. */
export interface Picture {
  /** As the most trustworthy interface shows it. */
  readonly truth: readonly Standing[]
  /** The same, with what only the removing interface shows. */
  readonly all: readonly Standing[]
  /** Nothing goes on any more, no merge either. */
  readonly isAtRest: boolean
}

/**
 * Reads the tree once the VM rests. The host is where the truth is: a VMM server shows what it last heard of,
 * so that its rows count only where no interface of the host can be asked, or where they are ours.
 * @throws SNAPCHECK_NOT_SHOWN, SNAPCHECK_VM_BUSY, and what the interfaces reject with
 */
export async function pictureOnce(
  rest: Rest,
  hands: Hands,
  decide: (shown: readonly Standing[]) => ReadonlyMap<Guid, Decision>,
): Promise<Picture> {
  const { clock, vm, patience = busyPatience } = hands
  const until = clock.now() + patience.limit
  for (let pause = patience.interval; ; pause = Math.min(pause * 2, patience.longest)) {
    const seen = await lookThroughAll(hands)
    const busy = seen.map(({ reading }) => busyWith(reading, rest)).find((what) => what !== null) ?? null
    if (busy === null) return merged(seen, hands, decide)
    if (clock.now() >= until) throw stillBusy(vm, busy, patience)
    await clock.sleep(pause)
  }
}

interface Seen {
  readonly through: CheckpointInterface
  readonly reading: VmReading
}

/** The host's interfaces first. Who cannot be asked is passed over while somebody else can. */
async function lookThroughAll({ vm, looking, removing }: Hands): Promise<readonly [Seen, ...Seen[]]> {
  const seen: Seen[] = []
  let failure: unknown
  for (const through of new Set([...looking.filter(isHyperV), removing, ...looking])) {
    if (seen.length > 0 && through !== removing) continue
    try {
      const { value } = await through.readTree(vm)
      if (value !== null) seen.push({ through, reading: value })
    } catch (error) {
      if (!isSnapcheckError(error)) throw error
      failure ??= error
    }
  }
  const [first, ...others] = seen
  if (first !== undefined) return [first, ...others]
  throw failure ?? notShown(vm)
}

function merged([first, ...others]: readonly [Seen, ...Seen[]], { vm }: Hands, decide: Parameters<typeof pictureOnce>[2]): Picture {
  const truth = standingIn(first.reading, vm)
  const known = new Set(truth.map(({ id }) => id))
  const more = others.flatMap(({ reading }) => standingIn(reading, vm)).filter(({ id }) => !known.has(id))
  const decisions = decide(more)
  return { truth, all: [...truth, ...more.filter(({ id }) => decisions.get(id) === 'ours')], isAtRest: isAtRest([first, ...others]) }
}

function isAtRest(seen: readonly Seen[]): boolean {
  return seen.every(({ reading }) => busyWith(reading, 'at-rest') === null)
}

function isHyperV({ id }: CheckpointInterface): boolean {
  return productOf[id] === 'hyper-v'
}

function notShown(vm: Guid): SnapcheckError {
  return new SnapcheckError('SNAPCHECK_NOT_SHOWN', `No interface shows the VM ${vm}, so nobody can tell what is left on it.`, {
    place: `VM ${vm}`,
    observed: 'no such VM',
    expected: 'the VM on which checkpoints were created',
    next: 'Check the rights of the account, and on which host the VM is now.',
  })
}

function stillBusy(vm: Guid, busy: string, { limit }: BusyPatience): SnapcheckError {
  return new SnapcheckError('SNAPCHECK_VM_BUSY', `The VM ${vm} is still busy after ${Math.round(limit / 1_000)} s.`, {
    place: `VM ${vm}`,
    observed: busy,
    expected: 'a VM at rest',
    next: 'Look at its jobs in the product; sweep when they have ended.',
  })
}
