import { writePullResponse, type Batch, type Item } from '../../../../protocols/wsman/codec/enumeration.ts'
import { roomForItems } from '../envelope-size.ts'
import { refuse } from '../fault.ts'
import type { WsmanRequest } from '../request.ts'

/** MaxBatchItems (documented). */
const mostItems = 32_000

/**
 * The next items of an enumeration. Without MaxElements that is one: every recorded Pull shows it, and libvirt loses VMs
 * where a server gives more (ws-man.md section 6). A new context each time; the last item and EndOfSequence come together.
 */
export function nextBatch(items: readonly Item[], maxElements: number | undefined, { headers, session }: WsmanRequest): Batch {
  const count = fitting(items, Math.min(checkedCount(maxElements), mostItems), roomForItems(headers))
  const rest = items.slice(count)
  const end = rest.length === 0
  return { context: end ? null : session.contexts.open(rest), items: items.slice(0, count), end }
}

function checkedCount(maxElements = 1): number {
  if (Number.isSafeInteger(maxElements) && maxElements > 0) return maxElements
  throw refuse('schemaValidation', `MaxElements is ${maxElements}, not a positive number.`)
}

function fitting(items: readonly Item[], limit: number, room: number): number {
  let bytes = 0
  for (const [index, item] of items.slice(0, limit).entries()) {
    bytes += Buffer.byteLength(writePullResponse({ context: null, items: [item], end: false }))
    if (bytes <= room) continue
    if (index === 0) throw refuse('envelopeTooLarge', 'A single item is larger than MaxEnvelopeSize allows.')
    return index
  }
  return Math.min(limit, items.length)
}
