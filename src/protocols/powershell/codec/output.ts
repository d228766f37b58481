import { escapeAttribute, escapeText } from '../../xml/write.ts'

/** XML text as it grows. An element without content is written as `<tag />`, one with the text '' as `<tag></tag>`, like .NET does. */
export interface XmlOutput {
  open(tag: string, attributes?: XmlAttributes): void
  /** @throws SNAPCHECK_CANNOT_CARRY for a character that XML 1.0 has no form for. */
  text(text: string): void
  close(): void
  /** Elements that are open. */
  depth(): number
  /** Characters so far, taken ones included. */
  length(): number
  /** What has been written since the last time, if it is at least this many characters. */
  take(least: number): readonly string[]
}

/** In this order; what is undefined is left out. */
export type XmlAttributes = readonly (readonly [name: string, value: string | undefined])[]

const none: readonly string[] = []

export function xmlOutput(): XmlOutput {
  const tags: string[] = []
  let written = ''
  let taken = 0
  /** The last start tag still lacks its end. */
  let isOpen = false

  function endStartTag(): void {
    if (isOpen) written += '>'
    isOpen = false
  }

  return {
    open(tag, attributes = []) {
      endStartTag()
      written += `<${tag}`
      for (const [name, value] of attributes) if (value !== undefined) written += ` ${name}="${escapeAttribute(value)}"`
      tags.push(tag)
      isOpen = true
    },
    text(text) {
      endStartTag()
      written += escapeText(text)
    },
    close() {
      const tag = tags.pop()!
      written += isOpen ? ' />' : `</${tag}>`
      isOpen = false
    },
    depth: () => tags.length,
    length: () => taken + written.length,
    take(least) {
      if (written.length < least) return none
      const piece = written
      taken += piece.length
      written = ''
      return [piece]
    },
  }
}
