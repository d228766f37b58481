import { appendFileSync, mkdtempSync, readFileSync, truncateSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { Guid } from '../../../checkpoint/guid.ts'
import { derivedGuid } from '../../../foundation/seed.ts'
import { decide } from '../ledger.ts'
import { ownership } from '../ownership.ts'
import { openJournal } from './open.ts'
import { readJournal } from './read.ts'
import { journalFile, unfinishedJournals } from './folder.ts'
import { reopenJournal } from './write.ts'

const vm = guid('vm')
const place = { interface: 'hyperv-wmi', endpoint: 'host a' } as const

function guid(label: string): Guid {
  return derivedGuid('journal', label) as Guid
}

function opened(folder: string): ReturnType<typeof openJournal> {
  return openJournal({ folder, run: 'r1', telling: 'visibility.one/hyperv-wmi', vm, creator: place, places: [place], now: 0 })
}

function newFolder(): string {
  return mkdtempSync(join(tmpdir(), 'snapcheck-journal-'))
}

const fileIn = (folder: string): string => journalFile(folder, 'r1', 'visibility.one/hyperv-wmi')

describe('a journal', () => {
  test('tells again what was written down, under a name that NTFS takes', () => {
    const folder = newFolder()
    const own = opened(folder)
    own.baseline(vm, [{ id: guid('old'), name: 'old', parent: null }])
    const step = own.intend({ vm, through: place, name: `mine ${own.mark}`, before: [guid('old')] })
    own.created(step, guid('a'))
    own.intend({ vm, through: place, name: null, before: [guid('old'), guid('a')] })
    const { header, ledger } = readJournal(fileIn(folder))!
    expect(header).toMatchObject({ run: 'r1', vm, creator: place, mark: own.mark })
    expect([...ledger.created]).toEqual([guid('a')])
    expect(ledger.pending().map(({ name }) => name)).toEqual([null])
    expect(ledger.baseline).toEqual([{ id: guid('old'), name: 'old', parent: null }])
    expect(fileIn(folder).slice(folder.length)).not.toMatch(/[<>:*?"|]/)
    own.release()
  })

  test('has the intent in the file before `intend` returns', () => {
    const folder = newFolder()
    const own = opened(folder)
    own.intend({ vm, through: place, name: 'x', before: [] })
    expect(readFileSync(fileIn(folder), 'utf8')).toContain('"entry":"intended"')
    own.release()
  })

  test('of another run has another mark, which nobody can guess', () => {
    const marks = Array.from({ length: 20 }, () => {
      const own = opened(newFolder())
      own.release()
      return own.mark
    })
    expect(new Set(marks).size).toBe(20)
    for (const mark of marks) expect(mark).toMatch(/^[0-9a-f]{16}$/)
  })

  test('that broke off anywhere is read as far as it goes, and goes on from there', () => {
    const folder = newFolder()
    const own = opened(folder)
    own.created(own.intend({ vm, through: place, name: 'one', before: [] }), guid('a'))
    own.created(own.intend({ vm, through: place, name: 'two', before: [guid('a')] }), guid('b'))
    own.release()
    const whole = readFileSync(fileIn(folder))
    fc.assert(
      fc.property(fc.nat(whole.length), (length) => {
        const torn = join(newFolder(), 'torn.jsonl')
        writeFileSync(torn, whole)
        truncateSync(torn, length)
        const before = readJournal(torn)
        const writer = reopenJournal(torn)
        if (before !== undefined) {
          writer.append({ entry: 'removed', checkpoint: guid('a') })
          const after = readJournal(torn)!
          expect([...after.ledger.created]).toEqual([...before.ledger.created])
          expect(after.ledger.removed.has(guid('a'))).toBe(true)
        }
        writer.close()
        return true
      }),
    )
  })

  test.each([
    ['of a newer version', (text: string) => text.replace('"version":1', '"version":2'), 'SNAPCHECK_JOURNAL_VERSION'],
    [
      'with a broken line in the middle',
      (text: string) => text.replace('"entry":"intended"', '"entry":intended'),
      'SNAPCHECK_JOURNAL_MALFORMED',
    ],
    ['with an unknown entry', (text: string) => text.replace('"intended"', '"invented"'), 'SNAPCHECK_JOURNAL_MALFORMED'],
    ['without its header', (text: string) => text.slice(text.indexOf('\n') + 1), 'SNAPCHECK_JOURNAL_MALFORMED'],
  ])('%s is refused by name', (_title, change, code) => {
    const folder = newFolder()
    const own = opened(folder)
    own.created(own.intend({ vm, through: place, name: 'one', before: [] }), guid('a'))
    own.release()
    writeFileSync(fileIn(folder), change(readFileSync(fileIn(folder), 'utf8')))
    expect(() => unfinishedJournals(folder)).toThrowError(expect.objectContaining({ code, place: expect.stringContaining('.jsonl') }))
  })

  test('is unfinished until it is closed', () => {
    const folder = newFolder()
    const own = opened(folder)
    expect(unfinishedJournals(folder)).toHaveLength(1)
    own.close('restored', [])
    own.release()
    expect(unfinishedJournals(folder)).toEqual([])
    appendFileSync(fileIn(folder), '{"entry":"cre')
    expect(unfinishedJournals(folder)).toEqual([])
  })
})

describe('a journal that cannot be written', () => {
  test('lets go of the VM where it cannot be begun', () => {
    const folder = newFolder()
    opened(folder).release()
    expect(() => opened(folder)).toThrowError(expect.objectContaining({ code: 'SNAPCHECK_JOURNAL_UNWRITABLE' }))
    openJournal({ folder, run: 'r2', telling: 'another', vm, creator: place, places: [place], now: 0 }).release()
  })

  test('any more lets what was made be known all the same, until the run ends', () => {
    const full = (): void => {
      throw new Error('no space left')
    }
    const own = ownership({ mark: '0123456789abcdef', append: full })
    expect(() => own.created(1, guid('a'))).toThrowError('no space left')
    expect([...decide(own.ledger, [{ id: guid('a'), name: null, parent: null }]).values()]).toEqual(['ours'])
  })
})

describe('what is owned', () => {
  const row = (label: string, name: string | null): { id: Guid; name: string | null; parent: null } => ({
    id: guid(label),
    name,
    parent: null,
  })

  test('is what the journal names, or what has the mark and was not there before', () => {
    const own = opened(newFolder())
    own.baseline(vm, [row('old', 'old')])
    own.created(own.intend({ vm, through: place, name: null, before: [guid('old')] }), guid('a'))
    const shown = [row('old', `copied ${own.mark}`), row('a', 'no mark'), row('b', `x ${own.mark.toUpperCase()}`), row('c', 'x')]
    expect([...decide(own.ledger, shown).values()]).toEqual(['foreign', 'ours', 'ours', 'foreign'])
    own.release()
  })

  test('is undecided where a create has no answer and what is new has no mark', () => {
    const own = opened(newFolder())
    own.intend({ vm, through: place, name: null, before: [guid('old')] })
    expect([...decide(own.ledger, [row('old', null), row('new', 'x')]).values()]).toEqual(['foreign', 'undecided'])
    expect([...decide(own.ledger, [row('other', 'x'), row('new', `y ${own.mark}`)]).values()]).toEqual(['foreign', 'ours'])
    own.release()
  })
})
