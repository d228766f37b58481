import { SnapcheckError } from '../foundation/errors.ts'
import type { Scenario } from './definition.ts'
import { loadRegister } from './register-files.ts'
import { resolveSelfImport } from './self-import.ts'
import { definitionCheck } from './suites/check.ts'
import { suiteFiles, type SuiteFile, type SuiteGlobs } from './suites/find.ts'
import { loadSuite, type Declaration } from './suites/load.ts'

/** A scenario and the file that declares it. */
export interface CollectedScenario extends Scenario {
  readonly suite: SuiteFile
}

/**
 * Reads the shipped suites and the user's own without running anything: every scenario with its definition, sorted by id.
 * @throws SNAPCHECK_SUITE_MISSING, SNAPCHECK_SUITE_UNLOADABLE, SNAPCHECK_SUITE_EMPTY, SNAPCHECK_SCENARIO_INVALID, SNAPCHECK_SCENARIO_TWICE
 */
export async function collectScenarios(own?: SuiteGlobs): Promise<readonly CollectedScenario[]> {
  resolveSelfImport()
  const declarations: Declaration[] = []
  for (const file of suiteFiles(own)) declarations.push(...(await loadSuite(file)))
  declarations.forEach(definitionCheck([...loadRegister().claims.keys()]))
  refuseTwins(declarations)
  return declarations
    .map(({ scenario, file }) => ({ ...scenario, suite: file }))
    .toSorted((a, b) => (a.definition.id < b.definition.id ? -1 : 1))
}

/** What a report calls the suite of a scenario: the file of an own one, the first word of the id of a shipped one. */
export function suiteName({ suite, definition }: CollectedScenario): string {
  return suite.name ?? definition.id.split('.')[0]!
}

function refuseTwins(declarations: readonly Declaration[]): void {
  for (const [id, [first, second]] of Map.groupBy(declarations, ({ scenario }) => scenario.definition.id)) {
    if (second === undefined) continue
    throw new SnapcheckError('SNAPCHECK_SCENARIO_TWICE', `Two scenarios have the id ${id}.`, {
      place: second.place,
      observed: `${id}, which is declared in ${first!.place} too`,
      expected: 'an id that no other scenario has',
      next: 'Give yours an id that begins with a word of your own; snapcheck list shows those that are taken.',
    })
  }
}
