const units = { ms: 1, s: 1_000, m: 60_000, h: 3_600_000 } as const

/** Milliseconds of a duration such as `90s`, as the schema lets it through. */
export function milliseconds(duration: string): number {
  const [, count, unit] = /^(\d+)(ms|s|m|h)$/.exec(duration)!
  return Number(count) * units[unit as keyof typeof units]
}
