import { comparators, type Condition, type Literal } from './query.ts'
import type { TokenReader } from './token-reader.ts'
import type { Token } from './tokens.ts'

/** Deeper than any client nests; a recursive parser must not be led into a stack overflow. */
const deepest = 32

/** OR binds weaker than AND, AND weaker than NOT. */
export function conditionParser(reader: TokenReader, depth = 0): Condition {
  let left = conjunction(reader, depth)
  while (reader.takeWord('OR')) left = { kind: 'or', left, right: conjunction(reader, depth) }
  return left
}

function conjunction(reader: TokenReader, depth: number): Condition {
  let left = term(reader, depth)
  while (reader.takeWord('AND')) left = { kind: 'and', left, right: term(reader, depth) }
  return left
}

function term(reader: TokenReader, depth: number): Condition {
  if (depth > deepest) throw reader.unexpected(`at most ${deepest} nested conditions`)
  if (reader.takeWord('NOT')) return { kind: 'not', inner: term(reader, depth + 1) }
  if (!reader.takeSign('(')) return comparison(reader)
  const inner = conditionParser(reader, depth + 1)
  reader.needSign(')')
  return inner
}

function comparison(reader: TokenReader): Condition {
  const property = reader.need('word', 'a property')
  if (reader.takeWord('IS')) {
    const negated = reader.takeWord('NOT')
    reader.needWord('NULL')
    return { kind: 'is-null', property, negated }
  }
  const sign = reader.need('sign', 'a comparison')
  const comparator = comparators.find((each) => each === sign)
  if (comparator === undefined) throw reader.unexpected('a comparison')
  return { kind: 'compare', property, comparator, value: literal(reader, reader.next()) }
}

const words: Readonly<Record<string, Literal>> = { TRUE: true, FALSE: false, NULL: null, __SERVER: { system: '__SERVER' } }

function literal(reader: TokenReader, token: Token | undefined): Literal {
  if (token?.kind === 'text') return token.text
  if (token?.kind === 'number') return Number(token.text)
  const word = token?.kind === 'word' ? words[token.text.toUpperCase()] : undefined
  if (word === undefined) throw reader.unexpected('a value')
  return word
}
