import type { Page } from 'playwright-core'
import { expect, test } from 'vitest'
import type { Report } from '../model/report.ts'
import { damagedReport as report, openAll, reportBrowser } from '../testing/browser.ts'

const { rendered, open } = reportBrowser()

const shown = (page: Page): Promise<string> => page.locator('output.shown').innerText()

test('a filter keeps the denominator, reaches every list, and stands in the address', async (context) => {
  const { page } = await open(context, await rendered(report))
  expect(await shown(page)).toContain('105 of 105 verdicts')
  await page.getByLabel('Filter').fill('o:violates p:parent')
  await expect.poll(() => shown(page)).toContain('2 of 105 verdicts')
  expect(page.url()).toContain('#?o:violates+p:parent')
  expect(await page.locator('article.finding').count()).toBe(2)
  expect(await page.locator('#scenarios [role=option]').count()).toBe(2)
  expect(await page.locator('.stack > [id^=claim-]').count()).toBe(1)
  expect(await page.locator('.contents').innerText()).toMatch(/Findings\s*2 of 9/)
  expect(await page.locator('table[data-property=name] td.unmatched').count()).toBe(4)
  expect(await page.locator('table[data-property=parent] td[data-outcome=violates]').first().innerText()).toContain('1 in the filter')
})

test('an address with a filter can be sent to somebody, and going back undoes it', async (context) => {
  const { page } = await open(context, await rendered(report), { fragment: '#verdicts?o:inconclusive+s:visibility.idempotent' })
  expect(await shown(page)).toContain('2 of 105 verdicts')
  expect(await page.getByLabel('Filter').inputValue()).toBe('o:inconclusive s:visibility.idempotent')
  await expect.poll(() => page.evaluate("Math.abs(document.getElementById('verdicts').getBoundingClientRect().top) < 200")).toBe(true)
  await page.locator('.proportions').getByText('violates').click()
  await expect.poll(() => shown(page)).toContain('5 of 105 verdicts')
  await page.goBack()
  await expect.poll(() => shown(page)).toContain('2 of 105 verdicts')
  await page.locator('.toolbar').getByText('Clear').click()
  await expect.poll(() => shown(page)).toContain('105 of 105 verdicts')
})

test('a jump lands where it leads and stays there, though lists before it are drawn as far as they are read', async (context) => {
  const { page } = await open(context, await rendered(withFindings(40)), { fragment: '#answers' })
  const top = (): Promise<number> => page.evaluate("document.getElementById('answers').getBoundingClientRect().top")
  await page.evaluate('new Promise((resolve) => setTimeout(resolve, 400))')
  expect(Math.abs(await top())).toBeLessThan(120)
  expect(await page.locator('.contents [aria-current]').innerText()).toContain('Answers to open questions')
  await page.locator('.contents').getByText('Scenarios').click()
  await expect.poll(() => page.locator('.contents [aria-current]').innerText()).toContain('Scenarios')
})

/** The same findings, each once more for every further claim. */
function withFindings(count: number): Report {
  const [violated] = report.verdicts.filter(({ outcome }) => outcome === 'violates')
  const claims = Array.from({ length: count }, (_one, index) => ({ ...report.claims[0]!, id: `C-9${index + 10}`, level: 'must' as const }))
  const verdicts = claims.map(({ id }) => ({ ...violated!, id: `${violated!.id}|${id}`, claim: id }))
  return { ...report, claims: [...report.claims, ...claims], verdicts: [...report.verdicts, ...verdicts] }
}

test('a filter that nothing passes says so instead of showing nothing', async (context) => {
  const { page } = await open(context, await rendered(report), { fragment: '#?nobody-wrote-this' })
  expect(await shown(page)).toContain('0 of 105 verdicts')
  expect(await page.textContent('#findings')).toContain('None of the 9 findings passes the filter.')
  expect(await page.textContent('#verdicts')).toContain('None of the 105 verdicts passes the filter.')
})

test('everything is done by the keyboard alone: skip, filter, walk a list, follow a note', async (context) => {
  const { page } = await open(context, await rendered(report))
  const focused = (): Promise<string> => page.evaluate('document.activeElement.textContent')
  await page.keyboard.press('Tab')
  expect(await focused()).toBe('Skip to the matrix')
  await page.keyboard.press('Enter')
  for (const stop of ['made through', 'Visibility', 'Identity']) {
    await page.keyboard.press('Tab')
    expect(await focused()).toContain(stop)
  }
  await page.keyboard.press('Enter')
  await expect.poll(() => page.evaluate('document.activeElement.id')).toBe('matrix-identity')
  await page.keyboard.press('Tab')
  expect(await focused()).toContain('Identity, made through Hyper-V (WMI), seen through Hyper-V (WMI)')
  await page.keyboard.press('Enter')
  await expect.poll(() => shown(page)).toContain('5 of 105 verdicts')
  await page.keyboard.press('/')
  await page.keyboard.type('o:not-run')
  await expect.poll(() => shown(page)).toContain('17 of 105 verdicts')
  expect(await page.getByLabel('Filter').inputValue()).toBe('o:not-run')
  await page.locator('#verdicts [role=listbox]').focus()
  await page.keyboard.press('End')
  await expect.poll(() => page.locator('#verdicts [aria-selected=true]').getAttribute('aria-posinset')).toBe('17')
  await page.keyboard.press('ArrowUp')
  await expect.poll(() => page.locator('#verdicts [aria-selected=true]').getAttribute('aria-posinset')).toBe('16')
  expect(page.url()).toMatch(/#verdict-\d+\?o:not-run$/)
  const chosen = await page.locator('.chosen').getAttribute('id')
  expect(page.url()).toContain(`#${chosen}?`)
})

test('every link within the page leads somewhere', async (context) => {
  const { page } = await open(context, await rendered(report))
  await openAll(page)
  const fragments = await page
    .locator('a[href^="#"]')
    .evaluateAll((links) => [...new Set(links.map((link) => String(link.getAttribute('href'))))])
  expect(fragments.length).toBeGreaterThan(80)
  expect(await page.evaluate(`(${followAll})(${JSON.stringify(fragments)})`)).toEqual([])
})

/** Goes to each address in turn; gives those whose target is not there, and those whose filter leaves nothing. */
const followAll = `async (fragments) => {
  const drawn = () => new Promise((resolve) => requestAnimationFrame(() => requestAnimationFrame(resolve)))
  const dead = []
  for (const fragment of fragments) {
    location.hash = fragment
    await drawn()
    const anchor = decodeURIComponent(fragment.slice(1).split('?')[0])
    if (anchor !== '' && document.getElementById(anchor) === null) dead.push(fragment)
    if (/\\b0 of/.test(document.querySelector('output.shown').textContent)) dead.push(fragment + ' leaves nothing')
  }
  return dead
}`
