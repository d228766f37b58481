import { mkdirSync, renameSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import type { StoredEvidence } from '../evidence.ts'

/** An exchange that lies in a transcript. */
export interface PlacedEvidence extends Omit<StoredEvidence, 'body'> {
  /** Name of the transcript. */
  readonly file: string
  /** Bytes of the transcript before it; its own number of bytes follows. */
  readonly offset: number
}

/**
 * Writes the exchanges of one telling as one text that a person can read from top to bottom. One file for each exchange
 * would be thousands, which is slow to write and slower to upload from CI.
 * @param folder made where it is missing; what stood there under this name is replaced whole.
 * @param title what the exchanges belong to; unique in the folder.
 */
export function writeTranscript(folder: string, title: string, entries: readonly StoredEvidence[]): readonly PlacedEvidence[] {
  if (entries.length === 0) return []
  const file = transcriptName(title)
  const pieces: string[] = []
  const placed: PlacedEvidence[] = []
  let written = 0
  const write = (text: string): void => {
    pieces.push(text)
    written += Buffer.byteLength(text)
  }
  write(`The exchanges of ${title}, each once, in the order in which they first happened.\n`)
  for (const [index, { body, ...entry }] of entries.entries()) {
    write(`\n${'='.repeat(100)}\nexchange ${index + 1} of ${entries.length}, ${entry.bytes} bytes, ${entry.digest}\n\n`)
    placed.push({ ...entry, file, offset: written })
    write(body)
  }
  replace(join(folder, file), folder, pieces.join(''))
  return placed
}

/** Legal on NTFS, where no name may hold a slash or a colon. */
function transcriptName(title: string): string {
  return `${title.replaceAll('/', '.').replace(/[^A-Za-z0-9._-]/g, '-')}.txt`
}

function replace(path: string, folder: string, text: string): void {
  mkdirSync(folder, { recursive: true })
  writeFileSync(`${path}.part`, text)
  renameSync(`${path}.part`, path)
}
