import { closeSync, fsyncSync, ftruncateSync, mkdirSync, openSync, readFileSync, writeSync } from 'node:fs'
import { dirname } from 'node:path'
import type { OwnershipEntry } from '../entries.ts'
import type { JournalHeader } from './header.ts'

/** An open journal. Each line is on the disk when `append` returns. */
export interface JournalWriter {
  append(entry: OwnershipEntry): void
  close(): void
}

export function createJournal(file: string, header: JournalHeader): JournalWriter {
  mkdirSync(dirname(file), { recursive: true })
  const writer = lineWriter(openSync(file, 'ax'))
  writer.line(header)
  syncFolder(dirname(file))
  return { append: writer.line, close: writer.close }
}

/** Goes on in the journal of an ended run; a torn last line is cut off, since what it was to announce was never sent. */
export function reopenJournal(file: string): JournalWriter {
  const descriptor = openSync(file, 'r+')
  const text = readFileSync(descriptor)
  ftruncateSync(descriptor, text.lastIndexOf('\n') + 1)
  closeSync(descriptor)
  const writer = lineWriter(openSync(file, 'a'))
  return { append: writer.line, close: writer.close }
}

function lineWriter(descriptor: number): { line(value: JournalHeader | OwnershipEntry): void; close(): void } {
  return {
    line(value) {
      writeSync(descriptor, `${JSON.stringify(value)}\n`)
      fsyncSync(descriptor)
    },
    close: () => closeSync(descriptor),
  }
}

/** So that the file itself survives a power cut. Windows keeps its directories by itself and refuses the call. */
function syncFolder(folder: string): void {
  if (process.platform === 'win32') return
  const descriptor = openSync(folder, 'r')
  fsyncSync(descriptor)
  closeSync(descriptor)
}
