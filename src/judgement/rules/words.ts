import type { ProductId } from '../../checkpoint/interface-id.ts'
import type { CheckpointView } from '../observation.ts'

/** All words by which a row says what it is: type chain, entity, class, kind, object type. */
export function wordsIn({ observations: { typeNames, kind, objectType } }: CheckpointView): readonly string[] {
  return [typeNames, kind, objectType].flatMap((observation) => texts(observation?.raw))
}

/** The word of a product inside a technical name, in whatever case: VMCheckPoint, Msvm_…Snapshot…, Microsoft:Hyper-V:Snapshot:Realized. */
const wordOf: Readonly<Record<ProductId, RegExp>> = { 'hyper-v': /snapshot/iu, scvmm: /checkpoint/iu }

export function isWordOf(product: ProductId, technicalName: string): boolean {
  return wordOf[product].test(technicalName)
}

export function texts(raw: unknown): readonly string[] {
  if (typeof raw === 'string') return [raw]
  return Array.isArray(raw) ? raw.filter((one): one is string => typeof one === 'string') : []
}
