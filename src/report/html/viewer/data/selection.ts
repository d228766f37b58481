import { createContext } from 'preact'
import { useContext } from 'preact/hooks'
import { reasons, type Outcome } from '../../../../judgement/outcome.ts'
import { cellKey } from '../../../model/build/summary.ts'
import type { ReportVerdict } from '../../../model/report.ts'
import { holding, matches, parseFilter, wordFits, type Filterable, type FilterField, type Term } from '../../../present/filter.ts'
import { severityOrder } from '../../../present/findings.ts'
import { interfaceName, propertyLabels } from '../../../present/labels.ts'
import type { PageVerdict } from '../../content.ts'
import type { Page } from './page.ts'

/** What a filter leaves of a report. */
export interface Selection {
  readonly isAll: boolean
  /** Verdicts, worst first, by their rows. */
  readonly rows: Uint32Array
  readonly has: (verdictRow: number) => boolean
  /** Rows of scenarios of which a verdict is left, or that the filter names themselves. */
  readonly scenarios: readonly number[]
  readonly claims: ReadonlySet<string>
  /** Verdicts left in each cell. */
  readonly cells: ReadonlyMap<string, number>
}

export function selectionOf(page: Page, filter: string): Selection {
  const terms = parseFilter(filter)
  const mask = maskOf(page, terms)
  const rows = worstFirst(page, mask)
  const cells = new Map<string, number>()
  const cellNumbers = page.verdicts.numbers('cell')
  const perCell = new Map<number, number>()
  for (const row of rows) perCell.set(cellNumbers[row]!, (perCell.get(cellNumbers[row]!) ?? 0) + 1)
  for (const [number, count] of perCell) cells.set(cellKey({ cell: page.content.value(number) as unknown as ReportVerdict['cell'] }), count)
  return {
    isAll: terms.length === 0,
    rows,
    has: (row) => mask[row] === 1,
    scenarios: scenariosLeft(page, mask, terms),
    claims: claimsLeft(page, mask, terms),
    cells,
  }
}

interface Looked {
  readonly key: keyof PageVerdict & string
  /** The fields that it answers; all look in text. */
  readonly fields: readonly FilterField[]
  readonly of: (page: Page, value: never) => Filterable
}

/** The texts of a verdict that a filter looks in, by the column that holds them. */
const columns: readonly Looked[] = [
  { key: 'outcome', fields: ['o'], of: (_page, outcome: Outcome) => ({ o: [outcome] }) },
  { key: 'claim', fields: ['c', 'l', 'text'], of: claimWords },
  { key: 'cell', fields: ['creator', 'observer', 'p', 'text'], of: (_page, cell: ReportVerdict['cell']) => cellWords(cell) },
  { key: 'scenario', fields: ['s', 'text'], of: scenarioWords },
  { key: 'reason', fields: ['r', 'text'], of: reasonWords },
  { key: 'finding', fields: ['text'], of: textOnly },
  { key: 'expected', fields: ['text'], of: textOnly },
  { key: 'actual', fields: ['text'], of: textOnly },
  { key: 'checkpoint', fields: ['text'], of: textOnly },
  { key: 'vm', fields: ['text'], of: textOnly },
]

function reasonWords(_page: Page, { code, sentence }: NonNullable<ReportVerdict['reason']>): Filterable {
  return { r: [code], text: [sentence, reasons[code]] }
}

function claimWords(page: Page, id: string): Filterable {
  const claim = page.claim(id)
  return { c: [id], l: [claim?.level ?? ''], text: [id, claim?.statement ?? '', claim?.topic ?? ''] }
}

function cellWords({ creator, observer, property }: ReportVerdict['cell']): Filterable {
  return {
    creator: [creator, interfaceName(creator)],
    observer: [observer, interfaceName(observer)],
    p: [property],
    text: [propertyLabels[property].title],
  }
}

function scenarioWords(page: Page, id: string): Filterable {
  const row = page.scenarioRow(id)
  return { s: [id], text: [id, row === undefined ? '' : page.scenarios.row(row).title] }
}

function textOnly(_page: Page, value: unknown): Filterable {
  return { text: [typeof value === 'string' ? value : JSON.stringify(value)] }
}

/** 1 for each verdict that is left. Each distinct value is looked at once for each term, however many verdicts share it. */
function maskOf(page: Page, terms: readonly Term[]): Uint8Array {
  const mask = new Uint8Array(page.verdicts.length).fill(1)
  if (terms.length === 0) return mask
  const fitting = new Map(terms.map((term) => [term, fitsOf(page, term)]))
  const holds = holding(terms)
  for (let row = 0; row < mask.length; row++) mask[row] = holds((term) => fitting.get(term)!(row)) ? 1 : 0
  return mask
}

function fitsOf(page: Page, term: Term): (row: number) => boolean {
  const looked = columns.filter(({ fields }) => fields.includes(term.field))
  const parts = looked.map(({ key, of }) => {
    const numbers = page.verdicts.numbers(key)
    const known = new Map<number, boolean>()
    return (row: number): boolean => {
      const number = numbers[row]!
      const fits = known.get(number) ?? (number !== 0 && fitsIn(of(page, page.content.value(number) as never), term))
      known.set(number, fits)
      return fits
    }
  })
  return (row) => parts.some((fits) => fits(row))
}

function fitsIn(item: Filterable, term: Term): boolean {
  return (item[term.field] ?? []).some((text) => wordFits(term, text.toLowerCase()))
}

/** Within one outcome in the order of the report. */
function worstFirst(page: Page, mask: Uint8Array): Uint32Array {
  const byOutcome = severityOrder.map((): number[] => [])
  const numbers = page.verdicts.numbers('outcome')
  const ranks = new Map<number, number>()
  for (let row = 0; row < mask.length; row++) {
    if (mask[row] === 0) continue
    const number = numbers[row]!
    const rank = ranks.get(number) ?? severityOrder.indexOf(page.content.value(number) as Outcome)
    ranks.set(number, rank)
    byOutcome[rank]!.push(row)
  }
  return Uint32Array.from(byOutcome.flat())
}

function scenariosLeft(page: Page, mask: Uint8Array, terms: readonly Term[]): readonly number[] {
  const all = Array.from({ length: page.scenarios.length }, (_one, row) => row)
  if (terms.length === 0) return all
  return all.filter(
    (row) => page.verdictsOf(row).some((verdict) => mask[verdict] === 1) || matches(terms, scenarioWords(page, page.scenarios.row(row).id)),
  )
}

function claimsLeft(page: Page, mask: Uint8Array, terms: readonly Term[]): ReadonlySet<string> {
  const numbers = page.verdicts.numbers('claim')
  const left = new Set<number>()
  for (let row = 0; row < mask.length; row++) if (mask[row] === 1) left.add(numbers[row]!)
  const judged = new Set(Array.from(left, (number) => String(page.content.value(number))))
  return new Set(page.report.claims.map(({ id }) => id).filter((id) => judged.has(id) || matches(terms, claimWords(page, id))))
}

export const SelectionContext = createContext<Selection | undefined>(undefined)

export function useSelection(): Selection {
  const selection = useContext(SelectionContext)
  if (selection === undefined) throw new Error('Nothing is selected here.')
  return selection
}
