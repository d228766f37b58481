import { SnapcheckError } from '../../../foundation/errors.ts'
import type { Reference } from './reference.ts'
import { classUri, readClassUri } from './resourceUri.ts'

/** A WMI object path, the form of a reference inside a string property such as `Parent` (ws-man.md section 7, recorded). */
export interface ObjectPath {
  /** NetBIOS name, `.` or null in a relative path. */
  readonly host: string | null
  /** With backslashes, e.g. `root\virtualization\v2`; null in a relative path. */
  readonly namespace: string | null
  readonly className: string
  /** None for a singleton, which is written `Class=@`. */
  readonly keys: readonly ObjectKey[]
}

export interface ObjectKey {
  readonly name: string
  readonly value: string
}

/** Quotes and backslashes inside a key value are escaped by a backslash (observed). */
export function writeObjectPath(path: ObjectPath): string {
  const keys = path.keys.map(({ name, value }) => `${name}="${escapeKey(value)}"`).join(',')
  const object = keys === '' ? `${path.className}=@` : `${path.className}.${keys}`
  if (path.namespace === null) return object
  return path.host === null ? `${path.namespace}:${object}` : `\\\\${path.host}\\${path.namespace}:${object}`
}

function escapeKey(value: string): string {
  return value.replace(/[\\"]/g, String.raw`\$&`)
}

const located = /^(?:\\\\([^\\]+)\\)?([^:."'=]+):/
const className = /^([A-Za-z_][A-Za-z0-9_]*)(=@|\.|$)/
const key = /^([A-Za-z_][A-Za-z0-9_]*)=(?:"((?:[^"\\]|\\[^])*)"|'((?:[^'\\]|\\[^])*)'|([^,"'\s]+))(,|$)/

/** Reads absolute and relative paths, with double or single quotes. @throws SNAPCHECK_PROTOCOL for other text. */
export function readObjectPath(text: string): ObjectPath {
  const place = located.exec(text)
  const object = className.exec(text.slice(place?.[0].length ?? 0))
  if (object === null) throw malformed(text)
  const rest = text.slice((place?.[0].length ?? 0) + object[0].length)
  const singleton = object[2] !== '.'
  if (singleton && rest !== '') throw malformed(text)
  return { host: place?.[1] ?? null, namespace: place?.[2] ?? null, className: object[1]!, keys: singleton ? [] : readKeys(rest, text) }
}

function readKeys(rest: string, path: string): readonly ObjectKey[] {
  const keys: ObjectKey[] = []
  let left = rest
  do {
    const match = key.exec(left)
    if (match === null) throw malformed(path)
    const [whole, name, double, single, bare] = match
    keys.push({ name: name!, value: bare ?? (double ?? single!).replace(/\\([^])/g, '$1') })
    left = left.slice(whole.length)
    if (match[5] === ',' && left === '') throw malformed(path)
  } while (left !== '')
  return keys
}

/** @param namespace that of a relative path, with slashes. */
export function referenceOfPath(path: ObjectPath, namespace: string): Reference {
  const place = path.namespace?.replaceAll('\\', '/') ?? namespace
  return { resourceUri: classUri(place, path.className), selectors: path.keys }
}

/** Undefined where a key is itself a reference, or the resource is none of WMI's. */
export function pathOfReference(reference: Reference, host: string): ObjectPath | undefined {
  const address = readClassUri(reference.resourceUri)
  const keys = reference.selectors.flatMap(({ name, value }) => (typeof value === 'string' ? [{ name, value }] : []))
  if (address === undefined || keys.length < reference.selectors.length) return undefined
  return { host, namespace: address.namespace.replaceAll('/', '\\'), className: address.className, keys }
}

function malformed(path: string): SnapcheckError {
  return new SnapcheckError('SNAPCHECK_PROTOCOL', 'The text is no WMI object path.', {
    observed: path.slice(0, 200),
    expected: String.raw`\\HOST\namespace:Class.Key="value"`,
  })
}
