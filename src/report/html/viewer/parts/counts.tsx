import type { JSX } from 'preact'
import type { Outcome } from '../../../../judgement/outcome.ts'
import { severityOrder } from '../../../present/findings.ts'
import { OutcomeIcon } from './outcome.tsx'

export type OutcomeCounts = Readonly<Record<Outcome, number>>

export function presentOutcomes(counts: OutcomeCounts): readonly Outcome[] {
  return severityOrder.filter((outcome) => counts[outcome] > 0)
}

/** Counts per outcome, those that occur, worst first, each with its symbol and word. */
export function Counts({ counts }: { readonly counts: OutcomeCounts }): JSX.Element {
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
