import type { InterfaceId } from '../checkpoint/interface-id.ts'
import { SnapcheckError } from '../foundation/errors.ts'
import type { Scenario, ScenarioDefinition } from './definition.ts'

export interface Selection {
  /** Ids, or beginnings of ids, or globs with `*`; none selects all. */
  readonly filters: readonly string[]
  readonly claims: readonly string[]
  readonly creators: readonly InterfaceId[]
  readonly profile: ScenarioDefinition['profile']
}

/** The keys `<scenario>/<creator>` that a selection leaves. @throws SNAPCHECK_EMPTY_SELECTION */
export function selectKeys(scenarios: readonly Scenario[], selection: Selection): readonly string[] {
  const chosen = selectScenarios(scenarios, selection)
  const keys = chosen.flatMap(({ definition }) =>
    creatorsOf(definition, selection.creators).map((creator) => `${definition.id}/${creator}`),
  )
  if (keys.length > 0) return keys
  throw new SnapcheckError('SNAPCHECK_EMPTY_SELECTION', 'No scenario is left to run.', {
    observed: [...selection.filters, ...selection.claims].join(' ') || 'nothing selected',
    expected: `one of ${scenarios.length} scenarios, such as ${scenarios[0]?.definition.id ?? 'none'}`,
    next: 'snapcheck list',
  })
}

/** The scenarios that a selection leaves, whoever can create; none is no error here. */
export function selectScenarios(scenarios: readonly Scenario[], selection: Selection): readonly Scenario[] {
  return scenarios.filter(({ definition }) => isSelected(definition, selection))
}

/** Those of the given interfaces with which a scenario is told. */
export function creatorsOf({ creators }: Pick<ScenarioDefinition, 'creators'>, given: readonly InterfaceId[]): readonly InterfaceId[] {
  return given.filter((creator) => creators?.includes(creator) !== false)
}

function isSelected(definition: ScenarioDefinition, { filters, claims, profile }: Selection): boolean {
  const inProfile = profile === 'full' || definition.profile === 'core'
  const byId = filters.length === 0 || filters.some((filter) => matcher(filter).test(definition.id))
  const byClaim = claims.length === 0 || claims.some((claim) => definition.claims.includes(claim))
  return inProfile && byId && byClaim
}

function matcher(filter: string): RegExp {
  const pattern = filter.replace(/[.+?^${}()|[\]\\]/g, String.raw`\$&`).replaceAll('*', '.*')
  return new RegExp(`^${pattern}${filter.includes('*') ? '$' : String.raw`(?:$|\.)`}`)
}
