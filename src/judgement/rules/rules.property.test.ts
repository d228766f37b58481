import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { canonicalJson, type Json } from '../../foundation/json.ts'
import type { Story } from '../observation.ts'
import { outcomeOrder, worstOutcome } from '../outcome.ts'
import { judge, outcomeOf } from '../rule.ts'
import { stories } from '../testing/arbitrary.ts'
import { cases } from '../testing/cases/index.ts'
import { register } from '../testing/register.ts'
import { guidOf } from '../testing/stories.ts'
import { rules } from './index.ts'

const verdictsOf = (story: Story): readonly string[] =>
  judge(story, rules, register.claims)
    .map((verdict) => canonicalJson(verdict as unknown as Json))
    .toSorted()
const known = (story: Story): ReadonlySet<string> =>
  new Set([
    ...story.acts.map(({ id }) => id),
    ...(story.measurements ?? []).map(({ id }) => id),
    ...story.views.flatMap((view) => [
      view.id,
      ...Object.values(view.observations).map(({ id }) => id),
      ...view.checkpoints.flatMap((row) => Object.values(row.observations).map(({ id }) => id)),
    ]),
  ])

describe('any story', () => {
  it('is judged without a throw, each verdict with its own id, resting on what is in the story', () => {
    fc.assert(
      fc.property(stories, (story) => {
        const verdicts = judge(story, rules, register.claims)
        const ids = verdicts.map(({ id }) => id)
        expect(ids.filter((id, index) => ids.indexOf(id) !== index)).toEqual([])
        const all = known(story)
        for (const verdict of verdicts) {
          expect(verdict.rests.length).toBeGreaterThan(0)
          expect(verdict.rests.filter((rest) => !all.has(rest))).toEqual([])
          if (verdict.outcome !== 'conforms') expect(verdict.reason, verdict.id).toBeDefined()
        }
      }),
      { numRuns: 500 },
    )
  })

  it('is judged the same whatever the order in which its looks were written down', () => {
    fc.assert(
      fc.property(stories, fc.infiniteStream(fc.nat()), (story, keys) => {
        const shuffled = story.views
          .map((view) => ({ view, key: keys.next().value! }))
          .toSorted((x, y) => x.key - y.key)
          .map(({ view }) => view)
        expect(verdictsOf({ ...story, views: shuffled })).toEqual(verdictsOf(story))
      }),
      { numRuns: 200 },
    )
  })

  it('is judged the same with looks at an unrelated VM among its own', () => {
    fc.assert(
      fc.property(fc.constantFrom(...cases), stories, ([, , , , story], { views }) => {
        const elsewhere = views
          .filter((view) => view.interface === 'hyperv-wmi')
          .map((view) => ({ ...view, vm: guidOf('elsewhere'), id: `elsewhere/${view.id}` }))
        fc.pre(story.acts.length > 0)
        const own = verdictsOf(story)
        const mixed = verdictsOf({ ...story, views: [...elsewhere, ...story.views] })
        expect(own.filter((verdict) => !mixed.includes(verdict))).toEqual([])
      }),
      { numRuns: 200 },
    )
  })
})

describe('outcomes', () => {
  const outcomes = fc.array(fc.constantFrom(...outcomeOrder), { minLength: 1 })

  it('of a group are its worst, whatever their order', () => {
    fc.assert(
      fc.property(outcomes, outcomes, (left, right) => {
        const worst = worstOutcome([...left, ...right])
        expect(worst).toBe(worstOutcome([...right, ...left]))
        expect(worst).toBe(worstOutcome([worstOutcome(left)!, worstOutcome(right)!]))
        expect([...left, ...right]).toContain(worst)
      }),
    )
    expect(worstOutcome([])).toBeUndefined()
  })

  it('are violates only for a documented must', () => {
    for (const claim of register.claims.values()) {
      expect(outcomeOf('unmet', claim)).toBe(claim.level === 'must' && claim.basis === 'documented' ? 'violates' : 'deviates')
      expect(outcomeOf('met', claim)).toBe('conforms')
    }
  })
})
