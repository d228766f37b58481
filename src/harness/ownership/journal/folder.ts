import { existsSync, globSync } from 'node:fs'
import { homedir } from 'node:os'
import { join } from 'node:path'
import { isSnapcheckError, type SnapcheckError } from '../../../foundation/errors.ts'
import { readJournal, type Journal } from './read.ts'

/** Where the journals of this user lie unless the configuration names another folder: one place, so that two runs meet in their locks. */
export function defaultJournalFolder(env: NodeJS.ProcessEnv = process.env): string {
  const base = process.platform === 'win32' ? env['LOCALAPPDATA'] : env['XDG_STATE_HOME']
  return join(base ?? join(homedir(), '.local', 'state'), 'snapcheck', 'journal')
}

/** `<journal folder>/<run>/<scenario>.<creator>.jsonl`: no character of an id is one that NTFS refuses. */
export function journalFile(folder: string, run: string, telling: string): string {
  return join(folder, run, `${telling.replaceAll('/', '.')}.jsonl`)
}

export function lockFolder(folder: string): string {
  return join(folder, 'locks')
}

/**
 * The journals of all runs that did not end with everything put back, oldest run first.
 * @param onUnreadable is told of each that cannot be read; left out, it is thrown. @throws as readJournal
 */
export function unfinishedJournals(folder: string, onUnreadable?: (error: SnapcheckError) => void): readonly Journal[] {
  if (!existsSync(folder)) return []
  return globSync('*/*.jsonl', { cwd: folder })
    .toSorted()
    .flatMap((name) => readable(join(folder, name), onUnreadable) ?? [])
    .filter(({ ledger }) => !ledger.isClosed)
    .toSorted((a, b) => compare(a.header.startedAt, b.header.startedAt))
}

function readable(file: string, onUnreadable: ((error: SnapcheckError) => void) | undefined): Journal | undefined {
  try {
    return readJournal(file)
  } catch (error) {
    if (onUnreadable === undefined || !isSnapcheckError(error)) throw error
    onUnreadable(error)
    return undefined
  }
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0
}
