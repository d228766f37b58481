import type { ReportVerdict } from '../model/report.ts'

/** What a test runner calls a verdict: the claim, the cell and what was looked at; the same in every run with the same seed. */
export function caseName({ claim, cell, rests, checkpoint, vm, scenario }: ReportVerdict): string {
  const subject = (rests.at(-1) ?? checkpoint ?? vm).replace(`${scenario}/`, '')
  return `${claim} ${cell.property}: ${cell.creator} → ${cell.observer} (${subject})`
}

/** Expected and observed in one line of plain text. */
export function comparison({ expected, actual }: Pick<ReportVerdict, 'expected' | 'actual'>): string {
  return `expected ${JSON.stringify(expected)}, observed ${JSON.stringify(actual)}`
}
