import { disturbanceSentence } from '../../judgement/environment.ts'
import { isUnclean } from '../model/build/summary.ts'
import type { Report, ReportDisturbance, ReportScenario } from '../model/report.ts'
import { interfaceName } from './labels.ts'

/** A scenario whose VM is not as it was found, or was changed by somebody else meanwhile. */
export interface Unsettled {
  readonly scenario: string
  /** One for each change, then what the clean-up says. */
  readonly sentences: readonly string[]
}

export function unsettledOf({ scenarios }: Pick<Report, 'scenarios'>): readonly Unsettled[] {
  return scenarios.filter(isUnsettled).map((scenario) => ({
    scenario: scenario.id,
    sentences: [...(scenario.disturbances ?? []).map(disturbanceLine), ...(isUnclean(scenario) ? cleanupLines(scenario) : [])],
  }))
}

function isUnsettled(scenario: Pick<ReportScenario, 'cleanup' | 'disturbances'>): boolean {
  return isUnclean(scenario) || (scenario.disturbances ?? []).length > 0
}

function disturbanceLine(change: ReportDisturbance): string {
  return `${disturbanceSentence(change)} Shown by ${interfaceName(change.interface)}, from step ${change.from + 1} on.`
}

function cleanupLines({ cleanup: { outcome, sentence, leftovers, differences = [] } }: Pick<ReportScenario, 'cleanup'>): readonly string[] {
  return [
    `Clean-up ${outcome}: ${sentence}`,
    ...leftovers.map(({ checkpoint, why }) => `Still there: ${checkpoint}, ${why}`),
    ...differences.map((difference) => `Different: ${difference}`),
  ]
}
