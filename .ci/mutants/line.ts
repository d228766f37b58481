import type { Outcome } from '../../src/judgement/outcome.ts'
import { faultCatalogue, type FaultId } from '../../src/lab/faults/catalogue.ts'
import { declaredCells, isDeclared, isImplied, missingFrom } from './declared.ts'
import type { Suites, ToTell } from './judged.ts'
import { cellName, otherAnswers, turnsOf, worstOf, type Told, type Turn } from './turns.ts'

/** What one telling on a lab with the fault came to, beside the same telling without it. */
export interface Field extends ToTell {
  /** Claims of the scenario's own whose verdicts got worse in a declared cell: none means that nothing was noticed. */
  readonly claims: readonly string[]
  /** The worst of these verdicts. */
  readonly noticed: Outcome | null
}

/** One fault, over the tellings that it was told with. */
export interface FaultLine {
  readonly fault: FaultId
  readonly fields: readonly Field[]
  /** Cells that got worse, of those declared. */
  readonly turned: readonly string[]
  /** Declared cells in which only an open question was answered otherwise. */
  readonly recorded: readonly string[]
  /** Declared cells in which nothing changed at all. */
  readonly silent: readonly string[]
  /** What got worse without being declared, nor following from what is. */
  readonly stray: readonly string[]
  /** All claims whose verdicts got worse in declared cells. */
  readonly claims: readonly string[]
  /** Codes of what the harness itself ran into because of it. */
  readonly problems: readonly string[]
}

export function faultLine(fault: FaultId, tellings: readonly Told[], suites: Suites): FaultLine {
  const declared = declaredCells(faultCatalogue[fault])
  const turns = tellings.flatMap(turnsOf)
  const expected = turns.filter(({ cell }) => isDeclared(cell, declared))
  const turned = expected.map(({ cell }) => cell)
  const silent = missingFrom([...turned, ...tellings.flatMap(otherAnswers)], declared)
  return {
    fault,
    fields: tellings.map((telling) => fieldOf(fault, telling, suites)),
    turned: distinct(turned.map(cellName)),
    recorded: missingFrom(turned, declared).filter((cell) => !silent.includes(cell)),
    silent,
    stray: distinct(turns.filter((turn) => !isImplied(turn, declared)).map(described)),
    claims: distinct(expected.map(({ claim }) => claim)),
    problems: distinct(tellings.flatMap(({ after }) => after.problems)),
  }
}

/** What makes a scenario notice a fault: verdicts on its own claims that got worse in a declared cell. */
export function noticedTurns(fault: FaultId, telling: Told, { claims }: Suites): readonly Turn[] {
  const declared = declaredCells(faultCatalogue[fault])
  const own = new Set(claims.get(telling.after.task.scenario))
  return turnsOf(telling).filter(({ cell, claim }) => own.has(claim) && isDeclared(cell, declared))
}

function fieldOf(fault: FaultId, telling: Told, suites: Suites): Field {
  const { scenario, creator } = telling.after.task
  const turns = noticedTurns(fault, telling, suites)
  return {
    scenario,
    creator,
    claims: distinct(turns.map(({ claim }) => claim)),
    noticed: turns.length === 0 ? null : worstOf(turns.map(({ outcome }) => outcome)),
  }
}

function described({ cell, claim, outcome, scenario }: Turn): string {
  return `${cellName(cell)}: ${claim} ${outcome} in ${scenario}`
}

export function distinct(texts: readonly string[]): readonly string[] {
  return [...new Set(texts)].toSorted()
}
