import type { JSX } from 'preact'
import { isUnclean } from '../../../model/build/summary.ts'
import { anchored, anchors } from '../data/anchors.ts'
import { replaceAddress, useAddress } from '../data/address.ts'
import { outcomesOf } from '../data/counting.ts'
import { usePage } from '../data/page.ts'
import { useSelection } from '../data/selection.ts'
import { presentOutcomes } from '../parts/counts.tsx'
import { plural } from '../parts/numbers.ts'
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

/** The scenario that the address names, by itself, by one of its steps or by what somebody else did in it. */
function useNamedScenario(): number | undefined {
  const page = usePage()
  const { anchor } = useAddress()
  const step = anchored('step', anchor)
  const disturbance = anchored('disturbance', anchor)
  const id =
    anchored('scenario', anchor) ??
    (step === undefined ? undefined : page.scenarioOfStep(step)) ??
    // The id of a disturbance begins with that of its scenario (judgement/observation.ts).
    disturbance?.replace(/\/disturbance\/\d+$/, '')
  return id === undefined ? undefined : page.scenarioRow(id)
}

function Item({ row }: { readonly row: number }): JSX.Element {
  const page = usePage()
  const { id, title, cleanup, disturbances } = page.scenarios.row(row)
  const counts = outcomesOf(page, page.verdictsOf(row))
  const worst = presentOutcomes(counts)
  return (
    <>
      <span class={`item-mark ink-${worst[0] ?? 'not-run'}`}>
        <OutcomeIcon outcome={worst[0] ?? 'not-run'} />
      </span>
      <span class="item-head">{title}</span>
      <span class="item-foot">
        <code>{id}</code> {worst.map((outcome) => `${outcome} ${counts[outcome]}`).join(', ') || 'no verdict'}
        {isUnclean({ cleanup }) ? `, clean-up ${cleanup.outcome}` : null}
        {disturbances === undefined ? null : ', disturbed'}
      </span>
    </>
  )
}

/** The second verdict of every scenario in one line. */
function CleanUp(): JSX.Element {
  const { scenarios, environment, observations, observationsLeftOut } = usePage()
  const { cleanups, notUndone } = environment
  return (
    <p class="quiet clean-up">
      Clean-up of {plural(scenarios.length, 'scenario', 'scenarios')}:{' '}
      {[...cleanups].map(([outcome, count]) => `${count} ${outcome}`).join(', ')}.
      {notUndone === 0 ? null : ` ${notUndone} did something that nothing takes back.`}
      {observationsLeftOut === 0
        ? null
        : ` ${observationsLeftOut} of ${observations.length + observationsLeftOut} values are only in report.json, to keep this page quick.`}
    </p>
  )
}
