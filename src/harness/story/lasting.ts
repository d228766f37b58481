import type { MeasurementName } from '../../checkpoint/measurement.ts'
import type { Act, Measurement, Story } from '../../judgement/observation.ts'
import { nothingSent } from './nothing-sent.ts'

/** What a restore throws away is gone for good, and a VM that was stopped has lost what it ran: no clean-up takes that back. */
const effects: Readonly<Partial<Record<Act['action'], (intended: Act['intended']) => string>>> = {
  restore: () => 'the state of the VM before it is gone',
  'set-vm-state': ({ vmState }) => `the VM was set to ${vmState}`,
  'set-checkpoint-type': ({ checkpointType }) => `its checkpoint type was set to ${checkpointType}`,
  'set-vm-notes': () => "the VM's own notes were replaced",
}

/** One sentence; undefined for an act that clean-up takes back, or that changes nothing. */
export function lastingEffect({ action, intended, title }: Pick<Act, 'action' | 'intended' | 'title'>): string | undefined {
  const effect = effects[action]?.(intended)
  return effect && `${title}: ${effect}.`
}

export function lastingEffectOfProbe({ name, title }: { readonly name: MeasurementName; readonly title: string }): string | undefined {
  return isRestore(name) ? lastingEffect({ action: 'restore', intended: {}, title }) : undefined
}

export function isRestore(name: MeasurementName): boolean {
  return name === 'putRestore'
}

/** Everything of a story that nothing takes back, also where only the answer was lost. */
export function notUndone({ acts, measurements = [] }: Pick<Story, 'acts' | 'measurements'>): readonly string[] {
  return [...acts.flatMap(ofAct), ...measurements.flatMap((one: Measurement) => lastingEffectOfProbe(one) ?? [])]
}

function ofAct(act: Act): readonly string[] {
  const effect = lastingEffect(act)
  if (effect === undefined) return []
  if (act.result === 'done') return [effect]
  return mayBeDone(act.failure) ? [`${effect} It failed, and may have come to its effect all the same.`] : []
}

function mayBeDone(failure: Act['failure']): boolean {
  return failure !== undefined && failure.isFault && !nothingSent.some((code) => code === failure.code)
}
