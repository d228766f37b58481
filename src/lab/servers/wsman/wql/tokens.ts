import { refuse } from '../fault.ts'

export type Token =
  | { readonly kind: 'word'; readonly text: string }
  | { readonly kind: 'text'; readonly text: string }
  | { readonly kind: 'number'; readonly text: string }
  | { readonly kind: 'path'; readonly text: string }
  | { readonly kind: 'sign'; readonly text: string }

const blank = /^\s+/
const forms: readonly (readonly [Token['kind'], RegExp])[] = [
  ['word', /^[A-Za-z_][A-Za-z0-9_]*/],
  ['text', /^'(?:[^'\\]|\\[^]|'')*'/],
  ['text', /^"(?:[^"\\]|\\[^]|"")*"/],
  ['number', /^-?\d+/],
  ['path', /^\{(?:[^{}'"]|'(?:[^'\\]|\\[^])*'|"(?:[^"\\]|\\[^])*")*\}/],
  ['sign', /^(?:!=|<>|<=|>=|[=<>()*,])/],
]

/** Splits a query. A path in braces is one token. @throws CannotProcessFilter at the first character that fits nothing. */
export function wqlTokens(query: string): readonly Token[] {
  const tokens: Token[] = []
  let rest = query.replace(blank, '')
  while (rest !== '') {
    const [kind, match] = firstFit(rest)
    tokens.push({ kind, text: kind === 'text' ? unquoted(match) : kind === 'path' ? match.slice(1, -1).trim() : match })
    rest = rest.slice(match.length).replace(blank, '')
  }
  return tokens
}

function firstFit(rest: string): readonly [Token['kind'], string] {
  for (const [kind, form] of forms) {
    const match = form.exec(rest)?.[0]
    if (match !== undefined) return [kind, match]
  }
  throw refuse('cannotProcessFilter', `The query cannot be read from here on: ${rest.slice(0, 40)}`)
}

/** Backslashes and quotes are escaped by a backslash, a quote also by its double (ws-man.md section 6). */
function unquoted(literal: string): string {
  const quote = literal[0]!
  return literal
    .slice(1, -1)
    .replaceAll(quote + quote, quote)
    .replace(/\\([^])/g, '$1')
}
