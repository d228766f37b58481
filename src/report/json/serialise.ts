import type { Report } from '../model/report.ts'

/**
 * The document as text in pieces, one array item per line: it can be compared line by line, and a report of a hundred
 * thousand checkpoints never has to be one string.
 */
export function* reportJson(report: Report): Generator<string> {
  let separator = '{\n'
  for (const [key, value] of Object.entries(report)) {
    yield `${separator}${JSON.stringify(key)}:`
    yield* Array.isArray(value) ? itemsOf(value) : [JSON.stringify(value)]
    separator = ',\n'
  }
  yield '\n}\n'
}

function* itemsOf(items: readonly unknown[]): Generator<string> {
  for (const [index, item] of items.entries()) yield `${index === 0 ? '[\n' : ',\n'}${JSON.stringify(item)}`
  yield items.length === 0 ? '[]' : '\n]'
}
