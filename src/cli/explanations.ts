import { normalisations } from '../checkpoint/normalise.ts'
import { errorCodes } from '../foundation/error-codes.ts'
import { collectScenarios, suiteName, type CollectedScenario } from '../harness/collect.ts'
import { loadRegister } from '../harness/register-files.ts'
import type { SuiteGlobs } from '../harness/suites/find.ts'
import { outcomes, reasons } from '../judgement/outcome.ts'
import { rules } from '../judgement/rules/index.ts'
import { faultCatalogue } from '../lab/faults/catalogue.ts'
import { claimRows } from './claim-rows.ts'

export interface Explanation {
  readonly topic: string
  readonly kind: string
  readonly title: string
  /** Label and text, in the order of printing. */
  readonly facts: readonly (readonly [string, string])[]
}

/** Everything that has a name, by that name in lower case; the user's own scenarios too where it is said where they are. */
export async function explanations(own?: SuiteGlobs): Promise<ReadonlyMap<string, Explanation>> {
  const scenarios = await collectScenarios(own)
  const all: readonly Explanation[] = [
    ...claimRows(scenarios, loadRegister(), rules).map(explainClaim),
    ...scenarios.map(explainScenario),
    ...Object.entries(outcomes).map(([id, meaning]) => explanation(id, 'outcome', meaning)),
    ...Object.entries(reasons).map(([id, meaning]) => explanation(id, 'reason', meaning)),
    ...Object.entries(normalisations).map(([id, meaning]) => explanation(id, 'normalisation rule', meaning)),
    ...Object.entries(errorCodes).map(([id, { meaning, remedy, exit }]) =>
      explanation(id, 'error code', meaning, [
        ['What helps', remedy],
        ['Exit code', String(exit)],
      ]),
    ),
    ...Object.entries(faultCatalogue).map(([id, { title, meaning, kind }]) =>
      explanation(id, `lab fault, ${kind}`, title, [['What the lab does', meaning]]),
    ),
  ]
  return new Map(all.map((entry) => [entry.topic.toLowerCase(), entry]))
}

export function kindsOfTopics(all: ReadonlyMap<string, Explanation>): readonly (readonly string[])[] {
  const kinds = Map.groupBy(all.values(), ({ kind }) => kind.split(',')[0]!)
  return [...kinds].map(([kind, entries]) => [
    kind,
    String(entries.length),
    entries
      .slice(0, 3)
      .map(({ topic }) => topic)
      .join(', '),
  ])
}

function explanation(topic: string, kind: string, title: string, facts: Explanation['facts'] = []): Explanation {
  return { topic, kind, title, facts }
}

function explainScenario(scenario: CollectedScenario): Explanation {
  const { id, title, claims, safety, radius, profile } = scenario.definition
  return explanation(id, 'scenario', title, [
    ['Claims', claims.join(', ') || 'none'],
    ['Safety and reach', `${safety}, ${radius}`],
    ['Profile', profile],
    ['Suite', suiteName(scenario)],
  ])
}

function explainClaim(claim: ReturnType<typeof claimRows>[number]): Explanation {
  return explanation(claim.id, `claim, ${claim.level}, ${claim.basis}`, claim.statement, [
    ['Source', `${claim.source.title}; ${claim.source.ref}`],
    ['How it is checked', claim.check],
    ['Applies to', claim.versions],
    ['Interfaces', claim.interfaces.join(', ')],
    [
      'Scenarios',
      claim.scenarios.join(', ') || (claim.reason === undefined ? 'none' : `none: ${claim.reason.sentence} (${claim.reason.code})`),
    ],
    ...(claim.note === undefined ? [] : [['Note', claim.note] as const]),
  ])
}
