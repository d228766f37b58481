import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { newFolder, reportIn, snapcheck, type Ended } from './testing/snapcheck.ts'

const violating = ['run', 'comment.kept', '--lab-fault', 'comment-truncated']
const good = { claim: 'C-013', observer: 'scvmm-spf', reason: 'Known, case 4711.', by: 'M. Muster', until: '2999-12-31' }

function waiversFile(...waivers: readonly object[]): string {
  const file = join(newFolder(), 'waivers.yaml')
  writeFileSync(file, JSON.stringify({ waivers }))
  return file
}

async function violatingWith(file: string): Promise<Ended & { readonly folder: string }> {
  const folder = newFolder()
  return { ...(await snapcheck([...violating, '--waivers', file, '--output', folder])), folder }
}

describe('a waiver', () => {
  test('changes the conclusion and nothing else, and every form of the report says so', async () => {
    const plain = newFolder()
    expect((await snapcheck([...violating, '--output', plain])).code).toBe(1)
    const { code, stdout, folder } = await violatingWith(waiversFile(good))
    expect(code).toBe(0)
    const { summary, verdicts, waivers } = reportIn(folder)
    const before = reportIn(plain)
    expect(summary.conclusion).toBe('acceptable')
    expect(summary.outcomes).toEqual(before.summary.outcomes)
    expect(summary.waived).toEqual({ violates: before.summary.outcomes.violates, error: 0, inconclusive: 0 })
    expect(verdicts.map(({ waiver: _waiver, ...verdict }) => verdict)).toEqual(before.verdicts)
    expect(waivers).toEqual([
      { ...good, id: 'waiver-1', outcome: 'violates', creator: null, property: null, scenario: null, verdicts: summary.outcomes.violates },
    ])
    expect(stdout).toContain('none violates a documented must that is not waived')
    expect(stdout).toContain('waiver-1 C-013 violates, until 2999-12-31, by M. Muster, excuses 4: Known, case 4711.')
    expect(readFileSync(join(folder, 'summary.md'), 'utf8')).toContain('waiver-1 C-013 violates, until 2999-12-31')
    expect(readFileSync(join(folder, 'junit.xml'), 'utf8')).toMatch(/<testsuites [^>]*failures="0"/)
    expect(readFileSync(join(folder, 'junit.xml'), 'utf8')).toContain('violates (waiver-1): ')
    const { results } = JSON.parse(readFileSync(join(folder, 'ctrf.json'), 'utf8')) as { results: { summary: Record<string, number> } }
    expect(results.summary).toMatchObject({ failed: 0, tests: verdicts.length })
  })

  test('for something else excuses nothing, and says so', async () => {
    const { code, stdout } = await violatingWith(waiversFile({ ...good, observer: 'hyperv-wmi' }))
    expect(code).toBe(1)
    expect(stdout).toContain('excuses nothing here')
  })

  test.each([
    ['that has run out', { ...good, until: '2020-01-31' }, 'SNAPCHECK_WAIVER_EXPIRED', 'until 2020-01-31'],
    ['of a claim that is not there', { ...good, claim: 'C-913' }, 'SNAPCHECK_WAIVERS_INVALID', 'snapcheck explain C-013'],
    ['without a reason', { ...good, reason: undefined }, 'SNAPCHECK_WAIVERS_INVALID', 'waivers[0].reason is missing'],
    ['with a misspelt key', { ...good, observr: 'scvmm-spf' }, 'SNAPCHECK_WAIVERS_INVALID', 'Did you mean observer?'],
    ['that never ends', { ...good, until: 'for ever' }, 'SNAPCHECK_WAIVERS_INVALID', 'is no day such as 2027-03-31'],
  ])('%s is refused before anything is told', async (_what, waiver, errorCode, words) => {
    const { code, stdout, stderr } = await violatingWith(waiversFile(waiver))
    expect({ code, stdout }).toEqual({ code: 2, stdout: '' })
    expect(stderr).toContain(errorCode)
    expect(stderr).toContain(words)
    expect(stderr).not.toContain('told')
  })

  test('file that is not there is called by what it was to be', async () => {
    const { code, stderr } = await violatingWith(join(newFolder(), 'nowhere.yaml'))
    expect(code).toBe(2)
    expect(stderr).toContain('SNAPCHECK_FILE_UNREADABLE  The file of waivers could not be read.')
  })

  test('stays in a report that is written again', async () => {
    const { folder } = await violatingWith(waiversFile(good))
    const again = await snapcheck(['report', join(folder, 'report.json'), '--output', newFolder()])
    expect(again.code).toBe(0)
    expect(again.stdout).toContain('waiver-1 C-013')
  })
})
