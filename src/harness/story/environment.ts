import type { Guid } from '../../checkpoint/guid.ts'
import { productOf, type InterfaceId } from '../../checkpoint/interface-id.ts'
import { normalise } from '../../checkpoint/normalise.ts'
import type { VmProperty, VmReading } from '../../checkpoint/reading.ts'
import { isSnapcheckError } from '../../foundation/errors.ts'
import type { Json } from '../../foundation/json.ts'
import { busyWith } from '../ownership/busy.ts'
import type { Standing } from '../ownership/entries.ts'
import { standingIn } from '../ownership/standing.ts'
import type { Session } from './sessions.ts'

/** What one interface showed around a story: whatever somebody else could change. */
export interface Circumstances {
  readonly standing: readonly Standing[]
  /** Normalised; undefined where the interface does not show it. */
  readonly vmState: Json | undefined
  readonly host: Json | undefined
  readonly busy: string | null
}

/** By interface; who did not show the VM is left out. */
export type Environment = ReadonlyMap<InterfaceId, Circumstances>

/** Reads through every session once. Who cannot be read is left out here: each look reports it. */
export async function readEnvironment(sessions: readonly Session[], vm: Guid): Promise<Environment> {
  const environment = new Map<InterfaceId, Circumstances>()
  for (const { through } of sessions) {
    try {
      const { value } = await through.readTree(vm)
      if (value !== null) environment.set(through.id, circumstances(value, vm))
    } catch (error) {
      if (!isSnapcheckError(error)) throw error
    }
  }
  return environment
}

/** Where the truth is: the host, or whoever shows the VM where no interface of the host takes part. */
export function authoritiesIn(environment: Environment): readonly InterfaceId[] {
  const all = [...environment.keys()]
  const hosts = all.filter((id) => productOf[id] === 'hyper-v')
  return hosts.length > 0 ? hosts : all
}

function circumstances(reading: VmReading, vm: Guid): Circumstances {
  const shown = (property: VmProperty): Json | undefined => {
    const field = reading.fields[property]
    return field?.form === 'value' ? normalise(property, field, vm).value : undefined
  }
  return { standing: standingIn(reading, vm), vmState: shown('vmState'), host: shown('host'), busy: busyWith(reading, 'at-rest') }
}
