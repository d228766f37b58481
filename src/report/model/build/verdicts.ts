import type { Verdict } from '../../../judgement/verdict.ts'
import { vias, type Origin, type Via } from '../../../checkpoint/interface-id.ts'
import type { ReportScenario, ReportVerdict, ReportView } from '../report.ts'
import { leastOrigin } from './origin.ts'

interface Answered {
  readonly via: Via
  readonly origin: Origin
}

/** Adds to each verdict of one scenario how its observations came and who answered; acts answer as their participant did. */
export function reportVerdicts(
  verdicts: readonly Verdict[],
  scenario: ReportScenario,
  answers: ReadonlyMap<string, Answered>,
): readonly ReportVerdict[] {
  const views = scenario.steps.filter((step): step is ReportView => step.kind === 'view')
  return verdicts.map((verdict) => {
    const rested = verdict.rests.map((id) => answers.get(id)).filter((answer) => answer !== undefined)
    return reportVerdict(verdict, rested.length === 0 ? views : rested)
  })
}

function reportVerdict(verdict: Verdict, answered: readonly Answered[]): ReportVerdict {
  const { id, scenario, claim, outcome, cell, vm, checkpoint, expected, actual, reason, finding, rests } = verdict
  return {
    id,
    scenario,
    claim,
    outcome,
    cell: { creator: cell.creator, observer: cell.observer, property: cell.property },
    vm,
    checkpoint,
    expected,
    actual,
    ...(reason === undefined ? {} : { reason: { code: reason.code, sentence: reason.sentence } }),
    ...(finding === undefined ? {} : { finding }),
    rests,
    origin: leastOrigin(answered.map((answer) => answer.origin)),
    via: vias.filter((via) => answered.some((answer) => answer.via === via)),
  }
}
