import type { Guid } from '../../checkpoint/guid.ts'
import { productOf, type ProductId } from '../../checkpoint/interface-id.ts'
import type { VmReading } from '../../checkpoint/reading.ts'
import { normalise } from '../../checkpoint/normalise.ts'
import type { Act } from '../../judgement/observation.ts'

/** What a product will show once it knows of everything that was done. Comments crossing over are an open question, so not part of it. */
export interface Expectation {
  readonly present: ReadonlyMap<Guid, string | undefined>
  readonly gone: ReadonlySet<Guid>
  /** What the VM stands on after a restore; undefined where something else was done since. */
  readonly position: Guid | undefined
}

interface Growing {
  readonly present: Map<Guid, string | undefined>
  readonly gone: Set<Guid>
  /** Of what the story made; undefined below what was there before. */
  readonly parents: Map<Guid, Guid | undefined>
  stands: Guid | undefined
  position: Guid | undefined
}

type Effect = (growing: Growing, checkpoint: Guid, act: Act) => void

const remove: Effect = (growing, checkpoint) => {
  growing.present.delete(checkpoint)
  growing.gone.add(checkpoint)
  const above = growing.parents.get(checkpoint)
  for (const [child, parent] of growing.parents) if (parent === checkpoint) growing.parents.set(child, above)
  if (growing.stands === checkpoint) growing.stands = above
  growing.position = undefined
}

const removeSubtree: Effect = (growing, checkpoint, act) => {
  const below = [...growing.parents].filter(([, parent]) => parent === checkpoint).map(([child]) => child)
  for (const child of below) if (!growing.gone.has(child)) removeSubtree(growing, child, act)
  remove(growing, checkpoint, act)
}

const effects: Readonly<Partial<Record<Act['action'], Effect>>> = {
  create: (growing, checkpoint, { intended }) => {
    // Whether SCVMM lists what a backup makes is an open question (C-083), so it is not waited for.
    if (intended.kind === 'recovery') return
    growing.present.set(checkpoint, intended.name)
    growing.parents.set(checkpoint, growing.stands)
    growing.stands = checkpoint
    growing.position = undefined
  },
  rename: ({ present }, checkpoint, { intended }) => void present.set(checkpoint, intended.name),
  restore: (growing, checkpoint) => {
    growing.stands = checkpoint
    growing.position = checkpoint
  },
  remove,
  'remove-subtree': removeSubtree,
}

export function expectationOf(acts: readonly Act[]): Expectation {
  const growing: Growing = { present: new Map(), gone: new Set(), parents: new Map(), stands: undefined, position: undefined }
  for (const act of acts) if (act.result === 'done' && act.checkpoint !== null) effects[act.action]?.(growing, act.checkpoint, act)
  return growing
}

/** True where some act was done through another product than the observer's, so that the observer has to find it out. */
export function hasForeignActs(acts: readonly Act[], product: ProductId): boolean {
  return acts.some((act) => act.result === 'done' && productOf[act.interface] !== product)
}

export function agrees({ fields: shown, checkpoints }: VmReading, { present, gone, position }: Expectation, vm: Guid): boolean {
  const names = new Map(checkpoints.map(({ fields }) => [fields.id && normalise('id', fields.id, vm).value, fields.name?.raw]))
  const allPresent = [...present].every(([id, name]) => names.has(id) && (name === undefined || names.get(id) === name))
  const stands = position === undefined || shown.position === undefined || normalise('position', shown.position, vm).value === position
  return allPresent && stands && ![...gone].some((id) => names.has(id))
}
