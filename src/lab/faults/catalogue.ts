import { SnapcheckError } from '../../foundation/errors.ts'
import { nearest } from '../../foundation/nearest.ts'
import { commentFaults } from './comments.ts'
import { combined, type AllEffects } from './effects.ts'
import type { Fault } from './fault.ts'
import { identityFaults } from './identities.ts'
import { limitFaults } from './limits.ts'
import { machineFaults } from './machines.ts'
import { nameFaults } from './names.ts'
import { permissionFaults } from './permissions.ts'
import { protocolFaults } from './protocols.ts'
import { timeFaults } from './times.ts'
import { transportFaults } from './transport.ts'
import { treeFaults } from './trees.ts'
import { visibilityFaults } from './visibilities.ts'
import { wordFaults } from './words.ts'

const faultTable = {
  ...visibilityFaults,
  ...identityFaults,
  ...nameFaults,
  ...commentFaults,
  ...timeFaults,
  ...treeFaults,
  ...wordFaults,
  ...permissionFaults,
  ...limitFaults,
  ...machineFaults,
  ...protocolFaults,
  ...transportFaults,
} as const satisfies Record<string, Fault>

export type FaultId = keyof typeof faultTable
export type FaultSet = ReadonlySet<FaultId>

/** Every fault that the lab can show; `--lab-fault` takes these ids. */
export const faultCatalogue: Readonly<Record<FaultId, Fault>> = faultTable
export const faultIds = Object.keys(faultTable) as readonly FaultId[]
export const noFaults: FaultSet = new Set()

/** What the armed faults do, all together. */
export function effectsOf(faults: FaultSet): AllEffects {
  return combined([...faults].map((id) => faultCatalogue[id].effects))
}

/** @throws SNAPCHECK_LAB_FAULT_UNKNOWN, naming the nearest one. */
export function faultId(id: string): FaultId {
  const known = faultIds.find((each) => each === id)
  if (known !== undefined) return known
  const close = nearest(id, faultIds)
  const hint = close === undefined ? '' : ` Did you mean ${close}?`
  throw new SnapcheckError('SNAPCHECK_LAB_FAULT_UNKNOWN', `The lab has no fault called ${id}.${hint}`, {
    place: '--lab-fault',
    observed: id,
    expected: faultIds.join(', '),
    next: `snapcheck run --lab-fault ${close ?? faultIds[0]}`,
  })
}
