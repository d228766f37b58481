export interface Wildcard {
  /** False for a text without wildcard characters. */
  readonly isPattern: boolean
  matches(text: string): boolean
}

/** One element of a pattern of PowerShell: an escaped character, a set, `*`, `?`, or any other character. */
const element = /`([\s\S])|\[([^\]]+)\]|[\s\S]/gu

/** A pattern as PowerShell's -like takes it, without case. An opening bracket that is not closed means itself (assumed). */
export function wildcard(pattern: string): Wildcard {
  const elements = [...pattern.matchAll(element)]
  const expression = new RegExp(`^${elements.map(([all, escaped, set]) => source(all, escaped, set)).join('')}$`, 'isu')
  return {
    isPattern: elements.some(([all, , set]) => all === '*' || all === '?' || set !== undefined),
    matches: (text) => expression.test(text),
  }
}

function source(all: string, escaped: string | undefined, set: string | undefined): string {
  if (escaped !== undefined) return literal(escaped)
  if (set !== undefined) return `[${set.replaceAll(/[\\^\]&|~]/gu, String.raw`\$&`)}]`
  return all === '*' ? '.*' : all === '?' ? '.' : literal(all)
}

function literal(text: string): string {
  return text.replaceAll(/[\\^$.*+?()[\]{}|/]/gu, String.raw`\$&`)
}
