import { readFileSync } from 'node:fs'
import { extname } from 'node:path'
import { pathToFileURL } from 'node:url'
import { LineCounter, isCollection, isPair, isScalar, parseDocument, type Document } from 'yaml'
import type { ErrorCode } from '../foundation/error-codes.ts'
import { SnapcheckError, isSnapcheckError } from '../foundation/errors.ts'

export type KeyPath = readonly (string | number)[]

/** What a configuration file holds, not yet checked, and where in it something stands. */
export interface ConfigurationDocument {
  /** Absolute. */
  readonly file: string
  readonly content: unknown
  /** `FILE:LINE:COLUMN` where the form of the file tells, else the file. */
  place(path: KeyPath): string
}

/** The kind of file that is read, for the messages. */
export interface DocumentForm {
  /** As in "The configuration could not be read". */
  readonly noun: string
  readonly code: ErrorCode
}

/**
 * Reads YAML, or runs a TypeScript or JavaScript module and takes its default export.
 * @throws the code of the form, SNAPCHECK_FILE_UNREADABLE
 */
export async function readDocument(file: string, form: DocumentForm): Promise<ConfigurationDocument> {
  return ['.yaml', '.yml'].includes(extname(file).toLowerCase()) ? readYaml(file, form) : readModule(file, form)
}

function readYaml(file: string, form: DocumentForm): ConfigurationDocument {
  const lines = new LineCounter()
  const document = parseDocument(textOf(file, form), { lineCounter: lines, prettyErrors: false })
  const [flaw] = document.errors
  if (flaw !== undefined) {
    const { line, col } = lines.linePos(flaw.pos[0])
    throw new SnapcheckError(form.code, `The ${form.noun} is no YAML.`, {
      place: `${file}:${line}:${col}`,
      observed: flaw.message,
      expected: 'a YAML mapping',
    })
  }
  return {
    file,
    content: document.toJS() ?? {},
    place(path) {
      const offset = offsetOf(document, path)
      if (offset === undefined) return file
      const { line, col } = lines.linePos(offset)
      return `${file}:${line}:${col}`
    },
  }
}

/** Where the key or entry stands; where it is missing, where the one around it begins. */
function offsetOf(document: Document, path: KeyPath): number | undefined {
  for (let depth = path.length; depth > 0; depth--) {
    const around = document.getIn(path.slice(0, depth - 1), true)
    const item = isCollection(around) ? around.items.find((one, index) => keyIs(one, index, path[depth - 1]!)) : undefined
    const node = isPair(item) ? item.key : item
    const range = typeof node === 'object' && node !== null && 'range' in node ? (node.range as [number, number, number] | null) : null
    if (range !== null) return range[0]
  }
  return undefined
}

function keyIs(item: unknown, index: number, key: string | number): boolean {
  return isPair(item) ? isScalar(item.key) && String(item.key.value) === String(key) : index === key
}

async function readModule(file: string, { noun, code }: DocumentForm): Promise<ConfigurationDocument> {
  try {
    const { default: content } = (await import(pathToFileURL(file).href)) as { readonly default?: unknown }
    if (content !== undefined) return { file, content, place: () => file }
  } catch (error) {
    if (isSnapcheckError(error)) throw error
    throw new SnapcheckError(code, `The ${noun} could not be run.`, {
      place: file,
      observed: error instanceof Error ? error.message : String(error),
      expected: 'a module with a default export',
      cause: error,
    })
  }
  throw new SnapcheckError(code, `The ${noun} exports nothing.`, {
    place: file,
    observed: 'no default export',
    expected: 'export default defineConfig({ … })',
  })
}

function textOf(file: string, { noun }: DocumentForm): string {
  try {
    return readFileSync(file, 'utf8')
  } catch (cause) {
    throw new SnapcheckError('SNAPCHECK_FILE_UNREADABLE', `The ${noun} could not be read.`, {
      place: file,
      observed: cause instanceof Error ? cause.message : String(cause),
      cause,
    })
  }
}
