import type { JSX } from 'preact'
import { useMemo } from 'preact/hooks'
import type { ReportCleanup, ReportScenario } from '../../../model/report.ts'
import { groupedBy } from '../../../model/build/order.ts'
import { filterText } from '../../../present/filter.ts'
import { interfaceName } from '../../../present/labels.ts'
import { scenarioCommand } from '../../../present/reproduce.ts'
import { anchored, anchors, href } from '../data/anchors.ts'
import { useAddress } from '../data/address.ts'
import { outcomesOf } from '../data/counting.ts'
import { usePage } from '../data/page.ts'
import { Command } from '../parts/command.tsx'
import { Counts } from '../parts/counts.tsx'
import { Gradual } from '../parts/gradual.tsx'
import { ClaimLink } from '../parts/links.tsx'
import { Value } from '../parts/value.tsx'
import { Stage } from './stage.tsx'
import { TimeLine } from './time-line.tsx'

const stagesAtOnce = 25

/** One scenario whole: what it was for, what happened in time, what each interface showed, and whether it was put back. */
export function ScenarioPage({ row }: { readonly row: number }): JSX.Element {
  const page = usePage()
  const scenario = page.scenarios.row(row)
  const steps = useMemo(() => page.stepsOf(row), [row])
  const named = anchored('step', useAddress().anchor)
  const rows = page.verdictsOf(row)
  const command = scenarioCommand(page.report, scenario)
  const made = new Set(
    steps.flatMap((step) => (step.kind === 'act' && step.action === 'create' && step.checkpoint !== null ? [step.checkpoint] : [])),
  )
  const stages = [...groupedBy(steps, (step) => String(step.stage)).values()]
  const title = `${anchors.scenario(scenario.id)}-title`
  return (
    <article id={anchors.scenario(scenario.id)} class="scenario-page" aria-labelledby={title}>
      <h3 id={title}>{scenario.title}</h3>
      <p class="quiet">
        <code>{scenario.id}</code> of the suite {scenario.suite}, {scenario.safety}, reaches one {scenario.radius} at the most
      </p>
      <p class="row">
        <a href={href('verdicts', filterText({ s: scenario.id }))}>{rows.length} verdicts</a>
        <Counts counts={outcomesOf(page, rows)} />
      </p>
      <p class="scenario-claims">
        Claims:{' '}
        {scenario.claims.map((id, index) => (
          <span key={id}>
            {index === 0 ? null : ', '}
            <ClaimLink id={id} />
          </span>
        ))}
      </p>
      {command === null ? null : <Command text={command} />}
      <Disturbances disturbances={scenario.disturbances ?? []} />
      <TimeLine stages={stages} />
      <p class="tree-key">
        <span class="node own">made by this scenario</span>
        <span class="node found">found there, or somebody else’s</span>
        <span class="node now">where the VM stands now</span>
      </p>
      <ol class="steps">
        <Gradual items={stages} step={stagesAtOnce} upTo={stages.findIndex((own) => own.some((step) => step.id === named))} what="steps">
          {(own) => <Stage key={own[0]!.stage} steps={own} made={made} />}
        </Gradual>
        <CleanUp cleanup={scenario.cleanup} />
      </ol>
    </article>
  )
}

type Disturbance = NonNullable<ReportScenario['disturbances']>[number]

/** What somebody else did meanwhile, beside the line of what the scenario did. */
function Disturbances({ disturbances }: { readonly disturbances: readonly Disturbance[] }): JSX.Element | null {
  if (disturbances.length === 0) return null
  return (
    <div class="disturbances" role="note" aria-label="Changed by somebody else">
      <p>
        <strong>Somebody else changed the VM meanwhile.</strong> Cells that this touches are inconclusive.
      </p>
      <ul>
        {disturbances.map(({ id, kind, checkpoint, before, after, from, ...disturbance }) => (
          <li key={id}>
            {kind}
            {checkpoint === null ? null : (
              <>
                {' '}
                <code>{checkpoint}</code>
              </>
            )}
            : <Value value={before} /> <span aria-label="became">→</span> <Value value={after} />{' '}
            <span class="quiet">
              from step {from + 1} on, shown by {interfaceName(disturbance.interface)}
            </span>
          </li>
        ))}
      </ul>
    </div>
  )
}

function CleanUp({ cleanup }: { readonly cleanup: ReportCleanup }): JSX.Element {
  const { outcome, sentence, leftovers, differences = [], notUndone = [] } = cleanup
  return (
    <li class={`cleanup cleanup-${outcome}`}>
      <p>
        <strong>Clean-up: {outcome}.</strong> {sentence}
      </p>
      {leftovers.map(({ checkpoint, why }) => (
        <p key={checkpoint}>
          <code>{checkpoint}</code> {why}
        </p>
      ))}
      {[...differences, ...notUndone].map((line) => (
        <p key={line}>{line}</p>
      ))}
    </li>
  )
}
