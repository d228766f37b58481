import { Readable } from 'node:stream'
import { createDeflateRaw } from 'node:zlib'
import type { Json } from '../../foundation/json.ts'
import type { Report } from '../model/report.ts'
import { originLine, originTag, verdictLine } from '../present/headline.ts'
import { conclusionWords } from '../present/labels.ts'
import { pageContent } from './content.ts'
import { pack } from './packed/pack.ts'
import { readTemplate, slots, templatePath } from './template.ts'

/**
 * The report as one page that needs nothing but itself, in pieces.
 * @param evidence gives the text of an exchange by its digest.
 * @param template where the built page lies.
 * @throws SNAPCHECK_VIEWER_MISSING
 */
export async function* renderHtml(
  report: Report,
  evidence: (digest: string) => string | undefined,
  template: string = templatePath(),
): AsyncGenerator<string> {
  const title = `${conclusionWords[report.summary.conclusion]} · snapcheck ${originTag(report)}`
  const [before, after] = readTemplate(template).split(slots.data) as [string, string]
  yield before
    .replace(slots.title, () => escapeHtml(title))
    .replace(slots.summary, () => escapeHtml(`${verdictLine(report)} ${originLine(report)}`))
  yield '<script type="text/plain" id="report">'
  const { head, tables } = pageContent(report, evidence)
  yield* base64(deflated(pack(head as unknown as Json, tables)))
  yield `</script>${after}`
}

function deflated(pieces: Iterable<Uint8Array>): AsyncIterable<Buffer> {
  const source = Readable.from(pieces)
  const deflate = createDeflateRaw()
  source.on('error', (error) => deflate.destroy(error))
  return source.pipe(deflate)
}

/** Each piece a multiple of three bytes, so that the texts can be put together. */
async function* base64(pieces: AsyncIterable<Buffer>): AsyncGenerator<string> {
  let rest: Buffer = Buffer.alloc(0)
  for await (const piece of pieces) {
    const bytes = Buffer.concat([rest, piece])
    const whole = bytes.length - (bytes.length % 3)
    yield bytes.toString('base64', 0, whole)
    rest = bytes.subarray(whole)
  }
  yield rest.toString('base64')
}

function escapeHtml(text: string): string {
  return text.replace(/[&<>"]/g, (character) => `&#${character.codePointAt(0)};`)
}
