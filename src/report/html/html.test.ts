import { createRequire } from 'node:module'
import { readFile, rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import type { Browser, BrowserContextOptions, Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test, type TestContext } from 'vitest'
import { buildReport } from '../model/build/build.ts'
import type { Report } from '../model/report.ts'
import { matricesOf } from '../present/matrix.ts'
import { chromiumIsRequired, chromiumPath, launchChromium } from '../testing/chromium.ts'
import { sample, type Sample } from '../testing/sample.ts'
import { builtViewer, temporaryFolder } from '../testing/viewer.ts'
import { compressFrom } from './limits.ts'
import { renderHtml } from './render.ts'

const damaged = sample({ damaged: true })
const report = buildReport(damaged.input)
const desktop = { viewport: { width: 1280, height: 900 } }
const phone = { viewport: { width: 400, height: 800 } }

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

/** A page in a browser that saw no error and asked for nothing but the file itself. */
interface Opened {
  readonly page: Page
  readonly errors: readonly string[]
  readonly requests: readonly string[]
}

async function open(context: TestContext, content: string, options: BrowserContextOptions = desktop): Promise<Opened> {
  if (browser === undefined) {
    if (chromiumIsRequired()) throw new Error('No Chromium was found, and SNAPCHECK_REQUIRE asks for it. Name one with SNAPCHECK_CHROMIUM.')
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
  await page.goto(pathToFileURL(file).href)
  await page.waitForSelector('[data-ready]')
  context.onTestFinished(() => page.close())
  return { page, errors, requests }
}

const rendered = (one: Report, { evidence }: Sample): string => renderHtml(one, (digest) => evidence.get(digest), template)

test('the page says the verdict and who answered, and asks the network for nothing', async (context) => {
  const { page, errors, requests } = await open(context, rendered(report, damaged))
  expect(await page.title()).toBe('Non-conforming · snapcheck [simulator]')
  expect(await page.textContent('h1')).toBe('5 of 105 verdicts violate a documented must.')
  expect(await page.textContent('.origin-line')).toBe(
    'This run was answered by the built-in simulator: it proves the harness, nothing about the products.',
  )
  expect(errors).toEqual([])
  expect(requests).toEqual([page.url()])
})

test('every cell of every matrix is there with symbol, word and origin, and leads to its verdicts', async (context) => {
  const { page } = await open(context, rendered(report, damaged))
  for (const { property, cells } of matricesOf(report)) {
    expect(await page.locator(`table[data-property=${property}] td[data-outcome]`).count()).toBe(cells.length)
  }
  const cell = page.locator('table[data-property=visibility] td[data-outcome=violates]').first()
  expect(await cell.innerText()).toMatch(/violates\s+4 of 5 judged\s+simulator\s+finding\s+1\s+finding\s+6/)
  expect(await cell.locator('svg').count()).toBe(1)
  await cell.locator('a').first().click()
  await expect.poll(() => page.locator('#cell-hyperv-wmi-scvmm-spf-visibility tbody tr').count()).toBe(5)
})

test('a finding shows what was expected and observed, character by character, raw beside normalised, with evidence one click away', async (context) => {
  const { page } = await open(context, rendered(report, damaged))
  const finding = page.locator('#finding-5')
  expect(await finding.locator('mark.expected').innerText()).toContain('zero⟨ZWSP⟩width, tab⇥here, trailing space␣')
  expect(await finding.locator('.values tbody tr').count()).toBe(2)
  await finding.getByText('Evidence (1)').click()
  await finding.locator('details.evidence > summary').click()
  expect(await finding.locator('pre').innerText()).toContain('VMCheckPoints HTTP/1.1')
})

/** Opens whatever is folded, and what that holds folded in turn. */
async function openAll(page: Page): Promise<void> {
  const undrawn = page.locator('details:not(:has(> .disclosed))')
  for (let round = 0; round < 5 && (await undrawn.count()) > 0; round++) {
    await page.evaluate('document.querySelectorAll("details").forEach((details) => { details.open = true })')
    await page.evaluate('new Promise((resolve) => setTimeout(resolve, 100))')
  }
  await expect.poll(() => undrawn.count()).toBe(0)
}

test('every link within the page leads somewhere', async (context) => {
  const { page } = await open(context, rendered(report, damaged))
  await openAll(page)
  const targets = await page.locator('a[href^="#"]').evaluateAll((links) => links.map((link) => String(link.getAttribute('href')).slice(1)))
  const ids = new Set(await page.locator('[id]').evaluateAll((elements) => elements.map((element) => String(element.getAttribute('id')))))
  expect(targets.length).toBeGreaterThan(100)
  expect(targets.filter((target) => !ids.has(target))).toEqual([])
})

const axe = createRequire(import.meta.url).resolve('axe-core/axe.min.js')

test.for([
  ['light', desktop],
  ['dark', desktop],
  ['light', phone],
  ['dark', phone],
] as const)(
  'nothing is out of reach for assistive technology, nothing is wider than the window: %s, %j',
  async ([colorScheme, size], context) => {
    const { page } = await open(context, rendered(report, damaged), { ...size, colorScheme, reducedMotion: 'reduce' })
    await openAll(page)
    await page.evaluate(await readFile(axe, 'utf8'))
    const violations = await page.evaluate(
      'axe.run().then((result) => result.violations.map(({ id, nodes }) => id + ": " + nodes.map((node) => node.html).slice(0, 3).join(" ")))',
    )
    expect(violations).toEqual([])
    expect(await page.evaluate('document.documentElement.scrollWidth')).toBe(size.viewport.width)
  },
)

test('the page follows the theme of the system', async (context) => {
  const { page } = await open(context, rendered(report, damaged), { ...desktop, colorScheme: 'light' })
  const background = async (): Promise<unknown> => page.evaluate('getComputedStyle(document.body).backgroundColor')
  expect(await background()).toBe('rgb(246, 245, 241)')
  await page.emulateMedia({ colorScheme: 'dark' })
  expect(await background()).toBe('rgb(20, 23, 26)')
})

test('an address leads to what it names, and a filter keeps the denominator', async (context) => {
  const { page } = await open(context, rendered(report, damaged))
  await page.goto(`${page.url()}#claim-C-042`)
  await page.locator('#claim-C-042[open] dl').waitFor()
  await page.getByLabel('Filter claims').fill('must comment')
  await expect.poll(() => page.locator('#claims output').innerText()).toBe('3 of 11')
})

test('a cell that only records answers claims nothing, and leads to them', async (context) => {
  const { page } = await open(context, rendered(report, damaged))
  const cell = page.locator('table[data-property=time] td.recorded').first()
  expect(await cell.innerText()).toMatch(/recorded\s+an open question\s+simulator\s+answer\s+b/)
  await cell.locator('.note-answer').click()
  expect(await page.locator('#answer-2').innerText()).toContain('AddedTime')
})

test('the terminology shows words with their releases, what a window says, and false friends', async (context) => {
  const { page } = await open(context, rendered(report, damaged))
  const row = page.locator('#terminology tbody tr').first()
  expect(await row.innerText()).toMatch(/Snapshot 2008 to 2012\s+Checkpoint since 2012 R2/)
  expect(await row.innerText()).toContain('modelled by')
  await row.getByText('1 false friend').click()
  await expect.poll(() => row.innerText()).toContain('Get-ClusterCheckpoint a registry checkpoint of a cluster resource')
})

test('the keyboard reaches the first cell and opens its verdicts', async (context) => {
  const { page } = await open(context, rendered(report, damaged))
  await page.keyboard.press('Tab')
  expect(await page.evaluate('document.activeElement.textContent')).toBe('Skip to the matrix')
  await page.keyboard.press('Enter')
  await page.keyboard.press('Tab')
  await page.keyboard.press('Enter')
  await page.locator('#cell-hyperv-wmi-hyperv-wmi-visibility[open]').waitFor()
})

test('a conforming report of a product says so, without findings', async (context) => {
  const good = sample({ origin: 'product' })
  const { page } = await open(context, rendered(buildReport(good.input), good))
  expect(await page.textContent('.conclusion')).toBe('Acceptable')
  expect(await page.textContent('.origin-line')).toBe('This run was answered by product builds that were positively identified.')
  expect(await page.textContent('#findings')).toContain('Nothing was found that does not conform.')
})

test('text of a product cannot become part of the page', async (context) => {
  const hostile = '</script><script>document.title="taken"</script><img src="https://example.invalid/x.png"><!-- $& -->'
  const verdicts = report.verdicts.map((verdict) => (verdict.outcome === 'violates' ? { ...verdict, actual: hostile } : verdict))
  const content = rendered({ ...report, verdicts }, damaged)
  const { page, requests } = await open(context, content)
  expect(await page.title()).toContain('Non-conforming')
  expect(await page.locator('#finding-1 .comparison').innerText()).toContain(`Observed\n${hostile}`)
  expect(requests).toEqual([page.url()])
})

test('a long report is packed, cut to what a browser can show, and says what it leaves out', async (context) => {
  const model = report.verdicts.find((verdict) => verdict.outcome === 'conforms')!
  const many = Array.from({ length: 6_000 }, (_one, index) => ({ ...model, id: `${model.id} ${index}` }))
  const content = rendered({ ...report, verdicts: [...report.verdicts, ...many] }, damaged)
  expect(content.length).toBeLessThan(compressFrom)
  const { page, errors } = await open(context, content)
  expect(await page.textContent('#cells')).toContain('1105 verdicts and')
  expect(await page.locator('article.finding').count()).toBe(9)
  expect(errors).toEqual([])
})

test('the page holds evidence of findings up to its limit and says how much it leaves out', async (context) => {
  const big = 'x'.repeat(200 * 1024)
  const sizes = { ...report, evidence: report.evidence.map((entry) => ({ ...entry, bytes: big.length })) }
  const { page } = await open(
    context,
    renderHtml(sizes, () => big, template),
  )
  expect(await page.textContent('#findings')).toMatch(/This page holds 200\.0 KiB .* 256\.0 KiB at the most; \d+ exchanges .* are left out/)
})

test('without JavaScript the page still says the verdict', () => {
  const [, spoken] = rendered(report, damaged).split(/<\/?noscript\s*>/)
  expect(spoken?.replaceAll(/\s+/g, ' ')).toMatch(
    /5 of 105 verdicts violate a documented must\. This run was answered by the built-in simulator/,
  )
})
