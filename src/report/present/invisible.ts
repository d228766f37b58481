/** A piece of text: as it is, or a stand-in for a character that nobody can see. */
export interface TextPiece {
  readonly text: string
  /** What the character is, for those that were replaced. */
  readonly name?: string
}

/** Characters that mislead the eye, each with a stand-in and its name. */
const named: Readonly<Record<string, readonly [string, string]>> = {
  '\n': ['⏎\n', 'line feed'],
  '\r': ['␍', 'carriage return'],
  '\t': ['⇥', 'tab'],
  '\u{A0}': ['⍽', 'no-break space'],
  '\u{AD}': ['⟨SHY⟩', 'soft hyphen'],
  '\u{200B}': ['⟨ZWSP⟩', 'zero width space'],
  '\u{200C}': ['⟨ZWNJ⟩', 'zero width non-joiner'],
  '\u{200D}': ['⟨ZWJ⟩', 'zero width joiner'],
  '\u{200E}': ['⟨LRM⟩', 'left-to-right mark'],
  '\u{200F}': ['⟨RLM⟩', 'right-to-left mark'],
  '\u{2028}': ['⟨LS⟩', 'line separator'],
  '\u{2029}': ['⟨PS⟩', 'paragraph separator'],
  '\u{202F}': ['⍽', 'narrow no-break space'],
  '\u{FEFF}': ['⟨BOM⟩', 'byte order mark'],
}

const invisible = /(?<start>^ +)|(?<end> +$)|[\p{Cc}\p{Cf}\p{Cs}\u{A0}\u{202F}\u{2028}\u{2029}]|\p{Script=Inherited}/gu

/** At which ends of the text spaces are easily missed: not where another part of the same text follows. */
export interface Edges {
  readonly start: boolean
  readonly end: boolean
}

/** Splits text so that every invisible character, and spaces at either end, get a visible stand-in. */
export function visiblePieces(text: string, edges: Edges = { start: true, end: true }): readonly TextPiece[] {
  const pieces: TextPiece[] = []
  let from = 0
  for (const match of text.matchAll(invisible)) {
    if ((match.groups?.['start'] !== undefined && !edges.start) || (match.groups?.['end'] !== undefined && !edges.end)) continue
    if (match.index > from) pieces.push({ text: text.slice(from, match.index) })
    pieces.push(standIn(match[0]))
    from = match.index + match[0].length
  }
  if (from < text.length) pieces.push({ text: text.slice(from) })
  return pieces
}

function standIn(found: string): TextPiece {
  if (found.startsWith(' ')) return { text: '␣'.repeat(found.length), name: found.length === 1 ? 'space' : `${found.length} spaces` }
  const known = named[found]
  if (known !== undefined) return { text: known[0], name: known[1] }
  const isCombining = found >= '\u{300}' && found <= '\u{36F}'
  const code = `U+${found.codePointAt(0)!.toString(16).toUpperCase().padStart(4, '0')}`
  return { text: isCombining ? `\u{25CC}${found}` : `⟨${code}⟩`, name: isCombining ? `combining character ${code}` : code }
}

/** The same as one line of plain text. */
export function visibleText(text: string): string {
  return visiblePieces(text)
    .map((piece) => piece.text.replace('\n', ''))
    .join('')
}
