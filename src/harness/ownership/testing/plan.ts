import fc from 'fast-check'
import type { Guid } from '../../../checkpoint/guid.ts'
import type { InterfaceId } from '../../../checkpoint/interface-id.ts'

/** What the run that is to be killed does, one after the other; numbers choose among what it has made. */
export type Deed =
  | { readonly do: 'create'; readonly named: boolean }
  | { readonly do: 'rename' | 'remove' | 'restore'; readonly which: number }

/** What somebody else does meanwhile: a create after a restore begins a branch beside ours, without one it hangs below the position. */
export interface StrangerDeed {
  /** Milliseconds of the world's clock after the one before. */
  readonly after: number
  readonly do: 'create' | 'restore' | 'rename'
  readonly which: number
}

/** When the run is killed: some time after its start, or in the very moment of the n-th change on the host. */
export type Kill = { readonly at: 'time'; readonly ms: number } | { readonly at: 'change'; readonly count: number }

export interface Plan {
  readonly creator: Extract<InterfaceId, 'hyperv-wmi' | 'scvmm-spf'>
  readonly deeds: readonly Deed[]
  readonly stranger: readonly StrangerDeed[]
  readonly kill: Kill
}

/** What the killed process is told. */
export interface Orders extends Pick<Plan, 'creator' | 'deeds'> {
  readonly folder: string
  readonly run: string
  readonly vm: Guid
  readonly speed: number
  readonly endpoints: {
    readonly 'hyperv-wmi': Endpoint
    readonly 'scvmm-spf': Endpoint & { readonly stampId: string }
  }
}

interface Endpoint {
  readonly label: string
  readonly url: string
  readonly credentials: { readonly user: string; readonly password: string }
}

const deed: fc.Arbitrary<Deed> = fc.oneof(
  { weight: 5, arbitrary: fc.constant({ do: 'create', named: true } as const) },
  { weight: 1, arbitrary: fc.constant({ do: 'create', named: false } as const) },
  { weight: 3, arbitrary: fc.record({ do: fc.constantFrom('rename', 'remove', 'restore'), which: fc.nat(5) }) },
)

const strangerDeed: fc.Arbitrary<StrangerDeed> = fc.record({
  after: fc.integer({ min: 0, max: 5_000 }),
  do: fc.constantFrom('create', 'create', 'restore', 'rename'),
  which: fc.nat(5),
})

const kill: fc.Arbitrary<Kill> = fc.oneof(
  fc.record({ at: fc.constant('time' as const), ms: fc.integer({ min: 0, max: 400 }) }),
  fc.record({ at: fc.constant('change' as const), count: fc.integer({ min: 1, max: 12 }) }),
)

export const plans: fc.Arbitrary<Plan> = fc.record({
  creator: fc.constantFrom('hyperv-wmi', 'scvmm-spf'),
  deeds: fc.array(deed, { minLength: 1, maxLength: 7 }),
  stranger: fc.array(strangerDeed, { maxLength: 5 }),
  kill,
})
