import { mkdir, open, rename, rm } from 'node:fs/promises'
import { dirname } from 'node:path'
import { SnapcheckError } from '../../foundation/errors.ts'

/** Characters gathered before a write. */
const batch = 1024 * 1024

/**
 * Writes a file beside its place and renames it, so that nobody ever reads half of one.
 * @throws SNAPCHECK_OUTPUT_UNWRITABLE
 */
export async function writeAtomically(path: string, pieces: Iterable<string> | AsyncIterable<string>): Promise<void> {
  try {
    await mkdir(dirname(path), { recursive: true })
    await writeAndRename(path, pieces)
  } catch (cause) {
    // What was to be written could not be made: that says where it failed itself.
    if (cause instanceof SnapcheckError) throw cause
    throw new SnapcheckError('SNAPCHECK_OUTPUT_UNWRITABLE', 'A file of the report could not be written.', {
      place: path,
      observed: cause instanceof Error ? cause.message : String(cause),
      next: 'Name a folder that can be written with --output.',
      cause,
    })
  }
}

async function writeAndRename(path: string, pieces: Iterable<string> | AsyncIterable<string>): Promise<void> {
  const temporary = `${path}.part`
  try {
    await writePieces(temporary, pieces)
    await rename(temporary, path)
  } finally {
    await rm(temporary, { force: true })
  }
}

async function writePieces(path: string, pieces: Iterable<string> | AsyncIterable<string>): Promise<void> {
  const file = await open(path, 'w')
  try {
    for await (const text of batches(pieces)) await file.writeFile(text)
  } finally {
    await file.close()
  }
}

async function* batches(pieces: Iterable<string> | AsyncIterable<string>): AsyncGenerator<string> {
  let gathered = ''
  for await (const piece of pieces) {
    gathered += piece
    if (gathered.length < batch) continue
    yield gathered
    gathered = ''
  }
  yield gathered
}
