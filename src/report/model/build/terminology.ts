import type { TermCell, TermRow } from '../input.ts'
import type { ReportTerm, ReportVerdict } from '../report.ts'

/** The table with what this run confirmed: a word that only the simulator showed is modelled, not observed. */
export function reportTerms(rows: readonly TermRow[], verdicts: readonly ReportVerdict[]): readonly ReportTerm[] {
  return rows.map(({ concept, definition, cells }) => ({ concept, definition, cells: cells.map((cell) => reportTermCell(cell, verdicts)) }))
}

function reportTermCell(cell: TermCell, verdicts: readonly ReportVerdict[]): ReportTerm['cells'][number] {
  const { words, source, mark, confirmedByClaims } = cell
  const confirming = verdicts.filter(
    (verdict) => verdict.outcome === 'conforms' && verdict.cell.observer === cell.interface && confirmedByClaims.includes(verdict.claim),
  )
  return {
    interface: cell.interface,
    words,
    source,
    mark,
    standing: standing(confirming),
    confirmedBy: confirming.map((verdict) => verdict.id),
  }
}

function standing(confirming: readonly ReportVerdict[]): ReportTerm['cells'][number]['standing'] {
  if (confirming.some((verdict) => verdict.origin === 'product')) return 'confirmed'
  return confirming.some((verdict) => verdict.origin === 'simulator') ? 'modelled' : 'unconfirmed'
}
