import { rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import type { Browser, BrowserContextOptions, Page } from 'playwright-core'
import { afterAll, beforeAll, expect, type TestContext } from 'vitest'
import { renderHtml } from '../html/render.ts'
import { buildReport } from '../model/build/build.ts'
import type { Report } from '../model/report.ts'
import { chromiumPath, launchChromium } from './chromium.ts'
import { isRequired } from '../../foundation/testing/stand-aside.ts'
import { sample, type Sample } from './sample.ts'
import { builtViewer, temporaryFolder } from './viewer.ts'

export const desktop = { viewport: { width: 1280, height: 900 } }
export const phone = { viewport: { width: 400, height: 800 } }

/** A page in a browser that saw no error and asked for nothing but the file itself. */
export interface Opened {
  readonly page: Page
  readonly errors: readonly string[]
  readonly requests: readonly string[]
}

export interface ReportBrowser {
  /** The page of a report, with the viewer as its sources are now. */
  readonly rendered: (report: Report, evidence?: (digest: string) => string | undefined) => Promise<string>
  /** Opens a page; skips the test where there is no browser and none is required. @param fragment with its `#`. */
  readonly open: (
    context: TestContext,
    content: string,
    options?: BrowserContextOptions & { readonly fragment?: string },
  ) => Promise<Opened>
}

/** One viewer and one browser for the tests of a file. */
export function reportBrowser(): ReportBrowser {
  let folder: string
  let template: string
  let browser: Browser | undefined
  beforeAll(async () => {
    folder = await temporaryFolder()
    template = await builtViewer(folder)
    const executable = chromiumPath()
    if (executable !== undefined) browser = await launchChromium(executable)
  })
  afterAll(async () => {
    await browser?.close()
    await rm(folder, { recursive: true })
  })
  return {
    async rendered(report, evidence = () => undefined) {
      let page = ''
      for await (const piece of renderHtml(report, evidence, template)) page += piece
      return page
    },
    async open(context, content, { fragment = '', ...options } = desktop as BrowserContextOptions & { fragment?: string }) {
      if (browser === undefined) {
        if (isRequired('chromium'))
          throw new Error('No Chromium was found, and SNAPCHECK_REQUIRE asks for it. Name one with SNAPCHECK_CHROMIUM.')
        return context.skip('no Chromium was found; name one with SNAPCHECK_CHROMIUM')
      }
      const file = join(folder, `${context.task.id}.html`)
      await writeFile(file, content)
      const page = await browser.newPage(options)
      const errors: string[] = []
      const requests: string[] = []
      page.on('console', (message) => void errors.push(message.text()))
      page.on('pageerror', (error) => void errors.push(String(error)))
      page.on('request', (request) => void requests.push(request.url()))
      context.onTestFinished(async () => {
        await page.close()
        expect(errors).toEqual([])
      })
      await page.goto(pathToFileURL(file).href + fragment)
      await page.waitForSelector('[data-ready]')
      return { page, errors, requests }
    },
  }
}

const damaged: Sample = sample({ damaged: true })

/** The report that most tests look at, and the text of its evidence. */
export const damagedReport = buildReport(damaged.input)
export const damagedEvidence = (digest: string): string | undefined => damaged.evidence.get(digest)

/** Opens whatever is folded, and what that holds folded in turn. */
export async function openAll(page: Page): Promise<void> {
  const undrawn = page.locator('details:not(:has(> .disclosed))')
  for (let round = 0; round < 8 && (await undrawn.count()) > 0; round++) {
    await page.evaluate('document.querySelectorAll("details").forEach((details) => { details.open = true })')
    await page.evaluate('new Promise((resolve) => setTimeout(resolve, 100))')
  }
  await expect.poll(() => undrawn.count()).toBe(0)
}
