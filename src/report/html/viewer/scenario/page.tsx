import type { JSX } from 'preact'
import { useMemo } from 'preact/hooks'
import { groupedBy } from '../../../model/build/order.ts'
import { filterText } from '../../../present/filter.ts'
import type { PageScenario } from '../../content.ts'
import { scenarioCommand } from '../../../present/reproduce.ts'
import { anchored, anchors, href } from '../data/anchors.ts'
import { useAddress } from '../data/address.ts'
import { outcomesOf } from '../data/counting.ts'
import { usePage } from '../data/page.ts'
import { Command } from '../parts/command.tsx'
import { Counts } from '../parts/counts.tsx'
import { Gradual } from '../parts/gradual.tsx'
import { ClaimsOfScenario } from './claims.tsx'
import { CleanUpFacts } from './clean-up.tsx'
import { Disturbances } from './disturbances.tsx'
import { Stage } from './stage.tsx'
import { TimeLine } from './time-line.tsx'

const stagesAtOnce = 25

const safetyWords: Readonly<Record<PageScenario['safety'], string>> = {
  reads: 'only reads',
  refreshes: 'makes SCVMM look again',
  writes: 'changes checkpoints',
  disrupts: 'disrupts on purpose',
}
const radiusWords: Readonly<Record<PageScenario['radius'], string>> = {
  vm: 'of one VM',
  host: 'of one host',
  cluster: 'of one cluster',
  vmm: 'of one SCVMM server',
}

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
        <code>{scenario.id}</code> of the suite {scenario.suite}, {safetyWords[scenario.safety]}
        {scenario.safety === 'reads' ? null : `, ${radiusWords[scenario.radius]} at the most`}
      </p>
      <p class="row">
        <a href={href('verdicts', filterText({ s: scenario.id }))}>{rows.length} verdicts</a>
        <Counts counts={outcomesOf(page, rows)} />
      </p>
      <ClaimsOfScenario claims={scenario.claims} rows={rows} />
      {command === null ? null : <Command text={command} />}
      <Disturbances scenario={scenario} />
      <TimeLine stages={stages} disturbances={scenario.disturbances ?? []} />
      <p class="tree-key">
        <span class="node own">made by this scenario</span>
        <span class="node found">found there, or somebody else’s</span>
        <span class="node now">where the VM stands now</span>
      </p>
      <ol class="steps">
        <Gradual items={stages} step={stagesAtOnce} upTo={stages.findIndex((own) => own.some((step) => step.id === named))} what="steps">
          {(own) => <Stage key={own[0]!.stage} steps={own} made={made} />}
        </Gradual>
        <li class={`cleanup cleanup-${scenario.cleanup.outcome}`}>
          <CleanUpFacts cleanup={scenario.cleanup} />
        </li>
      </ol>
    </article>
  )
}
