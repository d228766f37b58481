import { visibleText } from '../present/invisible.ts'

/** Text of a product inside a table cell or a list: nothing in it may become markup, and the line must not break. */
export function plain(text: string): string {
  return visibleText(text).replace(/[\\`*_{}[\]<>|~&]/g, '\\$&')
}

const longest = 80

/** A value as code, cut where it is long; the report holds it whole. */
export function value(content: unknown): string {
  const text = visibleText(typeof content === 'string' ? `"${content}"` : JSON.stringify(content))
  const cut = text.length > longest ? `${[...text].slice(0, longest).join('')}…` : text
  const fence = '`'.repeat(1 + Math.max(0, ...[...cut.matchAll(/`+/g)].map((run) => run[0].length)))
  return `${fence} ${cut} ${fence}`
}

export function table(head: readonly string[], rows: readonly (readonly (string | number)[])[]): string {
  const line = (cells: readonly (string | number)[]): string => `| ${cells.join(' | ')} |`
  return [line(head), line(head.map(() => '---')), ...rows.map(line)].join('\n')
}
