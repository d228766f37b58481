import type { Act, CheckpointView, Measurement, Observation, Story, View } from '../../../judgement/observation.ts'
import type { ReportAct, ReportMeasurement, ReportObservation, ReportStep, ReportView } from '../report.ts'

/** Acts and views by stage; within one stage what was done comes before what was seen. */
export function stepsOf(story: Story): readonly ReportStep[] {
  const steps = [...story.acts.map(actStep), ...story.views.map(viewStep), ...(story.measurements ?? []).map(measurementStep)]
  return steps.toSorted((a, b) => a.stage - b.stage)
}

function actStep(act: Act): ReportAct {
  const { id, stage, title, participant, vm, evidence, action, checkpoint, intended, attempted, result, failure } = act
  const step = {
    kind: 'act',
    id,
    stage,
    title,
    interface: act.interface,
    participant,
    vm,
    evidence,
    action,
    checkpoint,
    intended,
    ...(attempted && { attempted }),
    result,
  } as const
  return failure === undefined ? step : { ...step, failure }
}

function viewStep(view: View): ReportView {
  const { id, stage, title, participant, vm, evidence, settled, failure, awaitedMs, witness, via, origin } = view
  return {
    kind: 'view',
    id,
    stage,
    title,
    interface: view.interface,
    participant,
    vm,
    evidence,
    settled,
    ...(failure === undefined ? {} : { failure }),
    ...(awaitedMs === undefined ? {} : { awaitedMs }),
    witness,
    via,
    origin,
    checkpoints: view.checkpoints.map(subjectOf),
  }
}

function measurementStep(measurement: Measurement): ReportMeasurement {
  const { id, stage, title, participant, vm, evidence, name, value, via, origin } = measurement
  return { kind: 'measurement', id, stage, title, interface: measurement.interface, participant, vm, evidence, name, value, via, origin }
}

export function observationsOf({ views }: Story): readonly ReportObservation[] {
  return views.flatMap((view) => [
    ...flatten(view, 'vm', view.observations),
    ...view.checkpoints.flatMap((checkpoint, index) => flatten(view, subjectOf(checkpoint, index), checkpoint.observations)),
  ])
}

function subjectOf(checkpoint: CheckpointView, index: number): string {
  return checkpoint.id ?? `row-${index}`
}

function flatten(
  { via, origin }: View,
  subject: string,
  observations: Readonly<Record<string, Observation | undefined>>,
): ReportObservation[] {
  return Object.values(observations)
    .filter((observation) => observation !== undefined)
    .map(({ id, view, property, field, form, raw, normalised, normalisation }) => ({
      id,
      view,
      subject,
      property,
      field,
      form,
      raw,
      normalised,
      normalisation,
      via,
      origin,
    }))
}
