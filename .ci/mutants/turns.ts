import { outcomeOrder, type Outcome } from '../../src/judgement/outcome.ts'
import type { Cell } from '../../src/judgement/verdict.ts'
import type { Judged, JudgedVerdict } from './judged.ts'

/** A verdict that is worse on a lab with a fault than on one without. */
export interface Turn extends Pick<JudgedVerdict, 'claim' | 'cell' | 'outcome' | 'reason'> {
  readonly scenario: string
}

/** One telling without a fault and with it. */
export interface Told {
  readonly before: Judged
  readonly after: Judged
}

export function cellName({ creator, observer, property }: Cell): string {
  return `${creator} → ${observer} ${property}`
}

export function isWorse(outcome: Outcome, than: Outcome): boolean {
  return outcomeOrder.indexOf(outcome) > outcomeOrder.indexOf(than)
}

export function worstOf(outcomes: readonly Outcome[]): Outcome {
  return outcomes.reduce((worst, outcome) => (isWorse(outcome, worst) ? outcome : worst), 'conforms')
}

/**
 * A fault may let further rules speak, or the same rule about another observation: a verdict that was not there before
 * counts as if it had conformed.
 */
export function turnsOf({ before, after }: Told): readonly Turn[] {
  const outcomes = Map.groupBy(before.verdicts, ({ id }) => id)
  const was = (id: string): Outcome => worstOf((outcomes.get(id) ?? []).map(({ outcome }) => outcome))
  return after.verdicts
    .filter(({ id, outcome }) => isWorse(outcome, was(id)))
    .map(({ claim, cell, outcome, reason }) => ({ claim, cell, outcome, reason, scenario: after.task.scenario }))
}

/** The cells in which an open question was answered otherwise. It requires nothing, so that it can only be recorded. */
export function otherAnswers({ before, after }: Told): readonly Cell[] {
  const answers = new Map(before.verdicts.map(({ id, finding }) => [id, finding]))
  return after.verdicts.filter(({ id, finding }) => answers.has(id) && answers.get(id) !== finding).map(({ cell }) => cell)
}
