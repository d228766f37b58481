import type { Guid } from '../../checkpoint/guid.ts'
import { productOf, type ProductId } from '../../checkpoint/interface-id.ts'
import type { VmReading } from '../../checkpoint/reading.ts'
import { normalise } from '../../checkpoint/normalise.ts'
import type { Act } from '../../judgement/observation.ts'

/** What a product will show once it knows of everything that was done. Comments crossing over are an open question, so not part of it. */
export interface Expectation {
  readonly present: ReadonlyMap<Guid, string | undefined>
  readonly gone: ReadonlySet<Guid>
}

export function expectationOf(acts: readonly Act[]): Expectation {
  const present = new Map<Guid, string | undefined>()
  const gone = new Set<Guid>()
  for (const { action, checkpoint, intended, result } of acts) {
    if (result !== 'done' || checkpoint === null) continue
    if (action === 'remove') {
      present.delete(checkpoint)
      gone.add(checkpoint)
    } else if (action === 'create' || action === 'rename') {
      present.set(checkpoint, intended.name ?? present.get(checkpoint))
    }
  }
  return { present, gone }
}

/** True where some act was done through another product than the observer's, so that the observer has to find it out. */
export function hasForeignActs(acts: readonly Act[], product: ProductId): boolean {
  return acts.some((act) => act.result === 'done' && productOf[act.interface] !== product)
}

export function agrees(reading: VmReading, { present, gone }: Expectation, vm: Guid): boolean {
  const names = new Map(reading.checkpoints.map(({ fields }) => [fields.id && normalise('id', fields.id, vm).value, fields.name?.raw]))
  const allPresent = [...present].every(([id, name]) => names.has(id) && (name === undefined || names.get(id) === name))
  return allPresent && ![...gone].some((id) => names.has(id))
}
