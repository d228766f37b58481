const units = [
  ['h', 3_600_000],
  ['min', 60_000],
  ['s', 1_000],
] as const

/** Milliseconds as a person says them, in the two largest units: `9 h 12 min`, `31 min`, `2 s`. */
export function inWords(milliseconds: number): string {
  const from = units.findIndex(([, size]) => milliseconds >= size)
  if (from < 0) return `${Math.round(milliseconds)} ms`
  let rest = milliseconds
  const parts = units.slice(from, from + 2).map(([unit, size]) => {
    const count = Math.floor(rest / size)
    rest -= count * size
    return count === 0 ? '' : `${count} ${unit}`
  })
  return parts.filter(Boolean).join(' ')
}
