import { SnapcheckError } from '../../../foundation/errors.ts'
import { isXmlText } from '../../xml/write.ts'
import { encodeText } from './escape.ts'
import type { CliXmlWriteLimits } from './limits.ts'
import { xmlOutput, type XmlOutput } from './output.ts'
import type { CliXmlObject } from './value.ts'

/** What has been written, and where the writer is. */
export interface Writing {
  readonly out: XmlOutput
  readonly limits: CliXmlWriteLimits
  /** Steps from the number of the top-level value on. */
  readonly path: (string | number)[]
  /** The number of an object, and whether it has been written before. What nobody holds any more is forgotten, as in the engine. */
  objectId(object: CliXmlObject): { readonly id: number; readonly isKnown: boolean }
  typesId(typeNames: readonly string[]): { readonly id: number; readonly isKnown: boolean }
  /** The text with the engine's escapes. @throws where it is too long or XML 1.0 has no form for a character. */
  encoded(text: string): string
  /** @param values how many values are inside each other here. @throws SNAPCHECK_XML_LIMIT */
  checkBounds(values: number): void
  /** Of the whole document so far. */
  checkSize(): void
  /** Of one text. */
  checkLength(characters: number): void
  refused(observed: string, expected: string): SnapcheckError
}

/** @param document what is written, for messages. */
export function writing(document: string, limits: CliXmlWriteLimits): Writing {
  const out = xmlOutput()
  const path: (string | number)[] = []
  const objects = new WeakMap<CliXmlObject, number>()
  const types = new Map<string, number>()
  let objectCount = 0

  const place = (): string => `${document}, at ${path.join(' > ').slice(0, 500)}`

  function bounded(count: number, limit: number, what: string): void {
    if (count <= limit) return
    throw new SnapcheckError('SNAPCHECK_XML_LIMIT', `${document} is too large to be written as CLIXML.`, {
      place: place(),
      observed: `over ${limit} ${what}`,
      expected: `at most ${limit}`,
    })
  }

  const checkLength = (characters: number): void => bounded(characters, limits.token, 'characters in one text')

  function refused(observed: string, expected: string): SnapcheckError {
    return new SnapcheckError('SNAPCHECK_CANNOT_CARRY', `${document} holds a value that CLIXML cannot carry.`, {
      place: place(),
      observed,
      expected,
    })
  }

  return {
    out,
    limits,
    path,
    objectId(object) {
      const known = objects.get(object)
      if (known !== undefined) return { id: known, isKnown: true }
      objects.set(object, objectCount)
      return { id: objectCount++, isKnown: false }
    },
    typesId(typeNames) {
      const key = JSON.stringify(typeNames)
      const known = types.get(key)
      if (known !== undefined) return { id: known, isKnown: true }
      types.set(key, types.size)
      return { id: types.size - 1, isKnown: false }
    },
    encoded(text) {
      checkLength(text.length)
      const encoded = encodeText(text)
      checkLength(encoded.length)
      if (!isXmlText(encoded)) throw refused(JSON.stringify(text.slice(0, 100)), 'text without U+FFFE and U+FFFF')
      return encoded
    },
    checkBounds(values) {
      bounded(values, limits.values, 'values inside each other')
      bounded(out.depth(), limits.depth, 'elements inside each other')
    },
    checkSize: () => bounded(out.length(), limits.size, 'characters'),
    checkLength,
    refused,
  }
}
