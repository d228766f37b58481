import type { PageHead, PageVerdict } from '../../content.ts'
import type { Table, Unpacked } from '../../packed/unpack.ts'

/** Verdicts of one claim in one cell with one outcome. */
export interface PageFinding extends Pick<PageVerdict, 'outcome' | 'claim' | 'cell'> {
  readonly number: number
  readonly rows: Uint32Array
}

/** The findings, or the answers, in the order of their numbers. */
export function findingsIn(
  { value }: Unpacked<PageHead>,
  verdicts: Table<PageVerdict>,
  key: 'findingNumber' | 'answerNumber',
): readonly PageFinding[] {
  const stored = new Set(verdicts.numbers(key))
  stored.delete(0)
  return [...stored]
    .map((number) => {
      const rows = verdicts.groups(key).rowsOf(number)
      const { outcome, claim, cell } = verdicts.row(rows[0]!)
      return { number: value(number) as number, outcome, claim, cell, rows }
    })
    .toSorted((a, b) => a.number - b.number)
}
