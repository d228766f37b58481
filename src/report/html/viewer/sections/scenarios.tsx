import type { JSX } from 'preact'
import type { ReportAct, ReportScenario, ReportStep, ReportView } from '../../../model/report.ts'
import { groupedBy } from '../../../model/build/order.ts'
import { countOutcomes } from '../../../model/build/summary.ts'
import { interfaceName } from '../../../present/labels.ts'
import { anchors } from '../data/anchors.ts'
import { usePage } from '../data/page.ts'
import { Counts } from '../parts/counts.tsx'
import { Disclosure } from '../parts/disclosure.tsx'
import { Evidence } from '../parts/evidence.tsx'
import { ClaimLink } from '../parts/links.tsx'
import { Tree } from '../parts/tree.tsx'
import { Value } from '../parts/value.tsx'

export function Scenarios(): JSX.Element {
  const { report } = usePage()
  const verdicts = groupedBy(report.verdicts, (verdict) => verdict.scenario)
  return (
    <div class="stack">
      {report.scenarios.map((scenario) => (
        <Disclosure
          key={scenario.id}
          id={anchors.scenario(scenario.id)}
          summary={
            <span class="row">
              <span>
                <strong>{scenario.title}</strong> <code class="quiet">{scenario.id}</code>
              </span>
              <Counts counts={countOutcomes(verdicts.get(scenario.id) ?? [])} />
            </span>
          }
        >
          {() => <Story scenario={scenario} />}
        </Disclosure>
      ))}
    </div>
  )
}

function Story({ scenario }: { readonly scenario: ReportScenario }): JSX.Element {
  const stages = [...groupedBy(scenario.steps, (step) => String(step.stage)).values()]
  return (
    <>
      <p class="quiet">
        {scenario.safety}, reaches one {scenario.radius} at the most. Claims:{' '}
        {scenario.claims.map((id, index) => (
          <span key={id}>
            {index === 0 ? null : ', '}
            <ClaimLink id={id} />
          </span>
        ))}
      </p>
      <ol class="steps">
        {stages.map((steps) => (
          <Stage key={steps[0]!.stage} steps={steps} />
        ))}
        <li class={`cleanup cleanup-${scenario.cleanup.outcome}`}>
          <p>
            <strong>Clean-up: {scenario.cleanup.outcome}.</strong> {scenario.cleanup.sentence}
          </p>
          {scenario.cleanup.leftovers.map(({ checkpoint, why }) => (
            <p key={checkpoint}>
              <code>{checkpoint}</code> {why}
            </p>
          ))}
        </li>
      </ol>
    </>
  )
}

function Stage({ steps }: { readonly steps: readonly ReportStep[] }): JSX.Element {
  const acts = steps.filter((step): step is ReportAct => step.kind === 'act')
  const views = steps.filter((step): step is ReportView => step.kind === 'view')
  return (
    <li>
      {acts.map((act) => (
        <Act key={act.id} act={act} />
      ))}
      {views.length === 0 ? null : (
        <>
          <p>
            <strong>{views[0]!.title}</strong>
          </p>
          <div class="trees">
            {views.map((view) => (
              <Tree key={view.id} view={view} />
            ))}
          </div>
        </>
      )}
    </li>
  )
}

function Act({ act }: { readonly act: ReportAct }): JSX.Element {
  const { title, action, result, failure, intended, evidence } = act
  return (
    <>
      <p>
        <strong>{title}</strong>{' '}
        <span class="quiet">
          {action} through {interfaceName(act.interface)}:
        </span>{' '}
        {result}
        {failure === undefined ? null : (
          <>
            , <code>{failure.code}</code> {failure.sentence}
          </>
        )}
      </p>
      <dl class="intended">
        {Object.entries(intended).map(([part, text]) => (
          <div key={part}>
            <dt>{part}</dt>
            <dd>
              <Value value={text} />
            </dd>
          </div>
        ))}
      </dl>
      {evidence.length === 0 ? null : (
        <Disclosure summary={`Evidence (${evidence.length})`}>
          {() => evidence.map((digest) => <Evidence key={digest} digest={digest} />)}
        </Disclosure>
      )}
    </>
  )
}
