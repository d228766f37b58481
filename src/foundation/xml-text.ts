import { SnapcheckError } from './errors.ts'

const illegal = /[^\t\n\r\u{20}-\u{D7FF}\u{E000}-\u{FFFD}\u{10000}-\u{10FFFF}]/u
const everyIllegal = new RegExp(illegal, 'gu')
const replacements: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  '\r': '&#xD;',
  '\n': '&#xA;',
  '\t': '&#x9;',
}

/** False for text with a character that XML 1.0 has no form for: NUL and other controls, unpaired surrogates, U+FFFE. */
export function isXmlText(text: string): boolean {
  return !illegal.test(text)
}

/**
 * Element content; a carriage return is written as a reference, or every XML reader would make a line feed of it.
 * @throws SNAPCHECK_CANNOT_CARRY for text that XML 1.0 cannot hold: it is refused before it is sent.
 */
export function escapeText(text: string): string {
  return guarded(text).replace(/[&<>\r]/g, (character) => replacements[character]!)
}

export function escapeAttribute(text: string): string {
  return guarded(text).replace(/[&<>"\r\n\t]/g, (character) => replacements[character]!)
}

/** The text with a readable stand-in for every character that XML 1.0 has no form for: for people, never for a product. */
export function withStandIns(text: string): string {
  return text.replace(everyIllegal, (character) => `\\u{${character.codePointAt(0)!.toString(16).toUpperCase()}}`)
}

function guarded(text: string): string {
  const found = illegal.exec(text)
  if (found === null) return text
  const code = found[0].codePointAt(0)!.toString(16).toUpperCase().padStart(4, '0')
  throw new SnapcheckError('SNAPCHECK_CANNOT_CARRY', 'The text holds a character that XML 1.0 cannot carry.', {
    observed: `U+${code} at ${found.index}`,
    expected: 'characters of XML 1.0',
  })
}
