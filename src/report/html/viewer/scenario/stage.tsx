import type { JSX } from 'preact'
import type { ReportAct, ReportMeasurement, ReportView } from '../../../model/report.ts'
import type { PageStep } from '../../content.ts'
import { interfaceName } from '../../../present/labels.ts'
import { anchors } from '../data/anchors.ts'
import { EvidenceFold } from '../parts/evidence.tsx'
import { OriginBadge } from '../parts/origin.tsx'
import { Structured } from '../parts/structured.tsx'
import { Value } from '../parts/value.tsx'
import { Looks } from './looks.tsx'

interface StageProps {
  readonly steps: readonly PageStep[]
  /** Checkpoints that this scenario made. */
  readonly made: ReadonlySet<string>
}

/** What was done and seen at one stage: acts, then measurements, then the trees of all interfaces side by side. */
export function Stage({ steps, made }: StageProps): JSX.Element {
  const views = steps.filter((step): step is ReportView & PageStep => step.kind === 'view')
  return (
    <li class={views.length === 0 ? 'did' : 'saw'}>
      {steps.map((step) => (step.kind === 'act' ? <Act key={step.id} act={step} /> : null))}
      {steps.map((step) => (step.kind === 'measurement' ? <Measured key={step.id} measurement={step} /> : null))}
      {views.length === 0 ? null : (
        <>
          <p id={anchors.step(views[0]!.id)}>
            <strong>{views[0]!.title}</strong>
          </p>
          <Looks views={views} made={made} />
        </>
      )}
    </li>
  )
}

function Act({ act }: { readonly act: ReportAct }): JSX.Element {
  const { id, title, action, attempted, result, failure, intended, evidence } = act
  return (
    <div id={anchors.step(id)} class="act">
      <p>
        <strong>{title}</strong>{' '}
        <span class="quiet">
          {action} through {interfaceName(act.interface)}
          {attempted === true ? ', to see whether the product does it' : null}:
        </span>{' '}
        {result}
        {failure === undefined ? null : (
          <>
            , <code>{failure.productCode ?? failure.code}</code> {failure.sentence}
          </>
        )}
      </p>
      <dl class="intended">
        {Object.entries(intended).map(([part, value]) => (
          <div key={part}>
            <dt>{part}</dt>
            <dd>
              <Value value={value} />
            </dd>
          </div>
        ))}
      </dl>
      <EvidenceFold digests={evidence} />
    </div>
  )
}

function Measured({ measurement }: { readonly measurement: ReportMeasurement }): JSX.Element {
  const { id, title, name, value, origin, evidence } = measurement
  return (
    <div id={anchors.step(id)} class="act">
      <p>
        <strong>{title}</strong>{' '}
        <span class="quiet">
          {name}, measured at {interfaceName(measurement.interface)}
        </span>{' '}
        <OriginBadge origin={origin} />
      </p>
      <Structured value={value} />
      <EvidenceFold digests={evidence} />
    </div>
  )
}
