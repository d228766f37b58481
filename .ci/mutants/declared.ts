import type { Fault } from '../../src/lab/faults/fault.ts'
import type { Outcome } from '../../src/judgement/outcome.ts'
import type { Cell } from '../../src/judgement/verdict.ts'
import { cellName } from './turns.ts'

/** Names of the cells that a fault says it makes wrong. */
export function declaredCells({ corrupts }: Pick<Fault, 'corrupts'>): ReadonlySet<string> {
  return new Set(
    corrupts.flatMap(({ property, creators, observers }) =>
      creators.flatMap((creator) => observers.map((observer) => cellName({ creator, observer, property }))),
    ),
  )
}

/**
 * True where a turn is the declared corruption or its consequence: where a fault hides checkpoints, nothing else of the
 * hidden ones can be compared.
 */
export function isImplied(
  { cell, outcome, reason }: { readonly cell: Cell; readonly outcome: Outcome; readonly reason: string | null },
  declared: ReadonlySet<string>,
): boolean {
  if (declared.has(cellName(cell))) return true
  return outcome === 'not-run' && reason === 'not-visible' && declared.has(cellName({ ...cell, property: 'visibility' }))
}
