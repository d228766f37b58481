import type { DiffRow, DiffSide, Obstacle, ObstacleCode } from './model.ts'

/** Everything in the rows and the two sets that keeps a diff from saying yes. */
export function obstaclesOf(rows: readonly DiffRow[], before: DiffSide, after: DiffSide): readonly Obstacle[] {
  const known = rows.filter(({ fate }) => fate !== 'new')
  const unknown = count(known, ({ fate }) => fate === 'unknown')
  const notShown = count(known, (row) => row.notShown.length > 0)
  const survived = count(known, ({ fate }) => fate === 'survived' || fate === 'changed')
  const found: readonly (readonly [boolean, ObstacleCode, string])[] = [
    [known.length === 0, 'nothing-before', 'The first set shows no checkpoint.'],
    [known.length > 0 && survived === 0, 'nothing-survived', 'No checkpoint of the first set is in the second one.'],
    [
      !isInOrder(before, after),
      'order-unknown',
      `The first set states ${before.ended ?? 'no time'}, the second one ${after.begun ?? 'no time'}: which is the later one is not known.`,
    ],
    [unknown > 0, 'not-comparable', `Of ${unknown} of ${known.length} checkpoints it cannot be told whether they are still there.`],
    [notShown > 0, 'value-not-shown', `Of ${notShown} of ${known.length} checkpoints the second set shows fewer values.`],
  ]
  return found.flatMap(([isObstacle, code, sentence]) => (isObstacle ? [{ code, sentence }] : []))
}

function count(rows: readonly DiffRow[], isCounted: (row: DiffRow) => boolean): number {
  return rows.filter(isCounted).length
}

function isInOrder({ ended }: DiffSide, { begun }: DiffSide): boolean {
  return ended !== null && begun !== null && ended < begun
}
