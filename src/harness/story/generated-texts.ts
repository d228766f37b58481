import { derivedBytes } from '../../foundation/seed.ts'

/** Code points that products are known to stumble over, by what they have in common; from and to, both included. */
const ranges: readonly (readonly [from: number, to: number])[] = [
  [0x20, 0x7e], // ASCII with markup, quotes and backslashes
  [0x22, 0x3e], // more of the markup
  [0xa1, 0x17f], // Latin with diacritics
  [0x300, 0x36f], // combining marks, which normalisation would fold
  [0x400, 0x4ff], // Cyrillic
  [0x5d0, 0x5ea], // Hebrew, written from the right
  [0x200b, 0x200f], // zero width, and marks of direction
  [0x2028, 0x2029], // line and paragraph separator
  [0x3041, 0x30ff], // Kana
  [0x1f300, 0x1f64f], // two UTF-16 units each
]
const breaks = ['\n', '\r\n', '\t', '  '] as const
const longest = 30

/** Texts that XML and JSON can carry, the same for the same seed and key; each is well-formed and has no control character but breaks. */
export function generatedTexts(count: number, ...seed: readonly string[]): readonly string[] {
  return Array.from({ length: count }, (_, index) => generatedText([...seed, 'text', String(index)]))
}

function generatedText(seed: readonly string[]): string {
  const bytes = derivedBytes(...seed)
  const length = 1 + (bytes[0]! % longest)
  return Array.from({ length }, (_, at) => character(derivedBytes(...seed, at))).join('')
}

function character(bytes: Buffer): string {
  const choice = bytes.readUInt16BE(0)
  if (choice % 16 === 0) return breaks[bytes[2]! % breaks.length]!
  const [from, to] = ranges[choice % ranges.length]!
  return String.fromCodePoint(from + (bytes.readUInt32BE(4) % (to - from + 1)))
}
