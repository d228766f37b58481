import { createHash } from 'node:crypto'
import { closeSync, fstatSync, openSync, readSync } from 'node:fs'
import { SnapcheckError } from '../../foundation/errors.ts'
import { shownPath } from '../paths.ts'
import { encodingOf, type Encoding } from './encoding.ts'

/** A file that exists, is a file and holds something. */
export interface SourceFile {
  /** For messages; never absolute. */
  readonly path: string
  /** Where it is on this machine. */
  readonly location: string
  readonly bytes: number
  readonly encoding: Encoding
  /** The first characters, read however wrong they are: enough to tell what the file may be. */
  readonly start: string
  /**
   * Reads it from the beginning, a piece at a time, a byte order mark left out. May be called again.
   * @throws SNAPCHECK_FILE_MALFORMED where bytes are no text of the file's encoding.
   */
  pieces(): Generator<string>
}

/** Bytes read at once: a file is never held whole by this reader. */
const chunkSize = 256 * 1024
const startSize = 4096

/** @throws SNAPCHECK_FILE_UNREADABLE where there is nothing to read. */
export function openSource(location: string): SourceFile {
  const path = shownPath(location)
  const bytes = withFile(location, (file) => {
    const facts = fstatSync(file)
    if (!facts.isFile()) throw unreadable(path, 'a folder or device', 'a file')
    return facts.size
  })
  if (bytes === 0) throw unreadable(path, 'an empty file', 'an exported file')
  const first = firstBytes(location)
  const encoding = encodingOf(first)
  const start = new TextDecoder(encoding).decode(first.subarray(0, startSize))
  return { path, location, bytes, encoding, start, pieces: () => decoded(location, encoding) }
}

/** SHA-256 in hexadecimal of the file's bytes. */
export function digestOf({ location }: SourceFile): string {
  const hash = createHash('sha256')
  for (const chunk of chunks(location)) hash.update(chunk)
  return hash.digest('hex')
}

function* decoded(location: string, encoding: Encoding): Generator<string> {
  const decoder = new TextDecoder(encoding, { fatal: true })
  let offset = 0
  const decode = (chunk: Uint8Array | undefined): string => {
    try {
      return chunk === undefined ? decoder.decode() : decoder.decode(chunk, { stream: true })
    } catch (cause) {
      throw notText(shownPath(location), encoding, offset, chunk?.length ?? 0, cause)
    }
  }
  for (const chunk of chunks(location)) {
    yield decode(chunk)
    offset += chunk.length
  }
  yield decode(undefined)
}

function notText(path: string, encoding: Encoding, offset: number, length: number, cause: unknown): SnapcheckError {
  return new SnapcheckError('SNAPCHECK_FILE_MALFORMED', `${path} is not text.`, {
    place: `${path}, bytes ${offset} to ${offset + length}`,
    observed: `bytes that are no ${encoding.toUpperCase()}`,
    expected: 'UTF-8, or UTF-16 with a byte order mark',
    next: 'Export it again with Export-Clixml, or with ConvertTo-Json | Set-Content -Encoding UTF8.',
    cause,
  })
}

function firstBytes(location: string): Uint8Array {
  for (const chunk of chunks(location)) return chunk
  return new Uint8Array()
}

/** The buffer is used again for the next chunk. */
function* chunks(location: string): Generator<Uint8Array> {
  const file = open(location)
  const buffer = new Uint8Array(chunkSize)
  try {
    for (;;) {
      const length = guarded(location, () => readSync(file, buffer))
      if (length === 0) return
      yield buffer.subarray(0, length)
    }
  } finally {
    closeSync(file)
  }
}

function withFile<Result>(location: string, work: (file: number) => Result): Result {
  const file = open(location)
  try {
    return work(file)
  } finally {
    closeSync(file)
  }
}

function open(location: string): number {
  return guarded(location, () => openSync(location, 'r'))
}

function guarded<Result>(location: string, work: () => Result): Result {
  try {
    return work()
  } catch (cause) {
    throw unreadable(shownPath(location), failureOf(cause), 'a file that can be read', cause)
  }
}

/** The system's code says what went wrong; its sentence would show the whole path. */
function failureOf(cause: unknown): string {
  return cause instanceof Error && 'code' in cause ? `the system error ${String(cause.code)}` : String(cause)
}

function unreadable(path: string, observed: string, expected: string, cause?: unknown): SnapcheckError {
  return new SnapcheckError('SNAPCHECK_FILE_UNREADABLE', `${path} could not be read.`, {
    place: path,
    observed,
    expected,
    next: 'Check the path and the permissions.',
    cause,
  })
}
