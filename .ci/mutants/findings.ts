import type { FaultLine } from './line.ts'
import type { MutantTable, ScenarioLine } from './table.ts'

/** Everything that must not be: an empty list holds that faults, scenarios and declarations fit. */
export function findingsIn(table: MutantTable): readonly string[] {
  return [
    ...table.unclean.map((what) => `Without a fault: ${what}.`),
    ...table.faults.flatMap(aboutFault),
    ...emptyScenarios(table).map((id) => `Scenario ${id} notices no fault: it is empty, or a fault is missing for what it tests.`),
  ]
}

function aboutFault({ fault, turned, silent, stray }: FaultLine): readonly string[] {
  return [
    ...(turned.length === 0 ? [`Fault ${fault} is noticed by no scenario.`] : []),
    ...silent.map((cell) => `Fault ${fault} declares ${cell}, and nothing turns there.`),
    ...stray.map((what) => `Fault ${fault} turns what it does not declare: ${what}.`),
  ]
}

export interface ScenarioCount extends ScenarioLine {
  /** Faults that it noticed, of those that it was told with. */
  readonly noticed: number
  readonly told: number
  /** Those of its own claims that no fault turned in it. */
  readonly untested: readonly string[]
}

export function scenarioCounts({ scenarios, faults }: MutantTable): readonly ScenarioCount[] {
  return scenarios.map(({ scenario, claims }) => {
    const lines = faults.map(({ fields }) => fields.filter((field) => field.scenario === scenario)).filter((fields) => fields.length > 0)
    const turned = new Set(lines.flat().flatMap((field) => field.claims))
    return {
      scenario,
      claims,
      told: lines.length,
      noticed: lines.filter((fields) => fields.some(({ noticed }) => noticed !== null)).length,
      untested: claims.filter((claim) => !turned.has(claim)),
    }
  })
}

function emptyScenarios(table: MutantTable): readonly string[] {
  return scenarioCounts(table)
    .filter(({ noticed }) => noticed === 0)
    .map(({ scenario }) => scenario)
}

/** What is judged on a lab without faults and turned by none: nothing proves that it could be noticed. */
export function unreached({ judged, faults }: MutantTable): { readonly cells: readonly string[]; readonly claims: readonly string[] } {
  const cells = new Set(faults.flatMap(({ turned }) => turned))
  const claims = new Set(faults.flatMap((line) => line.claims))
  return { cells: judged.cells.filter((cell) => !cells.has(cell)), claims: judged.claims.filter((claim) => !claims.has(claim)) }
}
