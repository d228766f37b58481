import type { JSX } from 'preact'
import type { Outcome } from '../../../../judgement/outcome.ts'
import { countOutcomes } from '../../../model/build/summary.ts'
import { severityOrder } from '../../../present/findings.ts'
import { filterText } from '../../../present/filter.ts'
import { href } from '../data/anchors.ts'
import { OutcomeIcon } from './outcome.tsx'

export type OutcomeCounts = Readonly<Record<Outcome, number>>

export function addedUp(all: readonly OutcomeCounts[]): OutcomeCounts {
  const sum = { ...countOutcomes([]) }
  for (const counts of all) for (const outcome of severityOrder) sum[outcome] += counts[outcome]
  return sum
}

export function presentOutcomes(counts: OutcomeCounts): readonly Outcome[] {
  return severityOrder.filter((outcome) => counts[outcome] > 0)
}

interface CountsProps {
  readonly counts: OutcomeCounts
  /** Whether each leads to the verdicts with that outcome, of the whole report. */
  readonly linked?: boolean
}

/** Counts per outcome, those that occur, worst first, each with its symbol and word. */
export function Counts({ counts, linked = false }: CountsProps): JSX.Element {
  return (
    <span class="counts">
      {presentOutcomes(counts).map((outcome) => {
        const words = (
          <>
            <OutcomeIcon outcome={outcome} /> {outcome} {counts[outcome]}
          </>
        )
        return linked ? (
          <a key={outcome} class={`ink-${outcome}`} href={href('verdicts', filterText({ o: outcome }))}>
            {words}
          </a>
        ) : (
          <span key={outcome} class={`ink-${outcome}`}>
            {words}
          </span>
        )
      })}
    </span>
  )
}
