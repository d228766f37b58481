/**
 * Builds a report of many verdicts, writes its page and opens it in Chromium. Prints measures as JSON.
 * `--verdicts N`: about so many. The browser is the one that SNAPCHECK_CHROMIUM names, or one where browsers usually are.
 */
import { mkdtemp, rm, stat } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { parseArgs } from 'node:util'
import type { Page } from 'playwright-core'
import { buildReport } from '../../src/report/model/build/build.ts'
import type { Report } from '../../src/report/model/report.ts'
import { chromiumPath, launchChromium } from '../../src/report/testing/chromium.ts'
import { sample } from '../../src/report/testing/sample.ts'
import { writeReport } from '../../src/report/write/write.ts'
import { median } from '../statistics.ts'

const { values } = parseArgs({ options: { verdicts: { type: 'string', default: '100000' } } })
const perCopy = 105
const repetitions = 5
const mebibyte = 1024 * 1024

const browserPath = chromiumPath()
if (browserPath === undefined) throw new Error('No Chromium was found: name one with SNAPCHECK_CHROMIUM.')

const folder = await mkdtemp(join(tmpdir(), 'snapcheck-bench-report-'))
try {
  const report = reportOf(Number(values.verdicts))
  const began = performance.now()
  const files = await writeReport(report, folder, { evidence: () => undefined })
  const written = performance.now() - began
  const opened = await openings(browserPath, pathToFileURL(files.html).href)
  console.log(
    JSON.stringify({
      'writing all forms': { value: written, unit: 'ms' },
      'report.json': { value: (await stat(files.json)).size / mebibyte, unit: 'MiB' },
      'report.html': { value: (await stat(files.html)).size / mebibyte, unit: 'MiB' },
      'opening until drawn, median': { value: median(opened.map(({ ready }) => ready)), unit: 'ms' },
      'filtering by a word, median': { value: median(opened.map(({ filtered }) => filtered)), unit: 'ms' },
      'JavaScript heap after opening, median': { value: median(opened.map(({ heap }) => heap)), unit: 'MiB' },
      verdicts: { value: report.verdicts.length, unit: 'verdicts' },
    }),
  )
} finally {
  await rm(folder, { recursive: true, force: true })
}

/** Its evidence is named but not stored: what is measured is the report. */
function reportOf(verdicts: number): Report {
  const { input } = sample({ damaged: true, copies: Math.max(1, Math.round(verdicts / perCopy)) })
  return buildReport({ ...input, evidence: input.evidence.map((entry) => ({ ...entry, path: null })) })
}

interface Opening {
  /** Milliseconds from the start of the navigation until the page is drawn. */
  readonly ready: number
  readonly filtered: number
  readonly heap: number
}

/** Each in a browser of its own, so that nothing is warm. */
async function openings(executable: string, url: string): Promise<readonly Opening[]> {
  const all: Opening[] = []
  for (let turn = 0; turn < repetitions; turn++) {
    const browser = await launchChromium(executable)
    try {
      all.push(await opening(await browser.newPage({ viewport: { width: 1280, height: 900 } }), url))
    } finally {
      await browser.close()
    }
  }
  return all
}

async function opening(page: Page, url: string): Promise<Opening> {
  const began = performance.now()
  await page.goto(url, { waitUntil: 'commit' })
  await page.waitForSelector('[data-ready]')
  await page.evaluate('new Promise((resolve) => requestAnimationFrame(() => requestAnimationFrame(resolve)))')
  const ready = performance.now() - began
  const heap = Number(await page.evaluate('performance.memory.usedJSHeapSize')) / mebibyte
  const total = String(await page.textContent('output.shown'))
  const filterBegan = performance.now()
  await page.getByLabel('Filter').fill('ticket')
  await page.locator('output.shown', { hasNotText: total }).waitFor()
  return { ready, heap, filtered: performance.now() - filterBegan }
}
