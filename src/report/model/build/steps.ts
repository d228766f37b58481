import type { Act, CheckpointView, Observation, Story, View } from '../../../judgement/observation.ts'
import type { ReportAct, ReportObservation, ReportStep, ReportView } from '../report.ts'

/** Acts and views by stage; within one stage what was done comes before what was seen. */
export function stepsOf(story: Story): readonly ReportStep[] {
  const steps = [...story.acts.map(actStep), ...story.views.map(viewStep)]
  return steps.toSorted((a, b) => a.stage - b.stage)
}

function actStep(act: Act): ReportAct {
  const { id, stage, title, participant, vm, evidence, action, checkpoint, intended, result, failure } = act
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
    result,
  } as const
  return failure === undefined ? step : { ...step, failure }
}

function viewStep(view: View): ReportView {
  const { id, stage, title, participant, vm, evidence, settled, witness, via, origin } = view
  const checkpoints = view.checkpoints.map(subjectOf)
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
    witness,
    via,
    origin,
    checkpoints,
  }
}

export function observationsOf(story: Story): readonly ReportObservation[] {
  return story.views.flatMap((view) => [
    ...flatten(story, view, 'vm', view.observations),
    ...view.checkpoints.flatMap((checkpoint, index) => flatten(story, view, subjectOf(checkpoint, index), checkpoint.observations)),
  ])
}

function subjectOf(checkpoint: CheckpointView, index: number): string {
  return checkpoint.id ?? `row-${index}`
}

function flatten(
  story: Story,
  view: View,
  subject: string,
  observations: Readonly<Record<string, Observation | undefined>>,
): ReportObservation[] {
  const { stage, participant, vm, via, origin, evidence } = view
  return Object.values(observations)
    .filter((observation) => observation !== undefined)
    .map(({ id, property, field, form, raw, normalised, normalisation }) => ({
      id,
      scenario: story.scenario,
      view: view.id,
      stage,
      interface: view.interface,
      participant,
      vm,
      subject,
      property,
      field,
      form,
      raw,
      normalised,
      normalisation,
      via,
      origin,
      evidence,
    }))
}
