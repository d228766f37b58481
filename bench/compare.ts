import type { Measures } from './benchmark.ts'
import { median } from './statistics.ts'

export interface Row {
  readonly measure: string
  readonly unit: string
  readonly small: number
  readonly large: number
  /** Large by small: 10 times the work at ratio 10 is linear. */
  readonly ratio: number
  /** Largest by smallest value of the large variant: how much the machine itself varies. */
  readonly spread: number
}

/** @param small, large one entry for each turn; a measure that only one of them has is left out: there is no pair to compare. */
export function compare(small: readonly Measures[], large: readonly Measures[]): readonly Row[] {
  return Object.entries(large[0] ?? {}).flatMap(([measure, { unit }]) => {
    const a = valuesOf(small, measure)
    const b = valuesOf(large, measure)
    if (a.length === 0 || b.length === 0) return []
    return [{ measure, unit, small: median(a), large: median(b), ratio: median(b) / median(a), spread: Math.max(...b) / Math.min(...b) }]
  })
}

function valuesOf(turns: readonly Measures[], measure: string): readonly number[] {
  return turns.flatMap((turn) => turn[measure]?.value ?? [])
}
