import type { FaultId } from '../../src/lab/faults/catalogue.ts'
import type { Judged, Suites } from './judged.ts'
import { distinct, faultLine, type FaultLine } from './line.ts'
import { ownVerdicts, type Scope } from './plan.ts'
import type { Pool } from './pool.ts'
import { tellFaults } from './telling.ts'
import { cellName } from './turns.ts'

/** What the scenarios notice of the faults that corrupt what a user would see. */
export interface MutantTable {
  readonly faults: readonly FaultLine[]
  readonly scenarios: readonly ScenarioLine[]
  /** What conforms on a lab without faults; teeth are wanted for all of it. */
  readonly judged: { readonly verdicts: number; readonly cells: readonly string[]; readonly claims: readonly string[] }
  /** What must not be on a lab without faults, as `cell: claim outcome in scenario`; nothing can be told apart from it. */
  readonly unclean: readonly string[]
  /** Tellings in all, those without a fault included. */
  readonly tellings: number
}

/** A scenario and what it sets out to test, as far as that conforms on a lab without faults. */
export interface ScenarioLine {
  readonly scenario: string
  readonly claims: readonly string[]
}

/** Tells everything once without a fault, and for each fault what can notice it. */
export async function mutantTable(pool: Pool, faults: readonly FaultId[], scope: Scope = 'touching'): Promise<MutantTable> {
  const { suites } = pool
  const baseline = await pool.run(suites.tellings.map((telling) => ({ ...telling, fault: null })))
  const told = Map.groupBy(await tellFaults(pool, baseline, faults, scope), ({ fault }) => fault)
  return {
    faults: faults.map((fault) => faultLine(fault, told.get(fault) ?? [], suites)),
    scenarios: scenarioLines(baseline, suites),
    judged: {
      verdicts: baseline.reduce((sum, { verdicts }) => sum + verdicts.length, 0),
      cells: distinct(conforming(baseline).map(({ cell }) => cellName(cell))),
      claims: distinct(conforming(baseline).map(({ claim }) => claim)),
    },
    unclean: distinct(baseline.flatMap(unclean)),
    tellings: baseline.length + [...told.values()].flat().length,
  }
}

function scenarioLines(baseline: readonly Judged[], suites: Suites): readonly ScenarioLine[] {
  return [...Map.groupBy(baseline, ({ task }) => task.scenario)].map(([scenario, tellings]) => ({
    scenario,
    claims: distinct(
      tellings
        .flatMap((telling) => ownVerdicts(telling, suites))
        .filter(({ outcome }) => outcome === 'conforms')
        .map(({ claim }) => claim),
    ),
  }))
}

function conforming(baseline: readonly Judged[]): Judged['verdicts'] {
  return baseline.flatMap(({ verdicts }) => verdicts.filter(({ outcome }) => outcome === 'conforms'))
}

function unclean({ task, verdicts, problems }: Judged): readonly string[] {
  return [
    ...verdicts
      .filter(({ outcome }) => outcome === 'violates' || outcome === 'error')
      .map(({ cell, claim, outcome }) => `${cellName(cell)}: ${claim} ${outcome} in ${task.scenario}`),
    ...problems.map((code) => `${code} in ${task.scenario}, created through ${task.creator}`),
  ]
}
