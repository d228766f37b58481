import { faultCatalogue, faultIds, type FaultId } from '../../src/lab/faults/catalogue.ts'
import { declaredCells, isDeclared } from './declared.ts'
import type { Judged, JudgedVerdict, Suites } from './judged.ts'

/** The mutants: a fault of the transport leaves nothing to see. */
export const corruptingFaults = faultIds.filter((id) => faultCatalogue[id].kind === 'corruption')

/** Which tellings a fault is told with: those that can notice it, or all, which shows what else it turns. */
export type Scope = 'touching' | 'all'

/** The verdicts of a telling on claims that its scenario sets out to test; all others fall out on the way. */
export function ownVerdicts({ task, verdicts }: Judged, { claims }: Suites): readonly JudgedVerdict[] {
  const own = new Set(claims.get(task.scenario))
  return verdicts.filter(({ claim }) => own.has(claim))
}

/** Only a scenario of which a declared cell is the matter, and where nothing is wrong, can notice that something is. */
export function toldWith(fault: FaultId, baseline: readonly Judged[], suites: Suites, scope: Scope): readonly Judged[] {
  if (scope === 'all') return baseline
  const declared = declaredCells(faultCatalogue[fault])
  return baseline.filter((judged) =>
    ownVerdicts(judged, suites).some(({ cell, outcome }) => outcome === 'conforms' && isDeclared(cell, declared)),
  )
}
