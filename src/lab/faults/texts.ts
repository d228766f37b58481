/** What broken software does to a text. Counts and sets of characters are code points, never UTF-16 units. */
export type Mangling = (text: string) => string

export function cutTo(length: number): Mangling {
  return (text) => [...text].slice(0, length).join('')
}

/** A mail- or form-minded layer writes every line feed as carriage return and line feed. */
export const crlf: Mangling = (text) => text.replaceAll('\n', '\r\n')

export const linesFolded: Mangling = (text) => text.replaceAll('\n', ' ')

/** A column of type varchar instead of nvarchar. */
export const asciiOnly: Mangling = (text) => text.replace(/[^\0-\x7F]/gu, '?')

/** Software that counts UCS-2 characters: what lies beyond the Basic Multilingual Plane becomes replacement characters. */
export const beyondBmpLost: Mangling = (text) => text.replace(/[\u{10000}-\u{10FFFF}]/gu, '\uFFFD\uFFFD')

/** UTF-8 bytes read as Latin-1. */
export const utf8AsLatin1: Mangling = (text) => Buffer.from(text, 'utf8').toString('latin1')

/** Markup characters escaped once more than the format asks for. */
export const escapedTwice: Mangling = (text) =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;')

export const trimmed: Mangling = (text) => text.trim()

export const upperCased: Mangling = (text) => text.toUpperCase()
