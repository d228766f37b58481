import type { JSX } from 'preact'
import { disturbanceSentence } from '../../../../judgement/environment.ts'
import { filterText } from '../../../present/filter.ts'
import { interfaceName } from '../../../present/labels.ts'
import type { PageScenario } from '../../content.ts'
import { anchors, href } from '../data/anchors.ts'
import { usePage } from '../data/page.ts'
import { DisturbanceLink } from '../parts/links.tsx'
import { plural } from '../parts/numbers.ts'
import { Value } from '../parts/value.tsx'

type Disturbed = Pick<PageScenario, 'id' | 'disturbances'>

/** What somebody else did meanwhile; the line of steps and the verdicts that it touches lead here. */
export function Disturbances({ scenario: { id, disturbances = [] } }: { readonly scenario: Disturbed }): JSX.Element | null {
  if (disturbances.length === 0) return null
  return (
    <div class="disturbances" role="note" aria-label="Changed by somebody else">
      <p>
        <strong>Somebody else changed the VM meanwhile.</strong> Inconclusive because of that: <TouchedVerdicts scenario={id} />.
      </p>
      <ul>
        {disturbances.map((change) => (
          <li key={change.id} id={anchors.disturbance(change.id)}>
            {disturbanceSentence(change)}{' '}
            <span class="quiet">
              From step {change.from + 1} on, shown by {interfaceName(change.interface)}: {change.kind},
            </span>{' '}
            <Value value={change.before} /> <span aria-label="became">→</span> <Value value={change.after} />
          </li>
        ))}
      </ul>
    </div>
  )
}

/** The same in short, for a list of scenarios. */
export function DisturbancesInShort({ scenario: { id, disturbances = [] } }: { readonly scenario: Disturbed }): JSX.Element | null {
  if (disturbances.length === 0) return null
  return (
    <>
      <ul>
        {disturbances.map((change) => (
          <li key={change.id}>
            {disturbanceSentence(change)} <DisturbanceLink id={change.id}>From step {change.from + 1} on</DisturbanceLink>
          </li>
        ))}
      </ul>
      <p>
        Inconclusive because of that: <TouchedVerdicts scenario={id} />.
      </p>
    </>
  )
}

/** Counted, with the way to them. */
function TouchedVerdicts({ scenario }: { readonly scenario: string }): JSX.Element {
  const { verdicts, verdictsOf, scenarioRow } = usePage()
  const rows = verdictsOf(scenarioRow(scenario)!)
  const touched = rows.filter((row) => verdicts.row(row).reason?.code === 'environment-changed').length
  if (touched === 0) return <>none of its {rows.length} verdicts</>
  return (
    <a href={href('verdicts', filterText({ s: scenario, r: 'environment-changed' }))}>
      {touched} of its {plural(rows.length, 'verdict', 'verdicts')}
    </a>
  )
}
