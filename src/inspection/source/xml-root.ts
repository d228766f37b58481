import { xmlReader } from '../../protocols/xml/read.ts'
import type { SourceFile } from './file.ts'

export interface XmlRoot {
  readonly namespace: string
  readonly name: string
}

/** The first element, read only as far as that. @throws SNAPCHECK_XML_… */
export function xmlRootOf(file: SourceFile): XmlRoot {
  let root: XmlRoot | undefined
  const nothing = (): undefined => undefined
  const reader = xmlReader(file.path, {
    open: (tag) => void (root ??= { namespace: tag.uri, name: tag.local }),
    close: nothing,
    text: nothing,
  })
  for (const piece of file.pieces()) {
    for (let at = 0; at < piece.length && root === undefined; at += firstBite) reader.write(piece.slice(at, at + firstBite))
    if (root !== undefined) return root
  }
  reader.end()
  return root!
}

/** Small, because what follows the first element need not be well-formed for this. */
const firstBite = 1024
