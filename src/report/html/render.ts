import { deflateRawSync } from 'node:zlib'
import type { Report } from '../model/report.ts'
import { originLine, originTag, verdictLine } from '../present/headline.ts'
import { conclusionWords } from '../present/labels.ts'
import { pageContent } from './content.ts'
import { compressFrom } from './limits.ts'
import { readTemplate, slots, templatePath } from './template.ts'

/**
 * The report as one page that needs nothing but itself.
 * @param evidence gives the text of an exchange by its digest.
 * @param template where the built page lies.
 * @throws SNAPCHECK_VIEWER_MISSING
 */
export function renderHtml(report: Report, evidence: (digest: string) => string | undefined, template: string = templatePath()): string {
  const title = `${conclusionWords[report.summary.conclusion]} · snapcheck ${originTag(report)}`
  const filled: Readonly<Record<string, string>> = {
    [slots.title]: escapeHtml(title),
    [slots.summary]: escapeHtml(`${verdictLine(report)} ${originLine(report)}`),
    [slots.data]: dataScript(JSON.stringify(pageContent(report, evidence))),
  }
  return Object.entries(filled).reduce((page, [slot, text]) => page.replace(slot, () => text), readTemplate(template))
}

/** JSON in a script element: with `<` escaped nothing in it can end the element; long ones are deflated. */
function dataScript(json: string): string {
  if (json.length < compressFrom) return `<script type="application/json" id="report">${json.replaceAll('<', '\\u003c')}</script>`
  const packed = deflateRawSync(json).toString('base64')
  return `<script type="text/plain" id="report" data-encoding="deflate-raw">${packed}</script>`
}

function escapeHtml(text: string): string {
  return text.replace(/[&<>"]/g, (character) => `&#${character.codePointAt(0)};`)
}
