import type { JSX } from 'preact'
import { usePage } from '../data/page.ts'
import { ScenarioLink } from '../parts/links.tsx'

export function Problems(): JSX.Element {
  return (
    <>
      {usePage().report.problems.map(({ id, code, sentence, scenario, place, next }) => (
        <article key={id} class="finding edge-error">
          <p class="finding-head">
            <code>{code}</code>
            {scenario === null ? null : <ScenarioLink id={scenario} />}
          </p>
          <h3>{sentence}</h3>
          {place === null ? null : <p class="quiet">{place}</p>}
          {next === null ? null : <p>{next}</p>}
        </article>
      ))}
    </>
  )
}
