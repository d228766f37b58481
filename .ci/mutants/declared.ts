import type { Outcome } from '../../src/judgement/outcome.ts'
import type { Cell, CellProperty } from '../../src/judgement/verdict.ts'
import type { Fault } from '../../src/lab/faults/fault.ts'
import { cellName } from './turns.ts'

/** The cells that a fault says it makes wrong. */
export function declaredCells({ corrupts }: Pick<Fault, 'corrupts'>): readonly Cell[] {
  return corrupts.flatMap(({ property, creators, observers }) =>
    creators.flatMap((creator) => observers.map((observer) => ({ creator, observer, property }))),
  )
}

/** Where a story does not tell one maker, because both products create in it, a cell stands for those of either. */
export function isDeclared({ creator, observer, property }: Cell, declared: readonly Cell[]): boolean {
  return declared.some(
    (cell) => cell.observer === observer && cell.property === property && (creator === 'unknown' || cell.creator === creator),
  )
}

interface Worse {
  readonly cell: Cell
  readonly outcome: Outcome
  readonly reason: string | null
}

/** A turn that follows from a declared one, whatever the property of its own cell. */
type Consequence = (turn: Worse, declared: readonly Cell[]) => boolean

const consequences: readonly Consequence[] = [
  // Where a fault hides checkpoints, nothing else of the hidden ones can be compared.
  ({ cell, outcome, reason }, declared) =>
    outcome === 'not-run' && reason === 'not-visible' && corruptsAt(cell.observer, ['visibility'], declared),
  // An observer that cannot make its product look again waits until it shows what was done: what never agrees is awaited in vain.
  ({ cell, outcome, reason }, declared) =>
    outcome === 'inconclusive' && reason === 'awaited-in-vain' && corruptsAt(cell.observer, ['visibility', 'name', 'position'], declared),
  // Nobody can act on what their own interface hides, and what is refused is not made.
  ({ cell, reason }, declared) => reason === 'act-failed' && corruptsAt(cell.creator, ['visibility', 'limit'], declared),
]

function corruptsAt(observer: Cell['creator'], properties: readonly CellProperty[], declared: readonly Cell[]): boolean {
  return declared.some((cell) => cell.observer === observer && properties.includes(cell.property))
}

/** True where a turn is a declared corruption or its consequence. */
export function isImplied(turn: Worse, declared: readonly Cell[]): boolean {
  return isDeclared(turn.cell, declared) || consequences.some((follows) => follows(turn, declared))
}

/** Names of the declared cells that are not among these. */
export function missingFrom(cells: readonly Cell[], declared: readonly Cell[]): readonly string[] {
  return declared.filter((one) => !cells.some((cell) => isDeclared(cell, [one]))).map(cellName)
}
