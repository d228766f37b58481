import type { JSX } from 'preact'
import type { ReportCleanup } from '../../../model/report.ts'
import { anchored, anchors } from '../data/anchors.ts'
import { replaceAddress, useAddress } from '../data/address.ts'
import { outcomesOf } from '../data/counting.ts'
import { usePage } from '../data/page.ts'
import { useSelection } from '../data/selection.ts'
import { presentOutcomes } from '../parts/counts.tsx'
import { OutcomeIcon } from '../parts/outcome.tsx'
import { VirtualList } from '../parts/virtual-list.tsx'
import { ScenarioPage } from '../scenario/page.tsx'

/** All scenarios that the filter leaves, and the chosen one, at first that of the worst verdict, as a page of its own. */
export function Scenarios(): JSX.Element {
  const page = usePage()
  const { scenarios, rows } = useSelection()
  const worst = rows.length === 0 ? undefined : page.scenarioRow(page.verdicts.row(rows[0]!).scenario)
  const chosen = useNamedScenario() ?? worst
  if (page.scenarios.length === 0) return <p class="nothing">No scenario ran and no file was read.</p>
  if (scenarios.length === 0) return <p class="nothing">None of the {page.scenarios.length} scenarios passes the filter.</p>
  const place = Math.max(0, chosen === undefined ? 0 : scenarios.indexOf(chosen))
  const row = scenarios[place]!
  return (
    <>
      <CleanUp />
      <VirtualList
        id="scenario-item"
        label="Scenarios"
        count={scenarios.length}
        chosen={place}
        onChoose={(index) => replaceAddress({ anchor: anchors.scenario(page.scenarios.row(scenarios[index]!).id) })}
      >
        {(index) => <Item row={scenarios[index]!} />}
      </VirtualList>
      <ScenarioPage key={row} row={row} />
    </>
  )
}

/** The scenario that the address names, by itself or by one of its steps. */
function useNamedScenario(): number | undefined {
  const page = usePage()
  const { anchor } = useAddress()
  const step = anchored('step', anchor)
  const id = anchored('scenario', anchor) ?? (step === undefined ? undefined : page.scenarioOfStep(step))
  return id === undefined ? undefined : page.scenarioRow(id)
}

function Item({ row }: { readonly row: number }): JSX.Element {
  const page = usePage()
  const { id, title, cleanup } = page.scenarios.row(row)
  const counts = outcomesOf(page, page.verdictsOf(row))
  const worst = presentOutcomes(counts)
  const isUnclean = cleanup.outcome === 'failed' || cleanup.outcome === 'left-behind'
  return (
    <>
      <span class={`item-mark ink-${worst[0] ?? 'not-run'}`}>
        <OutcomeIcon outcome={worst[0] ?? 'not-run'} />
      </span>
      <span class="item-head">{title}</span>
      <span class="item-foot">
        <code>{id}</code> {worst.map((outcome) => `${counts[outcome]} ${outcome}`).join(', ') || 'no verdict'}
        {isUnclean ? `, clean-up ${cleanup.outcome}` : null}
      </span>
    </>
  )
}

/** The second verdict of every scenario in one line. */
function CleanUp(): JSX.Element {
  const { scenarios, content, observations, observationsLeftOut } = usePage()
  const numbers = [...new Set(scenarios.numbers('cleanup'))]
  const counts = new Map<string, number>()
  for (const number of numbers) {
    const { outcome } = content.value(number) as unknown as ReportCleanup
    counts.set(outcome, (counts.get(outcome) ?? 0) + scenarios.groups('cleanup').rowsOf(number).length)
  }
  return (
    <p class="quiet clean-up">
      Clean-up of {scenarios.length} scenarios: {[...counts].map(([outcome, count]) => `${count} ${outcome}`).join(', ')}.
      {observationsLeftOut === 0
        ? null
        : ` ${observationsLeftOut} of ${observations.length + observationsLeftOut} values are only in report.json, to keep this page quick.`}
    </p>
  )
}
