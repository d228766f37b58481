import { globSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { marks, termInterfaces, termKinds, windows } from './term.ts'
import { terms } from './terms.ts'

const claimsFolder = join(import.meta.dirname, '../../../suites/claims')
const recordings = join(import.meta.dirname, '../../../fixtures/recordings')
const claims = new Set(
  globSync('*.json', { cwd: claimsFolder }).flatMap((name) =>
    [...readFileSync(join(claimsFolder, name), 'utf8').matchAll(/"id": "([CR]-\d{3})"/gu)].map((match) => match[1]),
  ),
)
const usages = terms.flatMap((row) => [...row.cells, ...row.windows])
const wordsOf = (concept: string, id: string): readonly string[] =>
  terms.find((row) => row.concept === concept)?.cells.find((cell) => cell.interface === id)?.words ?? []

describe('the terminology table', () => {
  it('says of every concept what every interface and window calls it, or that nobody knows', () => {
    for (const { concept, cells, windows: own } of terms) {
      expect(
        cells.map((cell) => cell.interface),
        concept,
      ).toEqual(termInterfaces)
      expect(
        own.map(({ window }) => window),
        concept,
      ).toEqual(windows)
    }
  })

  it('has every concept once', () => {
    expect(new Set(terms.map(({ concept }) => concept)).size).toBe(terms.length)
  })

  it('gives each line a source and a mark; an empty one says that nobody knows or why there is no word', () => {
    for (const { source, mark, words, note } of usages) {
      expect(source).not.toBe('')
      expect(marks).toContain(mark)
      if (words.length === 0) expect(mark === 'unknown' || note !== undefined).toBe(true)
      else expect(mark).not.toBe('unknown')
    }
  })

  it('names each word with its kind, and only claims of the register', () => {
    for (const { forms, words } of usages) {
      expect(words).toEqual(forms.map(({ text }) => text))
      for (const { kind } of forms) expect(termKinds).toContain(kind)
    }
    for (const { cells } of terms)
      for (const { confirmedByClaims } of cells) expect(confirmedByClaims.filter((id) => !claims.has(id))).toEqual([])
  })

  it('uses the words that a recorded SCVMM inventory uses', () => {
    const recorded = readFileSync(join(recordings, 'manageiq-scvmm-inventory/inventory-2014-06-clixml.xml'), 'utf8')
    for (const concept of ['identity', 'name', 'comment', 'creation time', 'parent', 'current position']) {
      for (const word of wordsOf(concept, 'scvmm-powershell').filter((one) => !one.includes(' ')))
        expect(recorded, word).toContain(`N="${word}"`)
    }
    for (const type of wordsOf('the object', 'scvmm-powershell').filter((one) => one.startsWith('Microsoft.')))
      expect(recorded).toContain(type)
  })

  it('uses the words that a recorded answer of Azure Arc and of Get-VM use', () => {
    const arc = readFileSync(join(recordings, 'azure-arc-scvmm-checkpoint/03-vm-after-create.json'), 'utf8')
    for (const concept of [
      'the object',
      'identity',
      'name',
      'comment',
      'parent',
      'current position',
      'setting of the VM for new checkpoints',
    ]) {
      for (const word of wordsOf(concept, 'scvmm-arc')) expect(arc, word).toContain(`"${word}":`)
    }
    const vm = readFileSync(join(recordings, 'fog-hyperv-get-vm/get_vm.json'), 'utf8')
    for (const word of wordsOf('current position', 'hyperv-powershell')) expect(vm).toContain(`"${word}"`)
  })
})
