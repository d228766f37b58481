import type { Headers } from '../../../protocols/wsman/codec/headers.ts'
import { refuse } from './fault.ts'

/** Bytes: MaxEnvelopeSizekb of 500 (documented), and what DSP0226 allows as the least. */
const largest = 500 * 1024
const least = 8_192

/** Bytes that headers and wrapping of an answer take at the most. */
const wrapping = 2_048

/** How many bytes of items an answer may hold. @throws EncodingLimit for a size below the least one. */
export function roomForItems({ maxEnvelopeSize }: Headers): number {
  if (maxEnvelopeSize !== undefined && !(maxEnvelopeSize >= least)) {
    throw refuse('envelopeLimitTooSmall', `MaxEnvelopeSize is ${maxEnvelopeSize}; at least ${least} bytes are needed.`)
  }
  return Math.min(maxEnvelopeSize ?? largest, largest) - wrapping
}
