import { SnapcheckError, isSnapcheckError } from '../../../foundation/errors.ts'
import { readBatch, writeEnumerate, writePull, writeRelease, type Batch, type EnumerateRequest, type Item } from '../codec/enumeration.ts'
import type { Fault } from '../codec/fault.ts'
import type { Headers } from '../codec/headers.ts'
import type { Markup } from '../codec/markup.ts'
import { actions } from '../codec/namespaces.ts'
import type { Schema } from '../codec/value.ts'
import { refusal } from './refusal.ts'
import type { WsManSession } from './session.ts'

export interface EnumerationOptions {
  readonly session: WsManSession
  readonly resourceUri: string
  readonly request: Pick<EnumerateRequest, 'filter' | 'mode'>
  readonly schema: Schema
  readonly maxElements: number
}

/** The first answer to an Enumerate: a fault, or the items of all batches as they are asked for. */
export type Opened = { readonly fault: Fault } | { readonly fault?: never; readonly items: AsyncGenerator<Item, void, void> }

/** A host that gives empty batches for ever must not keep a run for ever. */
const mostEmptyBatches = 100

export async function openEnumeration(options: EnumerationOptions): Promise<Opened> {
  const { session, resourceUri, request, schema, maxElements } = options
  const reply = await session.send({ action: actions.enumerate, resourceUri }, writeEnumerate({ ...request, optimize: true, maxElements }))
  if (reply.fault !== undefined) return { fault: reply.fault }
  return { items: itemsFrom(options, readBatch(reply.body, schema)) }
}

/** Always with the newest context; released where the caller stops before the end. */
async function* itemsFrom(
  { session, resourceUri, schema, maxElements }: EnumerationOptions,
  first: Batch,
): AsyncGenerator<Item, void, void> {
  let batch = first
  let empty = 0
  let stopped = true
  try {
    yield* batch.items
    while (!batch.end) {
      stopped = false
      empty = batch.items.length === 0 ? empty + 1 : 0
      if (batch.context === null) throw broken(session.label, 'neither a context nor the end')
      if (empty > mostEmptyBatches) throw broken(session.label, `${empty} batches without an item`)
      batch = readBatch(
        await answer(session, { action: actions.pull, resourceUri }, writePull({ context: batch.context, maxElements })),
        schema,
      )
      stopped = true
      yield* batch.items
    }
  } finally {
    if (stopped && batch.context !== null) await release(session, resourceUri, batch.context)
  }
}

/**
 * The context may have ended meanwhile, which is what was wanted: a fault is no failure here. Nor is anything else that goes
 * wrong: what was looked for has been found.
 */
async function release(session: WsManSession, resourceUri: string, context: string): Promise<void> {
  try {
    await session.send({ action: actions.release, resourceUri }, writeRelease(context))
  } catch (error) {
    if (!isSnapcheckError(error)) throw error
  }
}

async function answer(session: WsManSession, headers: Headers, body: Markup) {
  const reply = await session.send(headers, body)
  if (reply.fault !== undefined) throw refusal(reply.fault, 'to go on with an enumeration', session.label)
  return reply.body
}

function broken(label: string, observed: string): SnapcheckError {
  return new SnapcheckError('SNAPCHECK_PROTOCOL', `An enumeration of ${label} does not come to its end.`, {
    place: label,
    observed,
    expected: 'items with a context, or EndOfSequence',
  })
}
