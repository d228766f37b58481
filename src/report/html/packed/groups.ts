import type { Numbers } from './layout.ts'

/** Rows in groups by a number. */
export interface Groups {
  /** Rows with this number, in their order. */
  readonly rowsOf: (number: number) => Uint32Array
}

/** Counting sort: two passes over the rows and no object per row. */
export function groupsOf(numbers: Numbers): Groups {
  let most = 0
  for (const number of numbers) most = Math.max(most, number)
  const ends = new Uint32Array(most + 2)
  for (const number of numbers) ends[number + 1]!++
  for (let number = 1; number < ends.length; number++) ends[number]! += ends[number - 1]!
  const starts = ends.slice()
  const rows = new Uint32Array(numbers.length)
  for (const [row, number] of numbers.entries()) rows[starts[number]!++] = row
  return { rowsOf: (number) => (number > most ? new Uint32Array(0) : rows.subarray(ends[number], ends[number + 1])) }
}
