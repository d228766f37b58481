import { describe, expect, test } from 'vitest'
import type { Report, ReportVerdict } from '../report/model/report.ts'
import { newFolder, reportIn, snapcheck } from './testing/snapcheck.ts'

const suites = ['visibility', 'identity', 'comment', 'tree', 'existing', 'limits']

async function runWith(fault: string): Promise<{ readonly code: number | null; readonly report: Report }> {
  const folder = newFolder()
  const { code } = await snapcheck(['run', ...suites, '--lab-fault', fault, '--quiet', '--output', folder])
  return { code, report: reportIn(folder) }
}

const concludes = ({ outcome }: ReportVerdict): boolean => outcome === 'conforms' || outcome === 'violates'

describe('what an account may not see', () => {
  test('on the host (rights-filter-silent) is neither there nor absent: nothing seen through WMI conforms or violates', async () => {
    const { code, report } = await runWith('rights-filter-silent')
    expect(code).toBe(3)
    const seen = report.verdicts.filter(({ cell }) => cell.observer === 'hyperv-wmi')
    expect(seen.length).toBeGreaterThan(50)
    expect(seen.filter(concludes).map(({ id }) => id)).toEqual([])
    expect(seen.map(({ reason }) => reason?.code)).toContain('no-witness')
    expect(report.verdicts.filter(({ outcome }) => outcome === 'violates')).toEqual([])
    for (const { cleanup } of report.scenarios) expect(cleanup.leftovers).toEqual([])
  })

  test('in SCVMM (role-scope) is neither: nothing made on the host conforms or violates there', async () => {
    const { code, report } = await runWith('role-scope')
    expect(code).toBe(3)
    // The VM itself is not hidden: its words and its state are still seen.
    const hidden = report.verdicts.filter(
      ({ cell, checkpoint }) =>
        cell.creator === 'hyperv-wmi' &&
        cell.observer === 'scvmm-spf' &&
        checkpoint !== null &&
        !['terminology', 'state'].includes(cell.property),
    )
    expect(hidden.length).toBeGreaterThan(50)
    expect(hidden.filter(concludes).map(({ id }) => id)).toEqual([])
    expect(report.verdicts.filter(({ outcome }) => outcome === 'violates').map(({ id }) => id)).toEqual([])
    for (const { id, cleanup } of report.scenarios) expect(cleanup.outcome, id).toMatch(/^(restored|not-needed)$/)
  })
})

describe('an observer that cannot be asked', () => {
  test.each([
    ['vmm-unreachable', 'hyperv-wmi', 'scvmm-spf'],
    ['host-unreachable', 'scvmm-spf', 'hyperv-wmi'],
  ] as const)('%s makes the visibility of what was made an error with its code, and not a hole', async (fault, creator, observer) => {
    const { code, report } = await runWith(fault)
    expect(code).toBe(3)
    const cells = report.verdicts.filter(({ cell }) => cell.creator === creator && cell.observer === observer)
    const visibility = cells.filter(({ cell }) => cell.property === 'visibility')
    expect(visibility.length).toBeGreaterThan(10)
    for (const { outcome, reason } of visibility) {
      expect(outcome).toBe('error')
      expect(reason).toMatchObject({ code: 'unreadable', sentence: expect.stringContaining('SNAPCHECK_UNREACHABLE') })
    }
    expect(cells.filter(concludes).map(({ id }) => id)).toEqual([])
    expect(report.participants.find(({ interface: id }) => id === observer)).toMatchObject({
      origin: 'unidentified',
      product: 'not identified',
    })
  })
})
