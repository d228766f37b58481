import { SnapcheckError } from '../../../foundation/errors.ts'
import { formatLiteral, readLiteral, type Literal } from './literals.ts'

/** A path below the service root: a collection, one entity of it by key, or one of the documents `''` and `$metadata`. */
export interface ResourcePath {
  readonly name: string
  readonly key: Readonly<Record<string, Literal>> | undefined
}

const nameAt = /^[A-Za-z_]\w*/

/** Writes `VMCheckPoints(ID=guid'..',StampId=guid'..')` (C-094), percent-encoded where a URL needs it. */
export function formatResourcePath({ name, key }: ResourcePath): string {
  if (key === undefined) return name
  const parts = Object.entries(key).map(([property, value]) => `${property}=${formatLiteral(value)}`)
  return `${name}(${encodeURIComponent(parts.join(',')).replaceAll('%2C', ',').replaceAll('%3D', '=')})`
}

/**
 * Reads a path below the service root; the parts of a key in any order (C-094), and `VMCheckPoints()`, which .NET
 * clients write for a whole collection.
 * @param path percent-encoded, without leading slash and query.
 * @throws SNAPCHECK_PROTOCOL
 */
export function parseResourcePath(path: string): ResourcePath {
  const text = decode(path)
  if (text === '' || text === '$metadata') return { name: text, key: undefined }
  const name = nameAt.exec(text)?.[0]
  if (name === undefined) throw unreadable(text)
  const rest = text.slice(name.length)
  if (rest === '' || rest === '()') return { name, key: undefined }
  return { name, key: parseKey(rest, text) }
}

function parseKey(predicate: string, whole: string): Readonly<Record<string, Literal>> {
  const key: Record<string, Literal> = {}
  let at = 0
  do {
    const name = nameAt.exec(predicate.slice(at + 1))?.[0]
    if (name === undefined || predicate[at + 1 + name.length] !== '=' || name in key) throw unreadable(whole)
    const { literal, end } = readLiteral(predicate, at + name.length + 2)
    key[name] = literal
    at = end
  } while (predicate[at] === ',')
  if (predicate[0] !== '(' || predicate.slice(at) !== ')') throw unreadable(whole)
  return key
}

function decode(path: string): string {
  try {
    return decodeURIComponent(path)
  } catch (cause) {
    throw new SnapcheckError('SNAPCHECK_PROTOCOL', 'An OData path is not percent-encoded properly.', { observed: path, cause })
  }
}

function unreadable(text: string): SnapcheckError {
  return new SnapcheckError('SNAPCHECK_PROTOCOL', 'An OData path cannot be read.', {
    observed: text,
    expected: 'Collection or Collection(Name=literal,…)',
  })
}
