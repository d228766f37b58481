import { readFileSync } from 'node:fs'
import { SnapcheckError } from '../../../foundation/errors.ts'
import { isRecord } from '../../../foundation/json.ts'
import type { OwnershipEntry } from '../entries.ts'
import { emptyLedger, type Ledger } from '../ledger.ts'
import { isEntry, isHeader } from './form.ts'
import { journalVersion, type JournalHeader } from './header.ts'

export interface Journal {
  readonly file: string
  readonly header: JournalHeader
  readonly ledger: Ledger
}

/**
 * Reads a journal, however its run ended. A torn last line is left out: its entry was not yet acted upon. Undefined where
 * not even the first line was finished, so that nothing can have been made.
 * @throws SNAPCHECK_JOURNAL_VERSION, SNAPCHECK_JOURNAL_MALFORMED
 */
export function readJournal(file: string): Journal | undefined {
  const [first, ...rest] = wholeLines(readFileSync(file, 'utf8')).map((line, index) => parse(file, line, index + 1))
  if (first === undefined) return undefined
  const header = headerOf(file, first)
  const ledger = emptyLedger(header.mark)
  for (const [index, value] of rest.entries()) ledger.apply(entryOf(file, value, index + 2))
  return { file, header, ledger }
}

/** What ends with a line feed was written whole. */
function wholeLines(text: string): readonly string[] {
  return text.split('\n').slice(0, -1)
}

function parse(file: string, line: string, number: number): unknown {
  try {
    return JSON.parse(line)
  } catch (cause) {
    throw malformed(file, number, 'no JSON', cause)
  }
}

function headerOf(file: string, value: unknown): JournalHeader {
  if (!isRecord(value) || value['journal'] !== 'snapcheck.journal') throw malformed(file, 1, 'no header of a journal')
  if (typeof value['version'] === 'number' && value['version'] > journalVersion) {
    throw new SnapcheckError('SNAPCHECK_JOURNAL_VERSION', `${file} was written by a newer snapcheck.`, {
      place: file,
      observed: `journal version ${value['version']}`,
      expected: `version ${journalVersion}`,
      next: 'Sweep with the version of snapcheck that wrote it.',
    })
  }
  if (isHeader(value)) return value
  throw malformed(file, 1, 'a header that lacks something')
}

function entryOf(file: string, value: unknown, number: number): OwnershipEntry {
  if (isEntry(value)) return value
  throw malformed(file, number, 'an entry of an unknown kind, or one that lacks something')
}

function malformed(file: string, line: number, observed: string, cause?: unknown): SnapcheckError {
  return new SnapcheckError('SNAPCHECK_JOURNAL_MALFORMED', `${file} is no journal that snapcheck wrote.`, {
    place: `${file}, line ${line}`,
    observed,
    expected: 'one entry of snapcheck.journal per line',
    next: 'Look at the VM that its first line names, and remove what is left there by hand.',
    cause,
  })
}
