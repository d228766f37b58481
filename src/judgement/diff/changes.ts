import { same } from '../../checkpoint/compare.ts'
import type { CheckpointProperty } from '../../checkpoint/reading.ts'
import type { CheckpointView, Observation } from '../observation.ts'
import type { Change } from './model.ts'

/** What an untouched checkpoint keeps (C-117, R-002); ModifiedTime is left out: each refresh moves it (observed). */
const lasting: readonly CheckpointProperty[] = ['databaseId', 'name', 'comment', 'createdTime', 'parent', 'kind']

export interface Compared {
  readonly changes: readonly Change[]
  /** Shown in the first set alone: whether they survived is not known. */
  readonly notShown: readonly CheckpointProperty[]
}

export function compareCheckpoints(before: CheckpointView, after: CheckpointView): Compared {
  const pairs = lasting.map((property) => ({ property, was: before.observations[property], is: after.observations[property] }))
  const changes = pairs.flatMap(({ property, was, is }) =>
    isShown(was) && isShown(is) && !same(was.normalised, is.normalised) ? [{ property, before: was.normalised, after: is.normalised }] : [],
  )
  const notShown = pairs.flatMap(({ property, was, is }) => (isShown(was) && !isShown(is) ? [property] : []))
  return { changes, notShown }
}

function isShown(observation: Observation | undefined): observation is Observation {
  return observation?.form === 'value' || observation?.form === 'null'
}
