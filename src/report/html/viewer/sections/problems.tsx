import type { JSX } from 'preact'
import { groupedBy } from '../../../model/build/order.ts'
import type { ReportProblem } from '../../../model/report.ts'
import { usePage } from '../data/page.ts'
import { Disclosure } from '../parts/disclosure.tsx'
import { Gradual } from '../parts/gradual.tsx'
import { ScenarioLink } from '../parts/links.tsx'
import { plural } from '../parts/numbers.ts'

/** Cards and scenarios drawn at first and at each further step. */
const step = 20

/** Problems that say the same are one, with the scenarios that met it. */
export function Problems(): JSX.Element {
  const groups = groupedBy(usePage().report.problems, ({ code, sentence, place, next }) => JSON.stringify([code, sentence, place, next]))
  return (
    <Gradual items={[...groups.values()]} step={step} what="problems">
      {(problems) => <Problem key={problems[0]!.id} problems={problems} />}
    </Gradual>
  )
}

function Problem({ problems }: { readonly problems: readonly ReportProblem[] }): JSX.Element {
  const { code, sentence, place, next } = problems[0]!
  return (
    <article class="finding edge-error">
      <p class="finding-head">
        <code>{code}</code>
        {problems.length === 1 ? null : <span class="quiet">{problems.length} times</span>}
      </p>
      <h3>{sentence}</h3>
      {place === null ? null : <p class="quiet">{place}</p>}
      {next === null ? null : (
        <p>
          <strong>Next.</strong> {next}
        </p>
      )}
      <Scenarios ids={problems.flatMap(({ scenario }) => scenario ?? [])} />
    </article>
  )
}

function Scenarios({ ids }: { readonly ids: readonly string[] }): JSX.Element | null {
  if (ids.length === 0) return null
  return (
    <Disclosure class="more" open={ids.length === 1} summary={`In ${plural(ids.length, 'scenario', 'scenarios')}`}>
      {() => (
        <ul class="scenario-links">
          <Gradual items={ids} step={step} what="scenarios">
            {(id, index) => (
              <li key={index}>
                <ScenarioLink id={id} />
              </li>
            )}
          </Gradual>
        </ul>
      )}
    </Disclosure>
  )
}
