import type { z } from 'zod'
import { SnapcheckError } from '../foundation/errors.ts'
import { nearest } from '../foundation/nearest.ts'
import type { ConfigurationDocument, DocumentForm, KeyPath } from './document.ts'
import type { JsonSchemaNode } from './schema/json-schema.ts'

type Issue = z.core.$ZodIssue

/** The kind of file that is wrong. */
export interface FileForm extends DocumentForm {
  readonly keys: JsonSchemaNode
}

/** The first thing that the schema has against a file, with the place; how many more there are is said. */
export function invalid(document: ConfigurationDocument, { issues }: z.ZodError, form: FileForm): SnapcheckError {
  // A misspelt key is the likelier cause of a missing one.
  const [first, ...others] = issues.toSorted((a, b) => Number(b.code === 'unrecognized_keys') - Number(a.code === 'unrecognized_keys'))
  const more = others.length === 0 ? '' : ` (and ${others.length} more)`
  return first!.code === 'unrecognized_keys' ? unknownKey(document, first!, form, more) : wrongValue(document, first!, form, more)
}

function unknownKey(
  document: ConfigurationDocument,
  issue: z.core.$ZodIssueUnrecognizedKeys,
  { noun, code, keys }: FileForm,
  more: string,
): SnapcheckError {
  const key = issue.keys[0]!
  const known = keysAt(keys, issue.path as KeyPath)
  const near = nearest(key, known)
  return new SnapcheckError(code, `The ${noun} has no key ${key} there.${more}`, {
    place: placed(document, [...(issue.path as KeyPath), key]),
    observed: key,
    expected: known.join(', '),
    ...(near === undefined ? {} : { next: `Did you mean ${near}?` }),
  })
}

function wrongValue(document: ConfigurationDocument, issue: Issue, { noun, code }: FileForm, more: string): SnapcheckError {
  const path = issue.path as KeyPath
  const value = valueAt(document.content, path)
  return new SnapcheckError(code, `${path.length === 0 ? `The ${noun}` : shown(path)} ${complaint(issue, value)}.${more}`, {
    place: placed(document, path),
    // What stands where a reference to a secret is expected may be the secret.
    observed: path[0] === 'credentials' ? 'not repeated here' : value === undefined ? 'nothing' : JSON.stringify(value).slice(0, 120),
  })
}

/** What a message says of a value that an issue is about. */
export function complaint(issue: Issue, value: unknown): string {
  if (value === undefined) return 'is missing'
  return /^(is|names) /.test(issue.message) ? issue.message : `cannot be used: ${issue.message}`
}

/** `FILE:LINE:COLUMN, at hosts[0].url` */
export function placed(document: ConfigurationDocument, path: KeyPath): string {
  return path.length === 0 ? document.file : `${document.place(path)}, at ${shown(path)}`
}

export function shown(path: KeyPath): string {
  const text = path.map((part) => (typeof part === 'number' ? `[${part}]` : `.${part}`)).join('')
  return text === '' ? 'The configuration' : text.replace(/^\./, '')
}

function keysAt(root: JsonSchemaNode, path: KeyPath): readonly string[] {
  let node: JsonSchemaNode | undefined = root
  for (const part of path) node = typeof part === 'number' ? node?.items : (node?.properties?.[part] ?? entryOf(node))
  return Object.keys(node?.properties ?? {})
}

function entryOf(node: JsonSchemaNode | undefined): JsonSchemaNode | undefined {
  return typeof node?.additionalProperties === 'object' ? node.additionalProperties : undefined
}

function valueAt(content: unknown, path: KeyPath): unknown {
  return path.reduce<unknown>(
    (value, part) => (typeof value === 'object' && value !== null ? Reflect.get(value, part) : undefined),
    content,
  )
}
