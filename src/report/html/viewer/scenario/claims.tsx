import type { JSX } from 'preact'
import { outcomesOf } from '../data/counting.ts'
import { usePage } from '../data/page.ts'
import { Counts } from '../parts/counts.tsx'
import { Disclosure } from '../parts/disclosure.tsx'
import { ClaimLink } from '../parts/links.tsx'
import { plural } from '../parts/numbers.ts'

interface ClaimsOfScenarioProps {
  readonly claims: readonly string[]
  /** The verdicts of the scenario. */
  readonly rows: Uint32Array
}

/** What the scenario says something about: each claim with its verdicts here, counted. */
export function ClaimsOfScenario({ claims, rows }: ClaimsOfScenarioProps): JSX.Element {
  return (
    <Disclosure class="scenario-claims" summary={plural(claims.length, 'claim', 'claims')}>
      {() => claims.map((id) => <ClaimHere key={id} id={id} rows={rows} />)}
    </Disclosure>
  )
}

function ClaimHere({ id, rows }: { readonly id: string; readonly rows: Uint32Array }): JSX.Element {
  const page = usePage()
  const all = new Set(page.verdictsOfClaim(id))
  return (
    <p class="row">
      <span>
        <ClaimLink id={id} /> {page.claim(id)?.statement}
      </span>
      <Counts
        counts={outcomesOf(
          page,
          rows.filter((row) => all.has(row)),
        )}
      />
    </p>
  )
}
