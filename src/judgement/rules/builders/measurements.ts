import { measured, type MeasurementName, type Measurements } from '../../../checkpoint/measurement.ts'
import type { Measurement } from '../../observation.ts'
import type { Rule } from '../../rule.ts'
import type { VmStory } from '../../story/timeline.ts'
import type { CellProperty, Judgement } from '../../verdict.ts'
import type { Answer } from './answers.ts'
import { perVm } from './views.ts'

export interface ProbeClaim<Name extends MeasurementName> {
  readonly claim: string
  readonly name: Name
  readonly property?: CellProperty
  /** Undefined where the value does not touch the claim. */
  readonly judge: (value: Measurements[Name], measurement: Measurement, story: VmStory) => Answer | undefined
}

/** A claim about how an interface speaks: whoever was probed is both sides of the cell. */
export function probed<Name extends MeasurementName>({ claim, name, property = 'protocol', judge }: ProbeClaim<Name>): Rule {
  return perVm(claim, (story) =>
    story.measurements.flatMap((measurement): readonly Judgement[] => {
      const value = measured(name, measurement)
      const answer = value === undefined ? undefined : judge(value, measurement, story)
      if (answer === undefined) return []
      const cell = { creator: measurement.interface, observer: measurement.interface, property }
      return [{ cell, vm: measurement.vm, checkpoint: null, ...answer }]
    }),
  )
}
