import { expect, test } from 'vitest'
import { buildReport } from '../model/build/build.ts'
import { sample } from '../testing/sample.ts'
import { plain, value } from './escape.ts'
import { summaryMarkdown } from './summary.ts'

const damaged = buildReport(sample({ damaged: true }).input)

test('the headline says the conclusion and who answered', () => {
  const lines = summaryMarkdown(damaged).split('\n')
  expect(lines[0]).toBe('## ❌ snapcheck: Non-conforming [simulator]')
  expect(lines[2]).toBe(
    '**5 of 105 verdicts violate a documented must.** This run was answered by the built-in simulator: it proves the harness, nothing about the products.',
  )
})

test('the table counts per observer with denominators', () => {
  expect(summaryMarkdown(damaged)).toContain('| SCVMM (SPF) | 28 | 2 | 5 | 0 | 2 | 0 | 14 | 51 |')
})

test('at most ten findings are listed, violations first, and the rest is counted', () => {
  const scenario = damaged.scenarios[0]!
  const [model] = damaged.verdicts.filter((verdict) => verdict.outcome === 'violates')
  const verdicts = damaged.claims.flatMap((claim) =>
    (['name', 'order'] as const).map((property) => ({
      ...model!,
      id: `${claim.id} ${property}`,
      scenario: scenario.id,
      claim: claim.id,
      cell: { ...model!.cell, property },
    })),
  )
  const lines = summaryMarkdown({ ...damaged, verdicts }).split('\n')
  expect(lines.filter((line) => line.startsWith('- ✗ **violates**'))).toHaveLength(10)
  expect(lines).toContain(`- and ${verdicts.length - 10} more`)
})

test('what was not judged stands there with reason and denominator, and how to get it again', () => {
  const text = summaryMarkdown(damaged)
  expect(text).toContain('- 3 of 105 verdicts not-run (needs-an-eye): Only a person at a window can see this.')
  expect(text).toContain('- 1 of 18 claims, no-interface: No configured interface reaches a cluster.')
  expect(text).toContain('```sh\nsnapcheck run --source lab --seed 1\n```')
})

test('what was not put back and what somebody else did stand there', () => {
  const lines = summaryMarkdown(buildReport(sample({ disturbed: true }).input)).split('\n')
  expect(lines[2]).toContain('In 1 of 6 scenarios somebody else changed the VM meanwhile.')
  expect(lines).toContain('### Not as it was found, or changed by somebody else (1)')
  const line = lines.find((one) => one.startsWith('- visibility.several/hyperv-wmi: '))
  expect(line).toMatch(
    /appeared, which this run did not make\. Shown by Hyper-V \(WMI\), from step 4 on\. Clean-up left-behind: 1 made here left/,
  )
  expect(line).toMatch(/Still there: [0-9A-F-]{36}, It carries .* Different: /)
  expect(summaryMarkdown(damaged)).not.toContain('Not as it was found')
})

test('text of a product can neither become markup nor break the line', () => {
  expect(plain('a|b\n<img src=x> `code` *x*')).toBe('a\\|b⏎\\<img src=x\\> \\`code\\` \\*x\\*')
  expect(value('with ``` and \n')).toBe('```` "with ``` and ⏎" ````')
})
