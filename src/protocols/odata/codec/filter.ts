import { SnapcheckError } from '../../../foundation/errors.ts'
import type { EdmRecord, EdmValue } from './edm.ts'
import { formatLiteral, readLiteral, type Literal } from './literals.ts'

/** `Property eq literal`, all of them joined by `and`: the part of $filter that checkpoints need. */
export interface Condition {
  readonly property: string
  readonly operator: 'eq' | 'ne'
  readonly literal: Literal
}
export type Filter = readonly Condition[]

const comparison = /^([A-Za-z_]\w*) +(eq|ne) +/
const conjunction = /^ +and +/

export function formatFilter(filter: Filter): string {
  return filter.map(({ property, operator, literal }) => `${property} ${operator} ${formatLiteral(literal)}`).join(' and ')
}

/**
 * @param text percent-decoded.
 * @throws SNAPCHECK_PROTOCOL for whatever else OData allows (or, functions, arithmetic): refused, never ignored.
 */
export function parseFilter(text: string): Filter {
  const conditions: Condition[] = []
  let at = 0
  for (;;) {
    const open = countParentheses(text, at)
    const match = comparison.exec(text.slice(at + open))
    if (match === null) throw unsupported(text, at)
    const { literal, end } = readLiteral(text, at + open + match[0].length)
    conditions.push({ property: match[1]!, operator: match[2] === 'ne' ? 'ne' : 'eq', literal })
    if (text.slice(end, end + open) !== ')'.repeat(open)) throw unsupported(text, end)
    at = end + open
    if (at === text.length) return conditions
    const and = conjunction.exec(text.slice(at))
    if (and === null) throw unsupported(text, at)
    at += and[0].length
  }
}

/** .NET clients put each comparison into parentheses of its own. */
function countParentheses(text: string, at: number): number {
  let open = 0
  while (text[at + open] === '(') open++
  return open
}

/** True where every condition holds; GUIDs are equal without regard to case. */
export function matches(filter: Filter, properties: EdmRecord): boolean {
  return filter.every(({ property, operator, literal }) => equal(properties[property] ?? null, literal) === (operator === 'eq'))
}

function equal(value: EdmValue, literal: Literal): boolean {
  if (literal.kind === 'guid') return typeof value === 'string' && value.toLowerCase() === literal.value.toLowerCase()
  return value === literal.value
}

function unsupported(text: string, at: number): SnapcheckError {
  return new SnapcheckError('SNAPCHECK_PROTOCOL', 'A $filter cannot be read.', {
    place: `character ${at}`,
    observed: text.slice(at, at + 60),
    expected: 'Property eq literal, joined by and',
  })
}
