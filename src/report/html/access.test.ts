import { readFile } from 'node:fs/promises'
import { createRequire } from 'node:module'
import { expect, test } from 'vitest'
import { buildReport } from '../model/build/build.ts'
import type { Report } from '../model/report.ts'
import { damagedEvidence, damagedReport as report, desktop, openAll, phone, reportBrowser } from '../testing/browser.ts'
import { sample } from '../testing/sample.ts'

const { rendered, open } = reportBrowser()

const axe = createRequire(import.meta.url).resolve('axe-core/axe.min.js')

/** With what has no place to break a line, somebody else's hand, and problems. */
const wide = longWinded(
  buildReport(
    sample({
      damaged: true,
      disturbed: true,
      problems: [{ code: 'SNAPCHECK_UNREACHABLE', sentence: 'No answer.', scenario: null, place: 'hyperv-wmi', next: 'Look there.' }],
    }).input,
  ),
)

function longWinded(one: Report): Report {
  const url = `https://server.example:8090/SC2012/VMM/${'VMCheckPoints'.repeat(8)}(ID=guid'00000000-0000-0000-0000-000000000000')`
  return { ...one, claims: one.claims.map((claim) => ({ ...claim, statement: `${claim.statement} ${url}` })) }
}

test.for([
  ['light', desktop],
  ['dark', desktop],
  ['light', phone],
  ['dark', phone],
] as const)(
  'nothing is out of reach for assistive technology, nothing is wider than the window: %s, %j',
  async ([colorScheme, size], context) => {
    const options = { ...size, colorScheme, reducedMotion: 'reduce', fragment: '#?-o:unsupported' } as const
    const { page } = await open(context, await rendered(wide, damagedEvidence), options)
    await openAll(page)
    await page.evaluate(await readFile(axe, 'utf8'))
    const violations = await page.evaluate(
      'axe.run().then((result) => result.violations.map(({ id, nodes }) => id + ": " + nodes.map((node) => node.html).slice(0, 3).join(" ")))',
    )
    expect(violations).toEqual([])
    expect(await page.evaluate('document.documentElement.scrollWidth')).toBe(size.viewport.width)
  },
)

test('a screen reader finds landmarks, names and the number of items', async (context) => {
  const { page } = await open(context, await rendered(report))
  for (const role of ['banner', 'search', 'main', 'contentinfo'] as const) expect(await page.getByRole(role).count()).toBe(1)
  expect(await page.getByRole('navigation', { name: 'Sections' }).count()).toBe(1)
  expect(await page.getByRole('region', { name: 'Findings' }).count()).toBe(1)
  expect(await page.getByRole('article', { name: /every snapshot taken in Hyper-V Manager/ }).count()).toBeGreaterThan(0)
  const first = page.getByRole('listbox', { name: 'Verdicts, worst first' }).getByRole('option').first()
  expect(await first.getAttribute('aria-setsize')).toBe('105')
  expect(await page.getByRole('listbox', { name: 'Verdicts, worst first' }).getAttribute('aria-activedescendant')).toBe(
    await first.getAttribute('id'),
  )
  expect(await page.getByRole('status').first().innerText()).toContain('105 of 105 verdicts')
})

test('the page follows the theme of the system', async (context) => {
  const { page } = await open(context, await rendered(report), { ...desktop, colorScheme: 'light' })
  const background = async (): Promise<unknown> => page.evaluate('getComputedStyle(document.body).backgroundColor')
  expect(await background()).toBe('rgb(246, 245, 241)')
  await page.emulateMedia({ colorScheme: 'dark' })
  expect(await background()).toBe('rgb(20, 23, 26)')
})

test('paper shows what matters unfolded, and nothing that only a screen needs', async (context) => {
  const { page } = await open(context, await rendered(report), { ...desktop, colorScheme: 'dark' })
  await page.emulateMedia({ media: 'print' })
  await expect.poll(() => page.locator('#not-judged details:not([open])').count()).toBe(0)
  for (const gone of ['.toolbar', '.contents', '.copyable button']) expect(await page.locator(gone).first().isVisible()).toBe(false)
  expect(await page.locator('#verdicts .item').count()).toBe(100)
  expect(await page.textContent('#verdicts')).toContain('And 5 more, in report.html and report.json.')
  await expect.poll(() => page.locator('article.finding > details:not([open])').count()).toBe(0)
  expect(await page.evaluate("document.querySelector('.overview').scrollWidth <= document.querySelector('main').clientWidth")).toBe(true)
  expect(await page.locator('#verdicts [role=listbox]').count()).toBe(0)
  expect(await page.locator('article.finding').count()).toBe(9)
  expect(await page.evaluate('getComputedStyle(document.body).backgroundColor')).toBe('rgb(255, 255, 255)')
  await page.emulateMedia({ media: 'screen' })
  await expect.poll(() => page.locator('#verdicts [role=listbox]').count()).toBe(1)
})

test('a printer gets the whole of it', async (context) => {
  const { page } = await open(context, await rendered(report))
  const paper = (await page.pdf({ format: 'A4' })).toString('latin1')
  expect(paper.match(/\/Type\s*\/Page\b/g)?.length).toBeGreaterThan(5)
})
