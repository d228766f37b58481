import { createHash } from 'node:crypto'
import { closeSync, fstatSync, openSync, readSync } from 'node:fs'
import { SnapcheckError } from '../../foundation/errors.ts'
import { encodingOf, type Encoding } from './encoding.ts'

/** A file that exists, is a file and holds something. */
export interface SourceFile {
  readonly path: string
  readonly bytes: number
  readonly encoding: Encoding
  /**
   * Reads it from the beginning, a piece at a time, a byte order mark left out. May be called again.
   * @throws SNAPCHECK_FILE_MALFORMED where bytes are no text of the file's encoding.
   */
  pieces(): Generator<string>
}

/** Bytes read at once: a file is never held whole by this reader. */
const chunkSize = 256 * 1024

/** @throws SNAPCHECK_FILE_UNREADABLE where there is nothing to read. */
export function openSource(path: string): SourceFile {
  const bytes = withFile(path, (file) => {
    const facts = fstatSync(file)
    if (!facts.isFile()) throw unreadable(path, 'a folder or device', 'a file')
    return facts.size
  })
  if (bytes === 0) throw unreadable(path, 'an empty file', 'an exported file')
  const encoding = encodingOf(chunks(path).next().value!)
  return { path, bytes, encoding, pieces: () => decoded(path, encoding) }
}

/** SHA-256 in hexadecimal of the file's bytes. */
export function digestOf(path: string): string {
  const hash = createHash('sha256')
  for (const chunk of chunks(path)) hash.update(chunk)
  return hash.digest('hex')
}

function* decoded(path: string, encoding: Encoding): Generator<string> {
  const decoder = new TextDecoder(encoding, { fatal: true })
  let offset = 0
  const decode = (chunk: Uint8Array | undefined): string => {
    try {
      return chunk === undefined ? decoder.decode() : decoder.decode(chunk, { stream: true })
    } catch (cause) {
      throw notText(path, encoding, offset, chunk?.length ?? 0, cause)
    }
  }
  for (const chunk of chunks(path)) {
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

/** The buffer is used again for the next chunk. */
function* chunks(path: string): Generator<Uint8Array> {
  const file = open(path)
  const buffer = new Uint8Array(chunkSize)
  try {
    for (;;) {
      const length = read(path, file, buffer)
      if (length === 0) return
      yield buffer.subarray(0, length)
    }
  } finally {
    closeSync(file)
  }
}

function withFile<Result>(path: string, work: (file: number) => Result): Result {
  const file = open(path)
  try {
    return work(file)
  } finally {
    closeSync(file)
  }
}

function open(path: string): number {
  return guarded(path, () => openSync(path, 'r'))
}

function read(path: string, file: number, buffer: Uint8Array): number {
  return guarded(path, () => readSync(file, buffer))
}

function guarded<Result>(path: string, work: () => Result): Result {
  try {
    return work()
  } catch (cause) {
    throw unreadable(path, cause instanceof Error ? cause.message : String(cause), 'a file that can be read', cause)
  }
}

function unreadable(path: string, observed: string, expected: string, cause?: unknown): SnapcheckError {
  return new SnapcheckError('SNAPCHECK_FILE_UNREADABLE', `${path} could not be read.`, { place: path, observed, expected, next: 'Check the path and the permissions.', cause })
}
