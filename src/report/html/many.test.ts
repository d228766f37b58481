import { expect, test } from 'vitest'
import { buildReport } from '../model/build/build.ts'
import { reportBrowser } from '../testing/browser.ts'
import { sample } from '../testing/sample.ts'
import { pageContent } from './content.ts'
import { observationsAtMost } from './limits.ts'

const { rendered, open } = reportBrowser()

/** Nothing here is a matter of time; the machine may be busy. */
const patient = { timeout: 30_000 }

test('a hundred thousand verdicts open: all are in the list, only what is seen is drawn, every one can be reached', async (context) => {
  const report = buildReport(sample({ damaged: true, copies: 953 }).input)
  const total = report.verdicts.length
  expect(total).toBeGreaterThan(100_000)
  const content = await rendered(report)
  expect(content.length).toBeLessThan(10 * 1024 * 1024)
  const { page, requests } = await open(context, content)
  expect(await page.locator('output.shown').innerText()).toContain(`${total} of ${total} verdicts`)
  expect(await page.locator('*').count()).toBeLessThan(10_000)
  const list = page.locator('#verdicts [role=listbox]')
  await list.focus()
  await page.keyboard.press('End')
  const last = list.locator('[aria-selected=true]')
  await expect.poll(() => last.getAttribute('aria-posinset'), patient).toBe(String(total))
  expect(await last.innerText()).toContain('conforms')
  await page.getByLabel('Filter').fill('o:violates s:visibility.several.again-500')
  await expect.poll(() => page.locator('output.shown').innerText(), patient).toContain(`4 of ${total} verdicts`)
  await page.evaluate('location.hash = "#scenario-visibility.several.again-951/scvmm-spf"')
  await expect.poll(() => page.locator('.scenario-page code').first().innerText(), patient).toBe('visibility.several.again-951/scvmm-spf')
  expect(requests).toEqual([page.url().split('#')[0]])
})

test('a page that would be too heavy holds the values that verdicts rest on first, and says how many it leaves out', async (context) => {
  const report = buildReport(sample().input)
  const [model] = report.observations
  const others = Array.from({ length: observationsAtMost }, (_one, index) => ({ ...model!, id: `${model!.id} ${index}` }))
  const heavy = { ...report, observations: [...others, ...report.observations] }
  const { head, tables } = pageContent(heavy, () => undefined)
  expect(head.observationsLeftOut).toBe(report.observations.length)
  const rested = new Set(report.verdicts.flatMap((verdict) => verdict.rests))
  const held = new Set((tables.observations.rows as typeof report.observations).map(({ id }) => id))
  expect(report.observations.filter(({ id }) => rested.has(id) && !held.has(id))).toEqual([])
  const { page } = await open(context, await rendered(heavy))
  expect(await page.textContent('#scenarios')).toContain(
    `${report.observations.length} of ${heavy.observations.length} values are only in report.json, to keep this page quick.`,
  )
})
