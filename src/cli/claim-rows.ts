import type { Scenario } from '../harness/definition.ts'
import type { Claim } from '../judgement/claim.ts'
import type { Register } from '../judgement/register.ts'
import type { Rule } from '../judgement/rule.ts'

/** What judges a claim: scenarios that set out to, files that inspect reads, or nothing yet, with the reason. */
export interface ClaimRow extends Claim {
  readonly scenarios: readonly string[]
  readonly judgedByRule: boolean
  readonly reason?: { readonly code: string; readonly sentence: string }
}

export function claimRows(scenarios: readonly Scenario[], register: Register, rules: readonly Rule[]): readonly ClaimRow[] {
  const withRule = new Set(rules.map((rule) => rule.claim))
  return [...register.claims.values()].map((claim) => {
    const testing = scenarios.filter(({ definition }) => definition.claims.includes(claim.id)).map(({ definition }) => definition.id)
    const row = { ...claim, scenarios: testing, judgedByRule: withRule.has(claim.id) }
    return testing.length > 0 ? row : { ...row, reason: reasonFor(claim.id, register, withRule) }
  })
}

function reasonFor(claim: string, register: Register, withRule: ReadonlySet<string>): { readonly code: string; readonly sentence: string } {
  const known = register.unjudged.get(claim)
  if (known !== undefined) return { code: known.code, sentence: known.sentence }
  return withRule.has(claim)
    ? {
        code: 'by-observation',
        sentence: 'No scenario of its own: its rule judges it wherever a story or an inspected file shows what it needs.',
      }
    : { code: 'no-rule', sentence: 'Nothing judges it.' }
}
