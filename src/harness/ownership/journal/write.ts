import { closeSync, fstatSync, fsyncSync, ftruncateSync, mkdirSync, openSync, readFileSync, writeFileSync } from 'node:fs'
import { dirname } from 'node:path'
import type { OwnershipEntry } from '../entries.ts'
import type { JournalHeader } from './header.ts'
import { written } from './written.ts'

/** An open journal. Each line is on the disk when `append` returns. */
export interface JournalWriter {
  append(entry: OwnershipEntry): void
  close(): void
}

export function createJournal(file: string, header: JournalHeader): JournalWriter {
  const writer = written(file, () => {
    mkdirSync(dirname(file), { recursive: true })
    return lineWriter(file, openSync(file, 'ax'))
  })
  writer.append(header)
  written(file, () => syncFolder(dirname(file)))
  return writer
}

/** Goes on in the journal of an ended run; a torn last line is cut off, since what it was to announce was never sent. */
export function reopenJournal(file: string): JournalWriter {
  return written(file, () => {
    const descriptor = openSync(file, 'r+')
    const text = readFileSync(descriptor)
    ftruncateSync(descriptor, text.lastIndexOf('\n') + 1)
    closeSync(descriptor)
    return lineWriter(file, openSync(file, 'a'))
  })
}

function lineWriter(file: string, descriptor: number): JournalWriter & { append(line: JournalHeader | OwnershipEntry): void } {
  return {
    append(line) {
      const { size } = fstatSync(descriptor)
      try {
        written(file, () => writeFileSync(descriptor, `${JSON.stringify(line)}\n`, { flush: true }))
      } catch (error) {
        // Half a line must not become the beginning of the next one.
        ftruncateSync(descriptor, size)
        throw error
      }
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
