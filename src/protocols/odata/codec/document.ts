import { SnapcheckError } from '../../../foundation/errors.ts'
import type { ComplexType, EdmRecord, Entity, EntitySet } from './edm.ts'

/** What an answer of a collection or entity holds. */
export type ODataDocument =
  | { readonly kind: 'entity'; readonly entity: Entity }
  | { readonly kind: 'feed'; readonly entities: readonly Entity[]; readonly next: string | undefined }

/**
 * An error body. Only `code` may be compared: the message is localised. `innerCode` is the code of the error behind it,
 * where a service adds one.
 */
export interface ODataError {
  readonly code: string
  readonly message: string
  readonly innerCode: string | undefined
}

/** What a writer needs beside the entity. */
export interface WritingContext {
  /** Absolute service root, ending with `/`. */
  readonly root: string
  readonly set: EntitySet
  /** RFC 3339, for `updated` of Atom. */
  readonly now: string
}

/** How one payload format is read and written. Readers throw SNAPCHECK_PROTOCOL or an XML error. */
export interface PayloadCodec {
  /** The body of a POST, PUT or MERGE: the type and the given properties, no context. */
  writeRequest(properties: EdmRecord, type: ComplexType): string
  writeEntity(entity: Entity, context: WritingContext): string
  writeFeed(entities: readonly Entity[], context: WritingContext, next?: string): string
  writeError(error: ODataError): string
  writeService(root: string, collections: readonly string[]): string
  /** @param place label of the endpoint, for messages. */
  read(body: string, place: string): ODataDocument
  readError(body: string, place: string): ODataError | undefined
  readService(body: string, place: string): readonly string[]
}

/** A service that fails while it writes rows can say so only after them: its status has long been 200 (inferred). */
export function brokenOff(place: string): SnapcheckError {
  return new SnapcheckError('SNAPCHECK_PROTOCOL', `${place} broke off in the middle of its rows.`, {
    place,
    observed: 'rows and then an error, or a next link that leads nowhere',
    expected: 'all rows, or a link to the next ones',
  })
}
