import { normalise } from '../../checkpoint/normalise.ts'
import type { Json } from '../../foundation/json.ts'
import { isSnapcheckError } from '../../foundation/errors.ts'
import { realClock } from '../../foundation/clock.ts'
import { guidSequence } from '../../foundation/seed.ts'
import { evidenceStore } from '../../recording/evidence.ts'
import { sessionsOn } from '../sources/live.ts'
import type { VmTarget } from './target.ts'

/**
 * The state of each VM as the first interface tells that shows it; null where none does. Reads only. What fails here fails
 * again where the VM is worked on, and is reported there.
 */
export async function surveyStates(targets: readonly VmTarget[], runId: string): Promise<readonly Json[]> {
  const connecting = { clock: realClock, evidence: evidenceStore(), nextId: guidSequence(runId, 'survey') }
  const states: Json[] = []
  for (const target of targets) states.push(await stateOf(target, connecting))
  return states
}

async function stateOf(target: VmTarget, connecting: Parameters<typeof sessionsOn>[1]): Promise<Json> {
  for (const through of sessionsOn(target, connecting)) {
    try {
      const { value } = await through.read(target.vm)
      const state = value?.fields.vmState
      if (state !== undefined) return normalise('vmState', state, target.vm).value
    } catch (error) {
      if (!isSnapcheckError(error)) throw error
    } finally {
      await through.close()
    }
  }
  return null
}
