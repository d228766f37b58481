import { changingMeasurements, type MeasurementName } from '../../checkpoint/measurement.ts'
import { isSnapcheckError } from '../../foundation/errors.ts'
import type { Json } from '../../foundation/json.ts'
import type { Made } from '../definition.ts'
import { requireNoStranger, requireOwn } from './foreign.ts'
import { isRestore, lastingEffectOfProbe } from './lasting.ts'
import type { Session } from './sessions.ts'
import { goOn, type TellerParts } from './teller-parts.ts'

interface Probing {
  readonly stage: number
  readonly title: string
  readonly name: MeasurementName
  readonly made: Made
}

/** Every interface that has this probe sends it; a fault of one lets the others go on. */
export async function measure(parts: TellerParts, title: string, name: MeasurementName, made: Made): Promise<void> {
  const stage = parts.recorder.nextStage()
  for (const session of parts.sessions.all()) {
    goOn(parts)
    await measureThrough(session, { stage, title, name, made }, parts)
  }
}

async function measureThrough(session: Session, { stage, title, name, made }: Probing, parts: TellerParts): Promise<void> {
  const { through } = session
  const probe = through.probes?.[name]
  if (probe === undefined) return
  try {
    if (isRestore(name)) await requireNoStranger(through, parts, made.checkpoint)
    else requireOwn(through, parts, made.checkpoint)
    const effect = lastingEffectOfProbe({ name, title })
    if (effect !== undefined) parts.ownership.lasting(effect)
    const { value, evidence } = await probe(parts.source.vm, made.checkpoint)
    parts.recorder.measurement(stage, session, { title, name, value: value as unknown as Json, evidence })
  } catch (error) {
    if (!isSnapcheckError(error)) throw error
    parts.onFault(error, `${session.interface}, ${title}`)
  }
}

export function isChanging(name: MeasurementName): boolean {
  return changingMeasurements.some((changing) => changing === name)
}
