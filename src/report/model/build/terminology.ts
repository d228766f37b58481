import type { TermCell, TermRow } from '../input.ts'
import type { ReportTerm, ReportVerdict } from '../report.ts'

/** The table with what this run confirmed: a word that only the simulator showed is modelled, not observed. */
export function reportTerms(rows: readonly TermRow[], verdicts: readonly ReportVerdict[]): readonly ReportTerm[] {
  return rows.map(({ concept, definition, cells, windows, falseFriends }) => ({
    concept,
    definition,
    cells: cells.map((cell) => reportTermCell(cell, verdicts)),
    windows: windows.map((cell) => ({ window: cell.window, ...usageOf(cell) })),
    falseFriends: falseFriends.map(({ text, means, source, mark }) => ({ text, means, source, mark })),
  }))
}

function reportTermCell(cell: TermCell, verdicts: readonly ReportVerdict[]): ReportTerm['cells'][number] {
  const confirming = verdicts.filter(
    (verdict) =>
      verdict.outcome === 'conforms' && verdict.cell.observer === cell.interface && cell.confirmedByClaims.includes(verdict.claim),
  )
  return {
    interface: cell.interface,
    ...usageOf(cell),
    standing: standing(confirming),
    confirmedBy: confirming.map((verdict) => verdict.id),
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
