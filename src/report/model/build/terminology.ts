import type { TermCell, TermRow } from '../input.ts'
import type { ReportTerm, ReportVerdict } from '../report.ts'
import { groupedBy, sortedBy } from './order.ts'

type Confirming = (cell: TermCell) => readonly ReportVerdict[]

/** The table with what this run confirmed: a word that only the simulator showed is modelled, not observed. */
export function reportTerms(rows: readonly TermRow[], verdicts: readonly ReportVerdict[]): readonly ReportTerm[] {
  const conforming = groupedBy(
    verdicts.filter((verdict) => verdict.outcome === 'conforms'),
    (verdict) => `${verdict.cell.observer} ${verdict.claim}`,
  )
  const confirming: Confirming = (cell) => cell.confirmedByClaims.flatMap((claim) => conforming.get(`${cell.interface} ${claim}`) ?? [])
  return rows.map(({ concept, definition, cells, windows, falseFriends }) => ({
    concept,
    definition,
    cells: cells.map((cell) => reportTermCell(cell, confirming(cell))),
    windows: windows.map((cell) => ({ window: cell.window, ...usageOf(cell) })),
    falseFriends: falseFriends.map(({ text, means, source, mark }) => ({ text, means, source, mark })),
  }))
}

function reportTermCell(cell: TermCell, confirming: readonly ReportVerdict[]): ReportTerm['cells'][number] {
  const byClaim = sortedBy(
    groupedBy(confirming, (verdict) => verdict.claim),
    ([claim]) => claim,
  )
  return {
    interface: cell.interface,
    ...usageOf(cell),
    standing: standing(confirming),
    confirmedBy: byClaim.map(([claim, { length }]) => ({ claim, verdicts: length })),
  }
}

type Usage = Pick<TermCell, 'words' | 'forms' | 'source' | 'mark' | 'note'>

function usageOf({ words, forms, source, mark, note }: Usage): Usage {
  return { words, forms, source, mark, ...(note === undefined ? {} : { note }) }
}

function standing(confirming: readonly ReportVerdict[]): ReportTerm['cells'][number]['standing'] {
  if (confirming.some((verdict) => verdict.origin === 'product')) return 'confirmed'
  return confirming.some((verdict) => verdict.origin === 'simulator') ? 'modelled' : 'unconfirmed'
}
