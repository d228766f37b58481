import { cellProperties, type CellProperty } from '../../checkpoint/cell-property.ts'
import { interfaceIds, type InterfaceId, type Origin } from '../../checkpoint/interface-id.ts'
import { worstOutcome, type Outcome } from '../../judgement/outcome.ts'
import { groupedBy, unique } from '../model/build/order.ts'
import { cellKey, countOutcomes, isJudged } from '../model/build/summary.ts'
import type { Report, ReportVerdict } from '../model/report.ts'

type Creator = InterfaceId | 'unknown'

/** One cell of a matrix: all verdicts of one creator, observer and property. */
export interface MatrixCell {
  readonly key: string
  readonly creator: Creator
  readonly observer: InterfaceId
  readonly property: CellProperty
  readonly outcome: Outcome
  readonly counts: Readonly<Record<Outcome, number>>
  readonly total: number
  readonly judged: number
  /** Verdicts that only record the answer to an open question. Where all judged ones do, the cell requires nothing. */
  readonly answers: number
  readonly origins: readonly Origin[]
}

export interface Matrix {
  readonly property: CellProperty
  readonly creators: readonly Creator[]
  readonly observers: readonly InterfaceId[]
  /** Absent where no rule says anything about the pair. */
  readonly cells: readonly MatrixCell[]
}

/** True where a cell does nothing but record answers to open questions: it requires nothing. */
export function isOnlyAnswers({ judged, answers, outcome }: MatrixCell): boolean {
  return judged > 0 && answers === judged && (outcome === 'conforms' || outcome === 'deviates')
}

/**
 * One matrix per property, all with the same rows and columns, so that the eye can compare them; only what an unknown
 * maker made has a row just where something was judged of it.
 */
export function matricesOf(report: Report): readonly Matrix[] {
  const cells = [...groupedBy(report.verdicts, cellKey)].map(([key, verdicts]) => cellOf(key, verdicts))
  const known = interfaceIds.filter((id) => cells.some((cell) => cell.creator === id))
  const observers = interfaceIds.filter((id) => cells.some((cell) => cell.observer === id))
  return cellProperties
    .map((property) => cells.filter((cell) => cell.property === property))
    .filter((own) => own.length > 0)
    .map((own) => ({ property: own[0]!.property, creators: rowsOf(known, own), observers, cells: own }))
}

function rowsOf(known: readonly Creator[], cells: readonly MatrixCell[]): readonly Creator[] {
  return cells.some((cell) => cell.creator === 'unknown') ? [...known, 'unknown'] : known
}

function cellOf(key: string, verdicts: readonly ReportVerdict[]): MatrixCell {
  const { creator, observer, property } = verdicts[0]!.cell
  const judged = verdicts.filter((verdict) => isJudged(verdict.outcome)).length
  return {
    key,
    creator,
    observer,
    property,
    outcome: cellOutcome(verdicts.map((verdict) => verdict.outcome)),
    counts: countOutcomes(verdicts),
    total: verdicts.length,
    judged,
    answers: verdicts.filter((verdict) => isJudged(verdict.outcome) && verdict.finding !== undefined).length,
    origins: unique(verdicts.map((verdict) => verdict.origin)) as Origin[],
  }
}

/** The worst of what was attempted; what was left undone shows in the count beside it, not in the word. */
function cellOutcome(all: readonly Outcome[]): Outcome {
  const attempted = all.filter((outcome) => outcome !== 'unsupported' && outcome !== 'not-run')
  return worstOutcome(attempted.length > 0 ? attempted : all)!
}
