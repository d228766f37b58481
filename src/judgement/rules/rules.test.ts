import { describe, expect, it } from 'vitest'
import type { Story } from '../observation.ts'
import type { Outcome } from '../outcome.ts'
import { judge } from '../rule.ts'
import { cases } from '../testing/cases/index.ts'
import { register } from '../testing/register.ts'
import { rules } from './index.ts'

/** The worst of a cell by how bad it is; `not-run` stands beside other verdicts of one cell, so it counts little. */
const badness: readonly Outcome[] = ['conforms', 'not-run', 'unsupported', 'deviates', 'inconclusive', 'violates', 'error']

function outcomesOf(story: Story, claim: string): readonly { cell: string; outcome: Outcome }[] {
  const verdicts = judge(story, rules, register.claims).filter((verdict) => verdict.claim === claim)
  return verdicts.map(({ cell: { creator, observer, property }, outcome }) => ({ cell: `${creator}>${observer} ${property}`, outcome }))
}

function worstIn(story: Story, claim: string, cell: string): Outcome | 'silent' {
  const outcomes = outcomesOf(story, claim)
    .filter((one) => one.cell === cell)
    .map(({ outcome }) => outcome)
  return outcomes.toSorted((x, y) => badness.indexOf(y) - badness.indexOf(x))[0] ?? 'silent'
}

describe('rules', () => {
  it.each(cases)('%s, %s: %s where %s', (claim, cell, outcome, _what, story) => {
    expect(worstIn(story, claim, cell)).toBe(outcome)
  })

  it('are each seen to be met, and each that requires something is seen not to be', () => {
    const open = new Set(['C-015', 'C-037', 'C-039', 'C-040', 'C-055', 'C-058', 'C-062', 'C-063', 'C-097', 'C-101'])
    for (const claim of new Set(rules.map((rule) => rule.claim))) {
      const outcomes = cases
        .filter(([id]) => id === claim)
        .flatMap(([, , , , story]) => outcomesOf(story, claim).map(({ outcome }) => outcome))
      expect(outcomes, claim).toContain('conforms')
      const isMissed = outcomes.some((outcome) => outcome === 'deviates' || outcome === 'violates')
      expect(isMissed, claim).toBe(!open.has(claim))
    }
  })

  it('judge only claims of the register', () => {
    expect(rules.map((rule) => rule.claim).filter((claim) => !register.claims.has(claim))).toEqual([])
  })
})
