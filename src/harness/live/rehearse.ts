import type { InterfaceId } from '../../checkpoint/interface-id.ts'
import type { MeasurementName } from '../../checkpoint/measurement.ts'
import type { Act } from '../../judgement/observation.ts'
import { expectationOf } from '../story/expectation.ts'
import { isChanging } from '../story/measure.ts'
import type { KeptTelling } from '../story/result.ts'
import type { Assigned } from './assign.ts'
import { labelOf, type VmTarget } from './target.ts'

/** One change that a run would make. */
export interface PlannedChange {
  readonly scenario: string
  readonly vm: string
  /** The endpoint by its label. */
  readonly endpoint: string
  readonly through: InterfaceId
  readonly action: Act['action'] | `probe ${MeasurementName}`
  readonly title: string
  readonly intended: Act['intended']
}

/** Reports never call anything a change that only the lab can do. */
const isChange = ({ action, result }: Act): boolean => action !== 'inside' && result !== 'unsupported'

/**
 * Every change of the assigned scenarios, in order, cleaning up included. They were told in the lab, which nobody has to
 * fear: a live product may refuse what the lab did, but a scenario asks for nothing else.
 */
export function plannedChanges(
  { assignments }: Assigned,
  targets: readonly VmTarget[],
  rehearsed: readonly KeptTelling[],
): readonly PlannedChange[] {
  return assignments.flatMap(({ scenario, creator, target: index }) => {
    const target = targets[index]!
    const telling = rehearsed.find((one) => one.key === `${scenario}/${creator}`)
    if (telling === undefined) return []
    const planned = (through: InterfaceId, action: PlannedChange['action'], title: string, intended: Act['intended']): PlannedChange => ({
      scenario,
      vm: target.vm,
      endpoint: labelOf(target, through),
      through,
      action,
      title,
      intended: withoutMark(intended),
    })
    const { acts, measurements = [] } = telling.story
    const told = [
      ...acts.filter(isChange).map((act) => ({ stage: act.stage, change: planned(act.interface, act.action, act.title, act.intended) })),
      ...measurements
        .filter(({ name }) => isChanging(name))
        .map((one) => ({ stage: one.stage, change: planned(one.interface, `probe ${one.name}`, one.title, {}) })),
    ].toSorted((one, other) => one.stage - other.stage)
    const left = [...expectationOf(acts).present.values()].map((name) =>
      planned(creator, 'remove', 'clean up', name === undefined ? {} : { name }),
    )
    return [...told.map(({ change }) => change), ...left]
  })
}

export function createsIn(changes: readonly PlannedChange[]): number {
  return changes.filter(({ action }) => action === 'create').length
}

/** The mark of a run is made up when it begins, so that nobody can know it before. */
function withoutMark(intended: Act['intended']): Act['intended'] {
  const replaced = Object.entries(intended).map(([key, value]) => [
    key,
    typeof value === 'string' ? value.replace(/\[snapcheck [0-9a-f]+\]/g, '[snapcheck …]') : value,
  ])
  return Object.fromEntries(replaced) as Act['intended']
}
