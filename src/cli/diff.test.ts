import { rmSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { generateCollection, generatedVms } from '../inspection/generate-collection.ts'
import { inventories2017 } from '../inspection/testing/files.ts'
import { fates, type Diff } from '../judgement/diff/model.ts'
import { seedLosses } from './testing/seeded-losses.ts'
import { newFolder, snapcheck } from './testing/snapcheck.ts'

const [february = '', june = '', november = ''] = inventories2017

async function diffed(before: string, after: string): Promise<{ readonly code: number | null; readonly diff: Diff }> {
  const { code, stdout, stderr } = await snapcheck(['diff', before, after, '--json'])
  expect(stderr).toBe('')
  return { code, diff: JSON.parse(stdout) as Diff }
}

const fatesOf = ({ rows }: Diff): unknown =>
  rows.map(({ vmName, checkpoint, fate, explanation }) => [vmName, checkpoint.slice(0, 8), fate, explanation?.by ?? null])

describe('diff of the recorded inventories of one server', () => {
  it('explains what is new by the times that it states or because its VM is new, and calls a VM that is not shown no evidence', async () => {
    const { code, diff } = await diffed(february, june)
    expect(code).toBe(3)
    expect(diff).toMatchObject({ conclusion: 'no-evidence', origin: 'product', obstacles: [{ code: 'not-comparable' }] })
    expect(fatesOf(diff)).toEqual([
      ['WS2008R2Core-JK', '8E6AA643', 'unknown', null],
      ['MoVM', 'FEBF4451', 'new', 'made-between'],
      ['MoVM', 'D27E5233', 'new', 'made-between'],
      ['dajo-dsl', '5EAE39ED', 'new', 'made-between'],
      ['cluster-storage', '86207A66', 'new', 'vm-not-shown-before'],
      ['cluster-storage', 'AED29147', 'new', 'vm-not-shown-before'],
      ['scvmm-sp1-1', 'A79F2809', 'new', 'vm-not-shown-before'],
      ['lkhomenk-fedora-tmpl-sm', '46D4D374', 'new', 'made-between'],
      ['Local33SSATest', '359C28FC', 'new', 'vm-not-shown-before'],
      ['WS2008R2Core', '16FF0C08', 'new', 'vm-not-shown-before'],
      ['DualDVDa', 'FD5266D2', 'survived', null],
    ])
  })

  it('lists a loss that nothing accounts for: the VM says itself that it stands on no checkpoint', async () => {
    const { code, diff } = await diffed(june, november)
    expect(code).toBe(1)
    expect(diff.conclusion).toBe('no')
    expect(diff.rows.filter(({ fate }) => fate === 'lost').map(({ vmName, explanation }) => [vmName, explanation])).toEqual([
      ['cluster-storage', null],
      ['cluster-storage', null],
    ])
    expect(Object.fromEntries(fates.map((fate) => [fate, diff.rows.filter((row) => row.fate === fate).length]))).toEqual({
      lost: 2,
      changed: 0,
      unknown: 4,
      new: 3,
      survived: 4,
    })
  })

  it('gives no answer backwards in time, and none from one and the same file', async () => {
    for (const first of [november, june]) {
      const { code, diff } = await diffed(first, june)
      expect(code).toBe(3)
      expect(diff.conclusion).toBe('no-evidence')
      expect(diff.obstacles.map(({ code: obstacle }) => obstacle)).toContain('order-unknown')
    }
  })

  it('prints what became of each, for people', async () => {
    const { stdout } = await snapcheck(['diff', june, november])
    expect(stdout).toMatch(/^No: /)
    expect(stdout).toContain('VM cluster-storage, SCVMM (PowerShell)')
    expect(stdout).toContain('nothing in the files accounts for it')
  })
})

describe('diff of the collections of a lab before and after an upgrade', () => {
  // bench/probes/diff.ts measures 5,000 VMs.
  it('finds exactly the seeded losses and changes, and what accounts for them', async () => {
    const folder = newFolder()
    const seeded = seedLosses(folder, 100)
    const { code, diff } = await diffed(join(folder, 'before'), join(folder, 'after'))
    const found = diff.rows
      .filter(({ fate }) => fate !== 'survived')
      .map(({ interface: reader, checkpoint, fate, explanation }) => [reader, checkpoint, fate, explanation?.by ?? null])
    expect(found.toSorted()).toEqual(seeded)
    expect(diff.rows).toHaveLength(2 * 4 * 100)
    expect({ code, conclusion: diff.conclusion, origin: diff.origin }).toEqual({ code: 1, conclusion: 'no', origin: 'simulator' })
  })

  it('says yes where everything is still there, also in the eyes of VMM', async () => {
    const folder = newFolder()
    const vms = generatedVms(20, 3)
    generateCollection(join(folder, 'before'), { vms, time: '2026-03-01T00:00:00Z' })
    generateCollection(join(folder, 'after'), { vms, time: '2026-03-02T00:00:00Z' })
    const { code, diff } = await diffed(join(folder, 'before'), join(folder, 'after'))
    expect({ code, conclusion: diff.conclusion, obstacles: diff.obstacles, origin: diff.origin }).toEqual({
      code: 0,
      conclusion: 'yes',
      obstacles: [],
      origin: 'simulator',
    })
    rmSync(join(folder, 'after', 'snapcheck-vmm-generated.vmm-7.xml'))
    expect(await diffed(join(folder, 'before'), join(folder, 'after'))).toMatchObject({ code: 3, diff: { conclusion: 'no-evidence' } })
  })
})

describe('diff of what cannot be compared', () => {
  it('wants files in a folder', async () => {
    const { code, stderr } = await snapcheck(['diff', newFolder(), june])
    expect(code).toBe(2)
    expect(stderr).toContain('SNAPCHECK_EMPTY_SELECTION')
  })
})
