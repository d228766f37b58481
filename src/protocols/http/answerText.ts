import type { IncomingMessage } from 'node:http'
import { SnapcheckError } from '../../foundation/errors.ts'

/** Bytes of one answer. WS-Man asks for at most 512,000 and OData pages are smaller: more is no answer of a product. */
export const largestAnswer = 64 * 1024 * 1024

/** WS-Management allows UTF-8 and UTF-16 (ws-man.md section 1, documented). @throws SNAPCHECK_PROTOCOL */
export async function answerText(answer: IncomingMessage, label: string, largest: number): Promise<string> {
  const chunks: Uint8Array[] = []
  let size = 0
  for await (const chunk of answer as AsyncIterable<Uint8Array>) {
    chunks.push(chunk)
    size += chunk.byteLength
    if (size > largest) throw unusable(label, `over ${largest} bytes`, `an answer of at most ${largest} bytes`)
  }
  return decoded(Buffer.concat(chunks), answer.headers['content-type'] ?? '', label)
}

function decoded(bytes: Buffer, contentType: string, label: string): string {
  const charset = /charset="?([\w-]+)/i.exec(contentType)?.[1] ?? 'utf-8'
  try {
    return new TextDecoder(charset, { fatal: true }).decode(bytes)
  } catch (cause) {
    throw unusable(label, `bytes that are no ${charset}`, 'text in the charset that the answer states', cause)
  }
}

function unusable(label: string, observed: string, expected: string, cause?: unknown): SnapcheckError {
  return new SnapcheckError('SNAPCHECK_PROTOCOL', `The answer of ${label} cannot be used.`, { place: label, observed, expected, cause })
}
