import type { CliXmlNumberType } from './value.ts'

type RealType = Extract<CliXmlNumberType, 'single' | 'double'>

/** Digits that .NET needs at most to tell one value from the next; longer numbers get an exponent. */
const mostDigits: Readonly<Record<RealType, number>> = { single: 9, double: 17 }

/**
 * As .NET 10 writes it: the fewest digits that bring the same value back, with an exponent of at least two digits from
 * 1E-05 down and where the whole part would be longer than `mostDigits` (observed in engine 7.6).
 */
export function realText(value: number, type: RealType): string {
  if (Number.isNaN(value)) return 'NaN'
  if (!Number.isFinite(value)) return value > 0 ? 'INF' : '-INF'
  if (Object.is(value, -0)) return '-0'
  const shortest = type === 'single' ? shortestSingle(value) : value
  const [digits, power] = shortest.toExponential().split('e')
  const exponent = Number(power)
  if (exponent >= -4 && exponent < mostDigits[type]) return String(shortest)
  return `${digits}E${exponent < 0 ? '-' : '+'}${String(Math.abs(exponent)).padStart(2, '0')}`
}

/**
 * The decimal with the fewest digits that is this value in single precision. The digits are those of the number itself, so
 * that a decimal that was read stays as it stood: .NET takes another than the nearest for some powers of two (observed).
 */
function shortestSingle(value: number): number {
  const single = Math.fround(value)
  for (let digits = 1; digits < mostDigits.single; digits++) {
    const candidate = Number(value.toPrecision(digits))
    if (Math.fround(candidate) === single) return candidate
  }
  return Number(value.toPrecision(mostDigits.single))
}
