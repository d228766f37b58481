import { canonicalJson, type Json } from '../foundation/json.ts'

/** `equal` to the byte, equal only once the normalisation rules are applied, or different. */
export type Relation = 'equal' | 'equal-after-normalisation' | 'different'

/** A value as it was read and as it means; both are kept wherever it goes. */
export interface Valued {
  readonly raw: Json
  readonly normalised: Json
}

export interface Comparison {
  readonly relation: Relation
  readonly expected: Valued
  readonly actual: Valued
  /** Where two texts part; undefined where they do not, or where one of the values is no text. */
  readonly differsAt?: TextDifference
}

export interface TextDifference {
  /** In code points from 0. */
  readonly index: number
  /** `U+0041`, or `end` where that text is already over. */
  readonly expected: string
  readonly actual: string
}

/** Compares raw with raw first, then meaning with meaning. */
export function compareValues(expected: Valued, actual: Valued): Comparison {
  const values = { expected, actual }
  if (same(expected.raw, actual.raw)) return { relation: 'equal', ...values }
  if (same(expected.normalised, actual.normalised)) return { relation: 'equal-after-normalisation', ...values }
  const differsAt = firstDifference(expected.normalised, actual.normalised)
  return { relation: 'different', ...values, ...(differsAt && { differsAt }) }
}

/** A value that stands for itself, such as what an act asked for. */
export function plain(value: Json): Valued {
  return { raw: value, normalised: value }
}

export function same(a: Json, b: Json): boolean {
  return a === b || canonicalJson(a) === canonicalJson(b)
}

export function firstDifference(expected: Json, actual: Json): TextDifference | undefined {
  if (typeof expected !== 'string' || typeof actual !== 'string' || expected === actual) return undefined
  const left = [...expected]
  const right = [...actual]
  let index = 0
  while (index < left.length && left[index] === right[index]) index++
  return { index, expected: codePoint(left[index]), actual: codePoint(right[index]) }
}

function codePoint(character: string | undefined): string {
  if (character === undefined) return 'end'
  return `U+${character.codePointAt(0)!.toString(16).toUpperCase().padStart(4, '0')}`
}
