import { same } from '../../checkpoint/compare.ts'
import { lasting, type DiffRow, type ShownCheckpoint } from './model.ts'

export function compareCheckpoints(
  { values: was }: ShownCheckpoint,
  { values: is }: ShownCheckpoint,
): Pick<DiffRow, 'changes' | 'notShown'> {
  const changes = lasting.flatMap((property) => {
    const [before, after] = [was[property], is[property]]
    return before === undefined || after === undefined || same(before, after) ? [] : [{ property, before, after }]
  })
  return { changes, notShown: lasting.filter((property) => was[property] !== undefined && is[property] === undefined) }
}
