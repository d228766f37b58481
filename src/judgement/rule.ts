import type { Claim } from './claim.ts'
import { heedingDisturbances } from './environment.ts'
import type { Story } from './observation.ts'
import type { Outcome } from './outcome.ts'
import type { Judgement, Verdict } from './verdict.ts'

/** The one pure function that judges a claim. It says nothing (an empty list) about a story that does not touch its claim. */
export interface Rule {
  readonly claim: string
  readonly judge: (story: Story) => readonly Judgement[]
}

/**
 * How bad it is that a requirement is not met: only a documented must can be violated; an info claim requires nothing,
 * so its answer is a finding, and `unmet` there means that a documented difference shows.
 */
export function outcomeOf(answer: Judgement['answer'], claim: Pick<Claim, 'level' | 'basis'>): Outcome {
  if (answer === 'met') return 'conforms'
  if (answer !== 'unmet') return answer
  return claim.level === 'must' && claim.basis === 'documented' ? 'violates' : 'deviates'
}

/** Applies every rule to one story, and heeds what somebody else did meanwhile. @throws where a rule names a claim that the register does not hold. */
export function judge(story: Story, rules: readonly Rule[], register: ReadonlyMap<string, Claim>): readonly Verdict[] {
  const verdicts = rules.flatMap((rule) => {
    const claim = register.get(rule.claim)
    if (claim === undefined) throw new Error(`rule for ${rule.claim}, which is not in the register`)
    return rule.judge(story).map((judgement) => toVerdict(story, claim, judgement))
  })
  return heedingDisturbances(story, verdicts)
}

function toVerdict(story: Story, claim: Claim, { answer, ...rest }: Judgement): Verdict {
  const { creator, observer, property } = rest.cell
  const subject = rest.checkpoint ?? rest.vm
  const resting = rest.rests.at(-1) ?? 'nothing'
  return {
    id: [story.scenario, claim.id, creator, observer, property, subject, resting].join('|'),
    scenario: story.scenario,
    claim: claim.id,
    outcome: outcomeOf(answer, claim),
    ...rest,
  }
}
