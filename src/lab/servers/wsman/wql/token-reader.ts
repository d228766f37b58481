import { refuse, type WsmanRefusal } from '../fault.ts'
import type { Token } from './tokens.ts'

export interface TokenReader {
  atEnd(): boolean
  /** Keywords compare without regard to case. */
  takeWord(keyword: string): boolean
  takeSign(sign: string): boolean
  needWord(keyword: string): void
  needSign(sign: string): void
  /** The text of the next token, which has to be of this kind. */
  need(kind: Token['kind'], expected: string): string
  next(): Token | undefined
  end(): void
  unexpected(expected: string): WsmanRefusal
}

export function tokenReader(tokens: readonly Token[]): TokenReader {
  let at = 0
  const unexpected = (expected: string): WsmanRefusal => {
    const token = tokens[at]
    const found = token === undefined ? 'its end' : `"${token.text}"`
    return refuse('cannotProcessFilter', `The query has ${found} where ${expected} is expected.`)
  }
  const take = (kind: Token['kind'], text: string): boolean => {
    const token = tokens[at]
    const fits = token?.kind === kind && token.text.toUpperCase() === text
    if (fits) at++
    return fits
  }
  return {
    atEnd: () => at === tokens.length,
    takeWord: (keyword) => take('word', keyword),
    takeSign: (sign) => take('sign', sign),
    needWord(keyword) {
      if (!take('word', keyword)) throw unexpected(keyword)
    },
    needSign(sign) {
      if (!take('sign', sign)) throw unexpected(sign)
    },
    need(kind, expected) {
      const token = tokens[at]
      if (token?.kind !== kind) throw unexpected(expected)
      at++
      return token.text
    },
    next: () => tokens[at++],
    end() {
      if (at < tokens.length) throw unexpected('its end')
    },
    unexpected,
  }
}
