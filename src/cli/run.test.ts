import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { beforeAll, describe, expect, test } from 'vitest'
import { declaredCells, isImplied, missingFrom } from '../../.ci/mutants/declared.ts'
import { isWorse } from '../../.ci/mutants/turns.ts'
import { faultCatalogue, faultId } from '../lab/faults/catalogue.ts'
import type { Report, ReportVerdict } from '../report/model/report.ts'
import { newFolder, reportIn, snapcheck, withoutWallTime } from './testing/snapcheck.ts'

const pairs = ['hyperv-wmi', 'scvmm-spf'].flatMap((creator) => ['hyperv-wmi', 'scvmm-spf'].map((observer) => [creator, observer] as const))
const baseline = newFolder()

beforeAll(async () => {
  const { code, stderr } = await snapcheck(['run', '--output', baseline])
  expect(code, stderr).toBe(0)
})

describe('the default run', () => {
  test('writes the four files into exactly the folder that was named', () => {
    for (const name of ['report.json', 'report.html', 'junit.xml', 'summary.md']) expect(existsSync(join(baseline, name)), name).toBe(true)
  })

  test('says that the simulator answered, through both interfaces, and judges without error', () => {
    const { origin, participants, summary, problems } = reportIn(baseline)
    expect(origin).toBe('simulator')
    expect(participants.map((participant) => participant.interface).toSorted()).toEqual(['hyperv-wmi', 'scvmm-spf'])
    expect(summary.outcomes.error).toBe(0)
    expect(summary.outcomes.violates).toBe(0)
    expect(problems).toEqual([])
  })

  test.each(pairs)('judges at least five properties of what %s made as %s sees it', (creator, observer) => {
    const properties = new Set(
      judged(reportIn(baseline))
        .filter(({ cell }) => cell.creator === creator && cell.observer === observer)
        .map(({ cell }) => cell.property),
    )
    expect([...properties]).toEqual(expect.arrayContaining(['visibility', 'identity', 'name', 'comment', 'parent']))
  })

  test('gives a reason for everything that was not judged', () => {
    const { verdicts, notJudged } = reportIn(baseline)
    for (const verdict of verdicts)
      if (verdict.outcome === 'not-run' || verdict.outcome === 'unsupported' || verdict.outcome === 'inconclusive')
        expect(verdict.reason, verdict.id).toBeDefined()
    for (const { claim, sentence } of notJudged) expect(sentence, claim).not.toBe('')
  })

  test('puts every VM back as it was found', () => {
    for (const { id, safety, cleanup } of reportIn(baseline).scenarios)
      expect(cleanup, id).toMatchObject({ outcome: safety === 'reads' ? 'not-needed' : 'restored', leftovers: [] })
  })
})

describe('the same seed', () => {
  test.each([
    ['shuffled with four workers', ['--shuffle', '--workers', '4']],
    ['with one worker', ['--workers', '1']],
  ] as const)('%s gives the same report to the byte', async (_title, flags) => {
    const folder = newFolder()
    await snapcheck(['run', '--seed', '1', ...flags, '--output', folder])
    expect(withoutWallTime(folder)).toBe(withoutWallTime(baseline))
  })

  test('another seed gives other identities', async () => {
    const folder = newFolder()
    await snapcheck(['run', 'visibility.one', '--seed', '2', '--output', folder])
    const ids = new Set(reportIn(baseline).verdicts.map((verdict) => verdict.checkpoint))
    const made = reportIn(folder).scenarios.flatMap(({ steps }) =>
      steps.flatMap((step) => (step.kind === 'act' && step.checkpoint !== null ? [step.checkpoint] : [])),
    )
    expect(made.length).toBeGreaterThan(0)
    for (const id of made) expect(ids.has(id)).toBe(false)
  })
})

describe('a lab with a defect', () => {
  // All faults are held in process, by .ci/mutants; these three go through the command line as a user's would.
  test.each(['comment-truncated', 'parent-lost', 'hidden-checkpoint'])(
    '%s turns exactly the cells that it declares, and gives exit 1',
    async (id) => {
      const folder = newFolder()
      const { code } = await snapcheck(['run', '--lab-fault', id, '--output', folder])
      expect(code).toBe(1)
      const declared = declaredCells(faultCatalogue[faultId(id)])
      const turned = turnedVerdicts(reportIn(baseline), reportIn(folder))
      expect(turned.filter((verdict) => !isImplied(verdict, declared)).map(({ id }) => id)).toEqual([])
      expect(
        missingFrom(
          turned.map(({ cell }) => cell),
          declared,
        ),
      ).toEqual([])
    },
  )

  test.each(['host-unreachable', 'vmm-unreachable'])('%s could not be judged: exit 3, with the endpoint named', async (fault) => {
    const folder = newFolder()
    const { code, stdout } = await snapcheck(['run', 'visibility.one', '--lab-fault', fault, '--output', folder])
    expect(code).toBe(3)
    expect(reportIn(folder).problems[0]).toMatchObject({ code: 'SNAPCHECK_UNREACHABLE' })
    expect(stdout).toContain('SNAPCHECK_UNREACHABLE')
  })
})

function judged(report: Report): readonly ReportVerdict[] {
  return report.verdicts.filter(({ outcome }) => outcome === 'conforms' || outcome === 'deviates' || outcome === 'violates')
}

function turnedVerdicts(before: Report, after: Report): readonly (Omit<ReportVerdict, 'reason'> & { readonly reason: string | null })[] {
  const outcomes = new Map(before.verdicts.map(({ id, outcome }) => [id, outcome]))
  return after.verdicts
    .filter(({ id, outcome }) => isWorse(outcome, outcomes.get(id) ?? 'conforms'))
    .map((verdict) => ({ ...verdict, reason: verdict.reason?.code ?? null }))
}
