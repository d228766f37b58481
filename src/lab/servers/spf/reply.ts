import type { Entity, EntitySet } from '../../../protocols/odata/codec/edm.ts'

/** What the service has to say, before it is put into a format. */
export type Reply =
  | { readonly kind: 'service' }
  | { readonly kind: 'metadata' }
  | { readonly kind: 'entity'; readonly status: 200 | 201; readonly set: EntitySet; readonly entity: Entity }
  | { readonly kind: 'feed'; readonly set: EntitySet; readonly entities: readonly Entity[]; readonly next: string | undefined }
  | { readonly kind: 'done' }
  | Refusal

export interface Refusal {
  readonly kind: 'refusal'
  readonly status: number
  /** VMM's number, or empty. */
  readonly code: string
  readonly message: string
  readonly allow?: readonly string[]
}

/** @param code VMM's number where it is VMM that refuses. */
export function refuse(status: number, message: string, code = ''): Refusal {
  return { kind: 'refusal', status, code, message }
}

export function notAllowed(method: string, allow: readonly string[]): Refusal {
  return { ...refuse(405, `The method ${method} is not allowed here.`), allow }
}
