import { faultCatalogue, faultIds, type FaultId } from '../../src/lab/faults/catalogue.ts'
import { declaredCells, isDeclared } from './declared.ts'
import type { Judged, JudgedVerdict, Suites } from './judged.ts'

/** The mutants: a fault of the transport leaves nothing to see. */
export const corruptingFaults = faultIds.filter((id) => faultCatalogue[id].kind === 'corruption')

/** Which tellings a fault is told with: those that can notice it, or all, which shows what else it turns. */
export type Scope = 'touching' | 'all'

/** One telling that is to come again, this time with a fault. */
export interface Planned {
  readonly fault: FaultId
  readonly before: Judged
}

/** The verdicts of a telling on claims that its scenario sets out to test; all others fall out on the way. */
export function ownVerdicts({ task, verdicts }: Judged, { claims }: Suites): readonly JudgedVerdict[] {
  const own = new Set(claims.get(task.scenario))
  return verdicts.filter(({ claim }) => own.has(claim))
}

/** Only a scenario of which a declared cell is the matter, and where nothing is wrong, can notice that something is. */
export function plannedFor(fault: FaultId, baseline: readonly Judged[], suites: Suites, scope: Scope): readonly Planned[] {
  const declared = declaredCells(faultCatalogue[fault])
  const touches = (judged: Judged): boolean =>
    ownVerdicts(judged, suites).some(({ cell, outcome }) => outcome === 'conforms' && isDeclared(cell, declared))
  return baseline.filter((judged) => scope === 'all' || touches(judged)).map((before) => ({ fault, before }))
}
