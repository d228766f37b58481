import type { Checkpoint, CreatedThrough } from '../world/model.ts'
import type { VmmCheckpoint } from '../vmm/model.ts'
import type { AllEffects, Effects } from './effects.ts'
import type { Mangling } from './texts.ts'

type Truth = Parameters<AllEffects['vmmCheckpoints']>[2]

/** Each checkpoint as WMI shows it. */
export function eachOnHost(change: (checkpoint: Checkpoint, world: Truth) => Partial<Checkpoint>): Effects {
  return { hostCheckpoints: (all, world) => all.map((one) => ({ ...one, ...change(one, world) })) }
}

/** Each row as VMM shows it. */
export function eachInVmm(change: (row: VmmCheckpoint, world: Truth) => Partial<VmmCheckpoint>): Effects {
  return { vmmCheckpoints: (rows, _vm, world) => rows.map((row) => ({ ...row, ...change(row, world) })) }
}

/** Rows of what was made on the host itself and found by VMM, the others being left alone. */
export function eachFound(change: (row: VmmCheckpoint, world: Truth) => Partial<VmmCheckpoint>): Effects {
  return eachInVmm((row, world) => (isMadeThrough('hyper-v', row, world) ? change(row, world) : {}))
}

/** Of a row that outlived its checkpoint nobody knows any more who made it. */
export function isMadeThrough(through: CreatedThrough, { checkpointId }: VmmCheckpoint, world: Truth): boolean {
  return world.checkpoint(checkpointId)?.createdThrough === through
}

/** Far beyond what a job needs and short of the interval between two full refreshes. */
const surelyRefreshed = 20 * 60_000

/** True where a refresh has come over the row since it was made. */
export function isRefreshed({ addedTime, modifiedTime }: VmmCheckpoint): boolean {
  return modifiedTime - addedTime >= surelyRefreshed
}

export function hostNotes(mangle: Mangling): Effects {
  return eachOnHost(({ notes }) => ({ notes: notes.map(mangle) }))
}

export function hostNames(mangle: Mangling): Effects {
  return eachOnHost(({ name }) => ({ name: mangle(name) }))
}

export function vmmDescriptions(mangle: Mangling): Effects {
  return eachInVmm(({ description }) => ({ description: mangle(description) }))
}

export function vmmNames(mangle: Mangling): Effects {
  return eachInVmm(({ name }) => ({ name: mangle(name) }))
}
