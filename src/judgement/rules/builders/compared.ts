import type { Guid } from '../../../checkpoint/guid.ts'
import type { CheckpointProperty } from '../../../checkpoint/reading.ts'
import type { Json } from '../../../foundation/json.ts'
import type { CheckpointView, Observation, View } from '../../observation.ts'
import { checkpointsById } from '../../story/index-views.ts'
import type { CellProperty, Judgement } from '../../verdict.ts'
import { met, unmet } from './answers.ts'
import { placed } from './views.ts'

/** A property that two looks have in common, and the cell that it belongs to. */
export interface Shared {
  readonly property: CheckpointProperty
  readonly cell: CellProperty
}

interface Pair {
  readonly id: Guid
  readonly was: Observation
  readonly is: Observation
}

/**
 * One property of the checkpoints in two looks: one judgement for all that agree, and one for each that does not. What either
 * look does not show is left out. Placed where `after` looks.
 */
export function compared(
  { property, cell }: Shared,
  before: View,
  after: View,
  ids: readonly Guid[],
  creator: Judgement['cell']['creator'],
): readonly Judgement[] {
  const pairs = ids.flatMap((id) => pairOf(id, property, checkpointsById(before).get(id), checkpointsById(after).get(id)))
  const changed = pairs.filter(({ was, is }) => was.normalised !== is.normalised)
  const same = pairs.filter(({ was, is }) => was.normalised === is.normalised)
  const place = { creator, view: after, property: cell } as const
  const alike =
    same.length === 0
      ? []
      : [
          placed(
            { ...place, checkpoint: same.length === 1 ? same[0]!.id : null },
            met(values(same, 'was'), values(same, 'is'), rests(same)),
          ),
        ]
  return [
    ...alike,
    ...changed.map((pair) => placed({ ...place, checkpoint: pair.id }, unmet(pair.was.normalised, pair.is.normalised, rests([pair])))),
  ]
}

function pairOf(id: Guid, property: CheckpointProperty, old: CheckpointView | undefined, now: CheckpointView | undefined): readonly Pair[] {
  const [was, is] = [old?.observations[property], now?.observations[property]]
  return isReadable(was) && isReadable(is) ? [{ id, was, is }] : []
}

function isReadable(value: Observation | undefined): value is Observation {
  return value?.form === 'value' || value?.form === 'null'
}

function values(pairs: readonly Pair[], side: 'was' | 'is'): Json {
  return pairs.length === 1 ? pairs[0]![side].normalised : pairs.map((pair) => pair[side].normalised)
}

function rests(pairs: readonly Pair[]): readonly string[] {
  return pairs.flatMap(({ was, is }) => [was.id, is.id])
}
