import type { PageHead } from '../../content.ts'
import { unpack, type Unpacked } from '../../packed/unpack.ts'

/** Reads the report out of the page itself, and takes its text off the page: it is not needed twice. */
export async function readContent(): Promise<Unpacked<PageHead>> {
  const element = document.getElementById('report')
  if (element === null) throw new Error('The page holds no report.')
  const packed = bytesOf(element.textContent)
  element.remove()
  const stream = new Blob([packed]).stream().pipeThrough(new DecompressionStream('deflate-raw'))
  return unpack<PageHead>(await new Response(stream).arrayBuffer())
}

/** Browsers before 2025 have no `fromBase64`. */
interface Decoding {
  readonly fromBase64?: (text: string) => Uint8Array<ArrayBuffer>
}

function bytesOf(base64: string): Uint8Array<ArrayBuffer> {
  const { fromBase64 } = Uint8Array as Decoding
  if (fromBase64 !== undefined) return fromBase64.call(Uint8Array, base64)
  const text = atob(base64)
  const bytes = new Uint8Array(text.length)
  for (let index = 0; index < text.length; index++) bytes[index] = text.charCodeAt(index)
  return bytes
}
