import type { Outcome } from '../../../../judgement/outcome.ts'
import { countOutcomes } from '../../../model/build/summary.ts'
import type { ReportVerdict } from '../../../model/report.ts'
import type { Page } from './page.ts'

type Counted = Pick<Page, 'verdicts' | 'content'>

/** Verdicts by outcome, without making any of them. */
export function outcomesOf({ verdicts, content }: Counted, rows: Uint32Array): Readonly<Record<Outcome, number>> {
  const numbers = verdicts.numbers('outcome')
  const counts = { ...countOutcomes([]) }
  for (const [number, own] of grouped(rows, (row) => numbers[row]!)) counts[content.value(number) as Outcome] += own.length
  return counts
}

/** Rows by the cell that they belong to, in the order of their first appearance. */
export function byCell({ verdicts, content }: Counted, rows: Uint32Array): readonly (readonly [ReportVerdict['cell'], Uint32Array])[] {
  const numbers = verdicts.numbers('cell')
  const groups = [...grouped(rows, (row) => numbers[row]!)]
  return groups.map(([number, own]) => [content.value(number) as unknown as ReportVerdict['cell'], Uint32Array.from(own)])
}

function grouped(rows: Uint32Array, numberOf: (row: number) => number): ReadonlyMap<number, readonly number[]> {
  const groups = new Map<number, number[]>()
  for (const row of rows) {
    const number = numberOf(row)
    const group = groups.get(number)
    if (group === undefined) groups.set(number, [row])
    else group.push(row)
  }
  return groups
}
