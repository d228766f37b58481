import { globSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { inspectFiles } from '../../inspection/inspect.ts'
import { judge } from '../rule.ts'
import { register } from '../testing/register.ts'
import type { Verdict } from '../verdict.ts'
import { rules } from './index.ts'

const folder = join(import.meta.dirname, '../../../fixtures/recordings')

async function verdictsOf(pattern: string): Promise<readonly Verdict[]> {
  const paths = globSync(pattern, { cwd: folder })
    .filter((path) => !path.endsWith('provenance.json'))
    .toSorted()
  const { stories, problems } = await inspectFiles(paths.map((path) => join(folder, path)))
  expect(problems).toEqual([])
  return stories.flatMap((story) => judge(story, rules, register.claims))
}

/** How many verdicts of each outcome a claim has. */
function counts(verdicts: readonly Verdict[]): Readonly<Record<string, string>> {
  const byClaim = Map.groupBy(verdicts, ({ claim }) => claim)
  return Object.fromEntries(
    [...byClaim]
      .toSorted(([a], [b]) => (a < b ? -1 : 1))
      .map(([claim, own]) => {
        const byOutcome = [...Map.groupBy(own, ({ outcome }) => outcome)].toSorted(([a], [b]) => (a < b ? -1 : 1))
        return [claim, byOutcome.map(([outcome, some]) => `${some.length} ${outcome}`).join(', ')]
      }),
  )
}

describe('recordings of real systems', () => {
  it('judge an SCVMM inventory of 2014: 23 VMs, 9 checkpoints on 5 of them', async () => {
    const verdicts = await verdictsOf('manageiq-scvmm-inventory/inventory-2014*.xml')
    expect(counts(verdicts)).toEqual({
      'C-003': '5 conforms',
      'C-025': '5 conforms',
      'C-028': '5 conforms',
      'C-031': '5 conforms',
      'C-032': '5 conforms',
      'C-039': '5 conforms',
      'C-043': '5 conforms',
      'C-044': '21 conforms, 2 not-run',
      'C-054': '1 conforms',
      'C-069': '5 conforms',
      'C-070': '1 conforms',
      'C-071': '1 conforms',
      'C-072': '2 conforms',
      'R-001': '3 conforms',
      'R-003': '1 conforms',
      'R-004': '5 conforms',
      'R-005': '5 conforms',
      'R-007': '5 conforms',
    })
    expect(verdicts.find(({ claim }) => claim === 'R-003')?.actual).toEqual({ GUIDs: 9, databaseIds: 9 })
    expect(verdicts.filter(({ claim }) => claim === 'C-072').map(({ finding }) => finding)).toEqual([
      '2 checkpoints of different VMs are called "ERP_A - (05/06/2014 14:32:10)".',
      '2 checkpoints of different VMs are called "ERP_A - (05/06/2014 15:08:44)".',
    ])
  })

  it('judge one server over three builds of 2017: 14 trees, what must not change has not changed', async () => {
    const verdicts = await verdictsOf('manageiq-scvmm-inventory/inventory-2017*.json')
    expect(counts(verdicts)).toEqual({
      'C-003': '14 not-run',
      'C-025': '14 conforms',
      'C-028': '14 conforms',
      'C-031': '14 conforms',
      'C-032': '14 conforms',
      'C-039': '14 conforms',
      'C-040': '4 conforms',
      'C-043': '14 conforms',
      'C-044': '78 conforms, 1 deviates, 8 not-run',
      'C-054': '12 conforms',
      'C-069': '14 conforms',
      'C-071': '1 conforms',
      'C-117': '21 conforms',
      'R-001': '4 conforms',
      'R-003': '3 conforms',
      'R-004': '14 conforms',
      'R-005': '14 conforms',
      'R-007': '14 conforms',
    })
    const deviating = verdicts.filter(({ outcome }) => outcome === 'deviates')
    expect(
      deviating.map(({ claim, actual }) => [claim, actual]),
      'a copy in the library, as its PROVENANCE.md says',
    ).toEqual([['C-044', '85D12C23-D8F7-4C7B-82FD-06DCB2EE08BD']])
    expect(verdicts.flatMap(({ claim, finding }) => (claim === 'C-039' && finding?.includes('days') ? [finding] : []))).toHaveLength(3)
  })

  it('judge Azure Arc before, with and after a checkpoint', async () => {
    expect(counts(await verdictsOf('azure-arc-scvmm-checkpoint/*.json'))).toEqual({
      'C-028': '1 not-run',
      'C-031': '1 conforms',
      'C-044': '1 conforms',
      'C-069': '1 conforms',
      'R-003': '1 conforms',
      'R-004': '1 conforms',
      'R-006': '1 conforms',
      'R-007': '1 conforms',
    })
  })

  it.each(['fog-hyperv-get-vm/*.json', 'go-wsman-hyperv-host/*.xml'])(
    'judge of %s, which holds no checkpoint, that VMs have GUIDs of their own',
    async (pattern) => {
      const verdicts = await verdictsOf(pattern)
      expect(new Set(verdicts.map(({ claim, outcome }) => `${claim} ${outcome}`))).toEqual(new Set(['R-008 conforms']))
    },
  )
})
