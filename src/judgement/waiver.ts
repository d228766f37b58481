import type { InterfaceId } from '../checkpoint/interface-id.ts'
import type { Cell, Verdict } from './verdict.ts'

/** What decides an exit code and can therefore be excused. */
export const waivableOutcomes = ['violates', 'error', 'inconclusive'] as const
export type WaivableOutcome = (typeof waivableOutcomes)[number]

/**
 * Somebody's word that an outcome is known and does not count until a day. It changes the conclusion only: the outcome
 * stays what it is, and so does everything that is shown of it (design section 1).
 */
export interface Waiver {
  readonly claim: string
  readonly outcome: WaivableOutcome
  /** Left out: whoever made it. */
  readonly creator?: Cell['creator']
  /** Left out: whoever looked. */
  readonly observer?: InterfaceId
  readonly property?: Cell['property']
  /** A scenario's id. */
  readonly scenario?: string
  readonly reason: string
  /** Who answers for it. */
  readonly by: string
  /** The last day on which it counts, `YYYY-MM-DD` in UTC. */
  readonly until: string
}

export function covers(
  waiver: Waiver,
  { claim, outcome, cell, scenario }: Pick<Verdict, 'claim' | 'outcome' | 'cell' | 'scenario'>,
): boolean {
  const fits = <Value>(wanted: Value | undefined, value: Value): boolean => wanted === undefined || wanted === value
  return (
    waiver.claim === claim &&
    waiver.outcome === outcome &&
    fits(waiver.creator, cell.creator) &&
    fits(waiver.observer, cell.observer) &&
    fits(waiver.property, cell.property) &&
    fits(waiver.scenario, scenario.split('/')[0])
  )
}
