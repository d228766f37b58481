import type { JSX } from 'preact'
import { isUnclean } from '../../../model/build/summary.ts'
import { usePage } from '../data/page.ts'
import { Gradual } from '../parts/gradual.tsx'
import { ScenarioLink } from '../parts/links.tsx'
import { CleanUpFacts } from '../scenario/clean-up.tsx'
import { DisturbancesInShort } from '../scenario/disturbances.tsx'

/** Cards drawn at first and at each further step. */
const step = 20

/** Scenarios whose VM somebody else changed, or that is not as it was found. */
export function Environment(): JSX.Element {
  return (
    <Gradual items={usePage().environment.unsettled} step={step} what="scenarios">
      {(row) => <Unsettled key={row} row={row} />}
    </Gradual>
  )
}

function Unsettled({ row }: { readonly row: number }): JSX.Element {
  const scenario = usePage().scenarios.row(row)
  return (
    <article class="finding edge-inconclusive unsettled">
      <p class="finding-head">
        <ScenarioLink id={scenario.id} />
      </p>
      <h3>{scenario.title}</h3>
      <DisturbancesInShort scenario={scenario} />
      {isUnclean(scenario) ? <CleanUpFacts cleanup={scenario.cleanup} /> : null}
    </article>
  )
}
