import type { IncomingMessage } from 'node:http'

/** More than any envelope that a host accepts: MaxEnvelopeSizekb is unsupported above 1039440 (ws-man.md section 10), clients use 500. */
const mostBytes = 16 * 1024 * 1024

/** The whole body, or undefined where it is larger than the lab takes. */
export async function readBody(incoming: IncomingMessage): Promise<Buffer | undefined> {
  const chunks: Buffer[] = []
  let bytes = 0
  for await (const chunk of incoming as AsyncIterable<Buffer>) {
    bytes += chunk.length
    if (bytes <= mostBytes) chunks.push(chunk)
  }
  return bytes > mostBytes ? undefined : Buffer.concat(chunks)
}

/** UTF-8, or UTF-16 where the type or a byte order mark says so (legal in MS-WSMV, ws-man.md section 1). */
export function bodyText(body: Buffer, contentType = ''): string {
  const marked = body.length >= 2 && body[0] === 0xff && body[1] === 0xfe
  const text = new TextDecoder(marked || /charset="?utf-16/i.test(contentType) ? 'utf-16le' : 'utf-8').decode(body)
  return text
}
