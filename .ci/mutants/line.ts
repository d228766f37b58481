import type { Outcome } from '../../src/judgement/outcome.ts'
import type { Cell } from '../../src/judgement/verdict.ts'
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
  /** Declared cells that got worse, and those in which only an open question was answered otherwise. */
  readonly turned: readonly string[]
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

export function faultLine(fault: FaultId, pairs: readonly Told[], suites: Suites): FaultLine {
  const declared = declaredCells(faultCatalogue[fault])
  const tellings = pairs.map((pair) => ({ task: pair.after.task, turns: turnsOf(pair), answers: otherAnswers(pair) }))
  const turns = tellings.flatMap((telling) => telling.turns)
  const expected = turns.filter(({ cell }) => isDeclared(cell, declared))
  const turned = distinct(expected.map(({ cell }) => cellName(cell)))
  const answered = tellings.flatMap(({ answers }) => answers)
  const recorded = missingFrom(turned, declared).filter((cell) => answered.includes(cell))
  return {
    fault,
    fields: tellings.map(({ task, turns: own }) => fieldOf(task, own, declared, suites)),
    turned,
    recorded,
    silent: missingFrom([...turned, ...recorded], declared),
    stray: distinct(turns.filter((turn) => !isImplied(turn, declared)).map(describe)),
    claims: distinct(expected.map(({ claim }) => claim)),
    problems: distinct(pairs.flatMap(({ after }) => after.problems)),
  }
}

function fieldOf({ scenario, creator }: ToTell, turns: readonly Turn[], declared: readonly Cell[], { claims }: Suites): Field {
  const own = turns.filter(({ cell, claim }) => isDeclared(cell, declared) && claims.get(scenario)?.includes(claim))
  return {
    scenario,
    creator,
    claims: distinct(own.map(({ claim }) => claim)),
    noticed: own.length === 0 ? null : worstOf(own.map(({ outcome }) => outcome)),
  }
}

function describe({ cell, claim, outcome, scenario }: Turn): string {
  return `${cellName(cell)}: ${claim} ${outcome} in ${scenario}`
}

export function distinct(texts: readonly string[]): readonly string[] {
  return [...new Set(texts)].toSorted()
}
