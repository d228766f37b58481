import { SnapcheckError } from '../../../foundation/errors.ts'

/** A value inside a URL: in a key predicate or in $filter (OData v3, URI conventions 4.2 and Protocol ABNF). */
export type Literal =
  | { readonly kind: 'guid' | 'string' | 'datetime' | 'datetimeoffset'; readonly value: string }
  | { readonly kind: 'boolean'; readonly value: boolean }
  | { readonly kind: 'number'; readonly value: number }
  | { readonly kind: 'null'; readonly value: null }

/** Kinds that are written as a word before the quotes; a string has the quotes only. */
const prefixed = ['guid', 'datetimeoffset', 'datetime'] as const
const bare = /^(?:true|false|null|-?\d+)(?![\w.])/

export const literal = {
  guid: (value: string): Literal => ({ kind: 'guid', value: value.toLowerCase() }),
  string: (value: string): Literal => ({ kind: 'string', value }),
} as const

export function formatLiteral(value: Literal): string {
  if (value.kind === 'string') return quoted(value.value)
  const prefix = prefixed.find((kind) => kind === value.kind)
  return prefix === undefined ? String(value.value) : prefix + quoted(String(value.value))
}

function quoted(text: string): string {
  return `'${text.replaceAll("'", "''")}'`
}

/**
 * Reads one literal at a position of a decoded URL part; the prefix in any case, as documented samples write both
 * `guid'..'` and `Guid'..'` (dn785083, dn458376).
 * @returns the literal and where it ends.
 * @throws SNAPCHECK_PROTOCOL
 */
export function readLiteral(text: string, at: number): { readonly literal: Literal; readonly end: number } {
  const rest = text.slice(at)
  const prefix = prefixed.find((kind) => rest.toLowerCase().startsWith(`${kind}'`))
  if (prefix !== undefined) {
    const { value, end } = readQuoted(text, at + prefix.length)
    return { literal: { kind: prefix, value }, end }
  }
  if (rest.startsWith("'")) {
    const { value, end } = readQuoted(text, at)
    return { literal: { kind: 'string', value }, end }
  }
  const word = bare.exec(rest)?.[0]
  if (word === undefined) throw malformed(text, at)
  return { literal: bareLiteral(word), end: at + word.length }
}

function bareLiteral(word: string): Literal {
  if (word === 'null') return { kind: 'null', value: null }
  if (word === 'true' || word === 'false') return { kind: 'boolean', value: word === 'true' }
  return { kind: 'number', value: Number(word) }
}

function readQuoted(text: string, at: number): { readonly value: string; readonly end: number } {
  let value = ''
  for (let index = at + 1; index < text.length; index++) {
    if (text[index] !== "'") value += text[index]
    else if (text[index + 1] === "'") value += text[index++]
    else return { value, end: index + 1 }
  }
  throw malformed(text, at)
}

function malformed(text: string, at: number): SnapcheckError {
  return new SnapcheckError('SNAPCHECK_PROTOCOL', 'A literal in an OData URL cannot be read.', {
    place: `character ${at}`,
    observed: text.slice(at, at + 60),
    expected: "guid'..', datetime'..', 'text', true, false, null or a whole number",
  })
}
