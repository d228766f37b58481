import { copyFileSync, cpSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { packageRoot } from '../harness/places.ts'
import { buildReport } from '../report/model/build/build.ts'
import { sample } from '../report/testing/sample.ts'
import { newFolder, reportIn, snapcheck, withoutWallTime } from './testing/snapcheck.ts'

const recordings = join(packageRoot, 'fixtures', 'recordings')

describe('an interruption in the middle of a run', () => {
  test.each(['SIGINT', 'SIGTERM', 'SIGHUP'] as const)('by %s gives exit 130 and a partial report that says so', async (signal) => {
    const folder = newFolder()
    const options = { interruptAt: /\d\/\d+ told/, signal }
    const { code, stdout, stderr } = await snapcheck(['run', '--workers', '1', '--output', folder], options)
    const total = Number(/\d\/(\d+) told/.exec(stderr)![1])
    const { summary, scenarios } = reportIn(folder)
    expect(code).toBe(130)
    expect(summary.interrupted).toBe(true)
    expect(scenarios.length).toBeGreaterThan(0)
    expect(scenarios.length).toBeLessThan(total)
    expect(stdout).toContain('Interrupted, so this report is partial')
    // What was ended before it made anything has nothing to put back.
    for (const { id, cleanup } of scenarios) expect(cleanup.outcome, id).toMatch(/^(restored|not-needed)$/)
  })
})

describe('run', () => {
  test('refuses a folder that cannot be written before anything is told', async () => {
    const file = join(newFolder(), 'taken')
    writeFileSync(file, '')
    const { code, stdout, stderr } = await snapcheck(['run', '--output', file])
    expect({ code, stdout }).toEqual({ code: 2, stdout: '' })
    expect(stderr).toContain('SNAPCHECK_OUTPUT_UNWRITABLE')
    expect(stderr).not.toContain('told')
  })

  test('replaces an earlier report with its evidence, and leaves nothing else beside it', async () => {
    const folder = newFolder()
    await snapcheck(['run', 'visibility.one', '--output', folder])
    await snapcheck(['run', 'comment.none', '--creator', 'scvmm-spf', '--output', folder])
    expect(readdirSync(join(folder, 'evidence'))).toEqual(['comment.none.scvmm-spf.txt'])
    expect(readdirSync(folder).toSorted()).toEqual(['ctrf.json', 'evidence', 'junit.xml', 'report.html', 'report.json', 'summary.md'])
  })
})

describe('report', () => {
  test('writes the same files again from report.json, evidence included', async () => {
    const first = newFolder()
    const again = newFolder()
    await snapcheck(['run', 'visibility.one', '--output', first])
    const { code } = await snapcheck(['report', join(first, 'report.json'), '--output', again])
    expect(code).toBe(0)
    expect(withoutWallTime(again)).toBe(withoutWallTime(first))
    for (const name of ['report.html', 'junit.xml', 'summary.md'])
      expect(readFileSync(join(again, name), 'utf8'), name).toBe(readFileSync(join(first, name), 'utf8'))
    expect(readdirSync(join(again, 'evidence'))).toEqual(['visibility.one.hyperv-wmi.txt', 'visibility.one.scvmm-spf.txt'])
    for (const { path } of reportIn(first).evidence)
      expect(readFileSync(join(again, path!)), path!).toEqual(readFileSync(join(first, path!)))
  })

  test('refuses evidence that was altered or lost, and names the transcript', async () => {
    const folder = newFolder()
    await snapcheck(['run', 'visibility.one', '--creator', 'hyperv-wmi', '--output', folder])
    const transcript = join(folder, 'evidence', 'visibility.one.hyperv-wmi.txt')
    const text = readFileSync(transcript, 'utf8')
    writeFileSync(transcript, text.replace('<p:ElementName>', '<p:ElementNome>'))
    const altered = await snapcheck(['report', join(folder, 'report.json')])
    expect(altered).toMatchObject({ code: 2, stderr: expect.stringContaining('SNAPCHECK_EVIDENCE_ALTERED') })
    rmSync(transcript)
    const lost = await snapcheck(['report', join(folder, 'report.json')])
    expect(lost).toMatchObject({ code: 2, stderr: expect.stringContaining('SNAPCHECK_EVIDENCE_MISSING') })
    expect(lost.stderr).toContain('visibility.one.hyperv-wmi.txt')
  })

  test('says what was not put back and what somebody else did meanwhile', async () => {
    const folder = newFolder()
    const { input } = sample({ disturbed: true })
    const evidence = input.evidence.map((entry) => ({ ...entry, path: null }))
    writeFileSync(join(folder, 'report.json'), JSON.stringify(buildReport({ ...input, evidence })))
    const { stdout } = await snapcheck(['report', join(folder, 'report.json')])
    expect(stdout).toContain('1 scenario was not put back')
    expect(stdout).toContain('In 1 of 6 scenarios somebody else changed the VM meanwhile.')
    expect(stdout).toMatch(/changed visibility\.several\/hyperv-wmi\n {2}Checkpoint \S+ appeared, which this run did not make\./)
    expect(stdout).toMatch(/Clean-up left-behind: .*\n {2}Still there: /)
  })

  test('refuses a file that is no report, and names the place', async () => {
    const folder = newFolder()
    const file = join(folder, 'report.json')
    writeFileSync(file, '{"format":"snapcheck.report/2"}')
    const { code, stderr } = await snapcheck(['report', file])
    expect(code).toBe(2)
    expect(stderr).toContain('SNAPCHECK_REPORT_MALFORMED')
  })
})

describe('inspect', () => {
  test('judges one exported file and never says that a simulator answered', async () => {
    const folder = newFolder()
    const { code } = await snapcheck([
      'inspect',
      join(recordings, 'manageiq-scvmm-inventory', 'inventory-2014-06-clixml.xml'),
      '--output',
      folder,
    ])
    const { source, origin, summary, participants } = reportIn(folder)
    expect(code).toBe(0)
    expect(source.via.map(({ via }) => via)).toEqual(['file'])
    expect(origin).toBe('product')
    expect(summary.outcomes.conforms).toBeGreaterThan(0)
    expect(participants.some(({ build }) => build === '3.2.7510.0')).toBe(true)
  })

  test('does not change the files it reads, nor write beside them', async () => {
    const folder = newFolder()
    const copy = join(folder, 'in', 'x.xml')
    cpSync(join(recordings, 'go-wsman-hyperv-host'), join(folder, 'in'), { recursive: true })
    copyFileSync(join(folder, 'in', 'recorded_computersystem_pull_5.xml'), copy)
    const { code } = await snapcheck(['inspect', copy, '--output', join(folder, 'out')])
    expect(code).not.toBe(2)
    expect(readFileSync(copy)).toEqual(readFileSync(join(recordings, 'go-wsman-hyperv-host', 'recorded_computersystem_pull_5.xml')))
  })

  test.each([
    ['truncated XML', '<Objs Version="1.1.0.1" xmlns="http://schemas.microsoft.com/powershell/2004/04"><Obj RefId="0">'],
    ['a DTD', '<!DOCTYPE x [<!ENTITY a "aaaa">]><Objs>&a;</Objs>'],
    ['no known shape', '{"hello":"world"}'],
    ['an empty file', ''],
  ])('%s gives a clear error with a code', async (_title, content) => {
    const file = join(newFolder(), 'export.xml')
    writeFileSync(file, content)
    const { code, stderr } = await snapcheck(['inspect', file])
    expect(code).toBeGreaterThan(1)
    expect(stderr).toMatch(/SNAPCHECK_(FILE|XML)_[A-Z]+/)
    expect(stderr).toContain('export.xml')
  })
})

describe('lab serve', () => {
  test('prints one JSON line with its endpoints when it is ready, answers, and stops at Ctrl-C', async () => {
    const { code, stdout } = await snapcheck(['lab', 'serve'], { interruptAt: /\n/ })
    const ready = JSON.parse(stdout) as { lab: string; endpoints: Record<string, { url: string }> }
    expect(code).toBe(0)
    expect(ready.lab).toContain('simulator')
    expect(Object.keys(ready.endpoints).toSorted()).toEqual(['hyperv-wmi', 'scvmm-spf'])
    for (const { url } of Object.values(ready.endpoints)) expect(new URL(url).hostname).toBe('127.0.0.1')
  })
})
