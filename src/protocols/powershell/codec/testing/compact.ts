import { readCliXml } from '../document.ts'
import type { CliXmlValue } from '../value.ts'
import { writeCliXml } from '../write.ts'

/** Without the line breaks and blanks that the engine puts between elements; inside of text both are escaped or single. */
export function compact(document: string): string {
  return document.replace(/>\r?\n *</g, '><').trimEnd()
}

export function written(...values: readonly CliXmlValue[]): string {
  return [
    ...writeCliXml(
      values.map((value) => ({ value, stream: undefined })),
      'test',
    ),
  ].join('')
}

/** What our writer makes of what our reader makes of a document. */
export function rewritten(document: string): string {
  return [...writeCliXml(readCliXml(document, 'test'), 'test')].join('')
}
