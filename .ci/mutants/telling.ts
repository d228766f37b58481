import type { FaultId } from '../../src/lab/faults/catalogue.ts'
import type { Judged, Suites } from './judged.ts'
import { noticedTurns } from './line.ts'
import { plannedFor, type Planned, type Scope } from './plan.ts'
import type { Pool } from './pool.ts'
import type { Told } from './turns.ts'

export interface ToldWith extends Told {
  readonly fault: FaultId
}

/** Tells every fault with what can notice it: the scenarios of the core profile all, those of the full one as far as needed. */
export async function tellFaults(
  { suites, run }: Pool,
  baseline: readonly Judged[],
  faults: readonly FaultId[],
  scope: Scope,
): Promise<readonly ToldWith[]> {
  const tell = async (some: readonly Planned[]): Promise<readonly ToldWith[]> => {
    const after = await run(some.map(({ fault, before }) => ({ ...before.task, fault })))
    return some.map((planned, index) => ({ ...planned, after: after[index]! }))
  }
  const isLong = ({ before }: Planned): boolean => scope === 'touching' && suites.long.has(before.task.scenario)
  const planned = faults.flatMap((fault) => plannedFor(fault, baseline, suites, scope))
  const told = [...(await tell(planned.filter((each) => !isLong(each))))]
  for (const tellings of Map.groupBy(planned.filter(isLong), ({ before, fault }) => `${before.task.scenario} ${fault}`).values())
    if (isNeeded(tellings[0]!, told, suites)) told.push(...(await tell(tellings)))
  return told
}

/** A long scenario is told with one fault after the other until it notices one, and with each that nobody else notices. */
function isNeeded({ fault, before }: Planned, told: readonly ToldWith[], suites: Suites): boolean {
  const noticed = told.filter((each) => noticedTurns(each.fault, each, suites).length > 0)
  const isKnown = noticed.some((each) => each.fault === fault)
  const isProven = noticed.some(({ after }) => after.task.scenario === before.task.scenario)
  return !isKnown || !isProven
}
