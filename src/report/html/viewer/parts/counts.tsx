import type { JSX } from 'preact'
import type { Outcome } from '../../../../judgement/outcome.ts'
import { OutcomeIcon } from './outcome.tsx'

const order: readonly Outcome[] = ['violates', 'error', 'inconclusive', 'deviates', 'conforms', 'unsupported', 'not-run']

export function presentOutcomes(counts: Readonly<Record<Outcome, number>>): readonly Outcome[] {
  return order.filter((outcome) => counts[outcome] > 0)
}

/** Counts per outcome, those that occur, each with its symbol and word. */
export function Counts({ counts }: { readonly counts: Readonly<Record<Outcome, number>> }): JSX.Element {
  return (
    <span class="counts">
      {presentOutcomes(counts).map((outcome) => (
        <span key={outcome} class={`ink-${outcome}`}>
          <OutcomeIcon outcome={outcome} /> {counts[outcome]} {outcome}
        </span>
      ))}
    </span>
  )
}
