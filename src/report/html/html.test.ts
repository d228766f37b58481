import { expect, test } from 'vitest'
import { buildReport } from '../model/build/build.ts'
import type { Report, ReportMeasurement } from '../model/report.ts'
import { matricesOf } from '../present/matrix.ts'
import { damagedEvidence, damagedReport as report, reportBrowser } from '../testing/browser.ts'
import { sample } from '../testing/sample.ts'

const { rendered, open } = reportBrowser()

test('the page says the verdict and who answered, and asks the network for nothing', async (context) => {
  const { page, errors, requests } = await open(context, await rendered(report))
  expect(await page.title()).toBe('Non-conforming · snapcheck [simulator]')
  expect(await page.textContent('h1')).toBe('5 of 105 verdicts violate a documented must.')
  expect(await page.textContent('.origin-line')).toBe(
    'simulator This run was answered by the built-in simulator: it proves the harness, nothing about the products.',
  )
  expect(await page.locator('.toolbar .origin-stamp').innerText()).toMatch(/simulator$/)
  expect(await page.textContent('.identity')).toContain('Hyper-V Windows Server 2022, build 10.0.20348 simulator')
  expect(errors).toEqual([])
  expect(requests).toEqual([page.url()])
})

test('every cell of every matrix is there with symbol, word and origin, and leads to its verdicts', async (context) => {
  const { page } = await open(context, await rendered(report))
  expect(await page.locator('main > section').first().getAttribute('id')).toBe('matrix')
  for (const { property, cells } of matricesOf(report)) {
    expect(await page.locator(`table[data-property=${property}] td[data-outcome]`).count()).toBe(cells.length)
  }
  const cell = page.locator('table[data-property=visibility] td[data-outcome=violates]').first()
  expect(await cell.innerText()).toMatch(/violates\s+4 of 5\s+simulator\s+finding\s+1\s+finding\s+6/)
  expect(await cell.locator('svg').count()).toBe(1)
  const square = page.locator('.overview td:nth-child(2) .outcome-violates').first()
  expect(await square.getAttribute('title')).toBe('Visibility: violates, 4 of 5 judged')
  expect(await square.getAttribute('href')).toBe(await cell.locator('a').first().getAttribute('href'))
  await cell.locator('a').first().click()
  await expect.poll(() => page.locator('#verdicts [role=option]').count()).toBe(5)
  expect(page.url()).toContain('#verdicts?creator:hyperv-wmi+observer:scvmm-spf+p:visibility')
})

test('a finding says what it means, what was expected and observed character by character, and how to reproduce it', async (context) => {
  const { page } = await open(context, await rendered(report, damagedEvidence))
  const finding = page.locator('#finding-5')
  expect(await finding.innerText()).toContain('A documented must is not met. What was written down with it does not reach its reader')
  await finding.getByText('Why, values, evidence, how to reproduce').click()
  expect(await finding.locator('mark.expected').innerText()).toContain('zero⟨ZWSP⟩width, tab⇥here, trailing space␣')
  expect(await finding.locator('.values tbody tr').count()).toBe(2)
  await finding.getByText('Evidence (1)').click()
  await finding.locator('details.evidence > summary').click()
  expect(await finding.locator('pre').innerText()).toContain('VMCheckPoints HTTP/1.1')
  const command = 'snapcheck run comment.own-survives --creator scvmm-spf --source lab --seed 1'
  expect(await finding.locator('.command').innerText()).toBe(command)
  await page.context().grantPermissions(['clipboard-read', 'clipboard-write'])
  await finding.getByRole('button', { name: 'Copy' }).click()
  await finding.getByText('Copied', { exact: true }).waitFor()
  expect(await page.evaluate('navigator.clipboard.readText()')).toBe(command)
})

test('what is waived says so at its finding, and who answers for it until when', async (context) => {
  const waivers = [
    { claim: 'C-042', outcome: 'violates', reason: 'Known, case 4711.', by: 'M. Muster', until: '2999-12-31' },
    { claim: 'C-042', outcome: 'error', observer: 'scvmm-spf', reason: 'Old.', by: 'M. Muster', until: '2999-12-31' },
  ] as const
  const { page } = await open(context, await rendered(buildReport({ ...sample({ damaged: true }).input, waivers })))
  const finding = page.locator('#findings .finding', { hasText: 'waived' }).first()
  expect(await finding.innerText()).toContain('waived until 2999-12-31 by M. Muster')
  const cards = await page.locator('#waivers .finding').allInnerTexts()
  expect(cards[0]).toMatch(
    /waiver-1[^]*wherever it shows[^]*Known, case 4711\.[^]*M\. Muster, until 2999-12-31\. It excuses \d+ verdicts? here\./,
  )
  expect(cards[1]).toMatch(/seen through SCVMM \(SPF\)[^]*It excuses nothing here/)
})

test('raw and normalised stand side by side with what normalising changed marked', async (context) => {
  const { page } = await open(context, await rendered(report), { fragment: '#verdicts?c:C-027+creator:hyperv-wmi+observer:hyperv-wmi' })
  const row = page.locator('.chosen .values .this')
  await row.waitFor()
  expect(await row.locator('mark.changed').allInnerTexts()).toContain('Microsoft:')
})

test('a scenario shows a line of steps, the trees of all interfaces side by side, where the VM stands, and what it made', async (context) => {
  const { page } = await open(context, await rendered(report), { fragment: '#scenario-visibility.several/hyperv-wmi' })
  const scenario = page.locator('.scenario-page')
  expect(await scenario.locator('h3').innerText()).toBe('Several checkpoints of one VM are all visible, not only the newest')
  expect(await scenario.locator('.time-line li .word').allInnerTexts()).toEqual(['create', 'create', 'create', 'look'])
  expect(await scenario.locator('.tree').count()).toBe(2)
  expect(await scenario.locator('.tree').first().locator('.node.own').count()).toBe(3)
  expect(await scenario.locator('.tree').first().locator('li li li .now').innerText()).toContain('Now')
  expect(await scenario.locator('.cleanup').innerText()).toContain('Clean-up: restored.')
  await scenario.getByText('All values side by side').click()
  expect(
    await scenario
      .getByRole('row', { name: /createdTime/ })
      .first()
      .innerText(),
  ).toContain('CreationTime')
})

test('a scenario shows what single requests told, the clock and what a look could not read', async (context) => {
  const { page } = await open(context, await rendered(eventful()), { fragment: '#scenario-comment.own-survives/hyperv-wmi' })
  const scenario = page.locator('.scenario-page')
  expect(await scenario.locator('.mark-measurement .word').innerText()).toBe('verbs')
  expect(await scenario.locator('.structured').innerText()).toMatch(/^GET\s+200\s+PUT\s+204\s+405$/)
  expect(await scenario.locator('.when').allInnerTexts()).toContain('09:15:30')
  expect(await scenario.locator('.tree').last().innerText()).toMatch(/could not be read.*50 The account may not look\./s)
})

/** What only a live environment brings: probes, refused looks. */
function eventful(): Report {
  const change = (scenario: Report['scenarios'][number]): Report['scenarios'][number] => {
    const view = scenario.steps.find((step) => step.kind === 'view')!
    const { id, stage, title, participant, vm, evidence, via, origin } = view
    const measurement: ReportMeasurement = {
      kind: 'measurement',
      id: `${id}/verbs`,
      stage,
      title,
      interface: view.interface,
      participant,
      vm,
      evidence,
      name: 'verbs',
      value: { GET: 200, PUT: [204, 405] },
      via,
      origin,
    }
    const failure = { code: 'SNAPCHECK_PERMISSION', productCode: '50', sentence: 'The account may not look.', isFault: true }
    const steps = scenario.steps.map((step) =>
      step.kind === 'view' && step.interface === 'scvmm-spf' ? { ...step, settled: 'unreadable' as const, failure, checkpoints: [] } : step,
    )
    return { ...scenario, steps: [...steps, measurement] }
  }
  const clock = report.observations.find(({ view, property }) => property === 'vmName' && view.endsWith('hyperv-wmi'))!
  const clocks = report.scenarios.flatMap(({ steps }) => steps.filter(({ kind, id }) => kind === 'view' && id.endsWith('hyperv-wmi')))
  const observations = clocks.map(({ id }) => ({
    ...clock,
    id: `${id}/vm/hostTime`,
    view: id,
    property: 'hostTime' as const,
    field: 'LocalDateTime',
    raw: '20261122091530.000000+000',
    normalised: '2026-11-22T09:15:30.000Z',
  }))
  return { ...report, scenarios: report.scenarios.map(change), observations: [...report.observations, ...observations] }
}

test('of an inventory each tree says whose it is, and VMs that show none are folded', async (context) => {
  const { page } = await open(context, await rendered(inventory()), { fragment: '#scenario-comment.own-survives/hyperv-wmi' })
  const scenario = page.locator('.scenario-page')
  expect(await scenario.locator('.time-line small').last().innerText()).toBe('2 interfaces, 2 VMs')
  expect(await scenario.locator('.tree').count()).toBe(1)
  expect(await scenario.locator('.tree figcaption').innerText()).toContain('VM HV4')
  await scenario.getByText('1 VM that shows none').click()
  await expect.poll(() => scenario.locator('.tree').last().innerText()).toContain('shows none')
})

/** What SCVMM shows is another VM, and it has no checkpoint. */
function inventory(): Report {
  const vm = '11111111-2222-3333-4444-555555555555'
  const scenarios = report.scenarios.map((scenario) => ({
    ...scenario,
    steps: scenario.steps.map((step) => (step.kind === 'view' && step.interface === 'scvmm-spf' ? { ...step, vm, checkpoints: [] } : step)),
  }))
  return { ...report, scenarios }
}

test('a cell that only records answers claims nothing, and leads to them', async (context) => {
  const { page } = await open(context, await rendered(report))
  const cell = page.locator('table[data-property=time] td.recorded').first()
  expect(await cell.innerText()).toMatch(/recorded\s+an open question\s+simulator\s+answer\s+b/)
  await cell.locator('.note-answer').click()
  expect(await page.locator('#answer-2').innerText()).toContain('AddedTime')
})

test('what somebody else did and what was not put back stand on top, in the scenario and at the verdicts that they touch', async (context) => {
  const disturbed = buildReport(sample({ disturbed: true }).input)
  const { page } = await open(context, await rendered(disturbed))
  expect(await page.textContent('.besides')).toBe('In 1 of 6 scenarios somebody else changed the VM meanwhile.')
  expect(await page.textContent('h1')).toContain('1 scenario was not put back')
  const card = page.locator('#environment article')
  expect(await card.innerText()).toMatch(/visibility\.several\/hyperv-wmi.*Clean-up: left-behind\..*As before\s+1 of 2/s)
  expect(await card.innerText()).toMatch(/Still there\s+[0-9A-F-]{36} It carries .*Different\s+.*Cannot be undone\s+apply the first/s)
  const touched = disturbed.verdicts.filter(({ reason }) => reason?.code === 'environment-changed').length
  expect(touched).toBeGreaterThan(0)
  await card.getByRole('link', { name: `${touched} of its` }).click()
  await expect.poll(() => page.locator('output.shown').innerText()).toContain(`${touched} of 105 verdicts`)
  await page.locator('.chosen .reason').getByRole('link', { name: 'checkpoint-appeared' }).click()
  const change = page.locator('.scenario-page .disturbances li:focus')
  await expect.poll(() => change.innerText()).toMatch(/appeared, which this run did not make\. From step 4 on, shown by Hyper-V \(WMI\)/)
  expect(await page.locator('.time-line li .word').allInnerTexts()).toEqual(['create', 'create', 'create', 'changed', 'look'])
})

test('a problem that many scenarios met is one card that leads to each', async (context) => {
  const met = { code: 'SNAPCHECK_UNREACHABLE', sentence: 'No answer.', place: 'hyperv-wmi', next: 'Check that the service runs.' }
  const problems = report.scenarios.map(({ id }) => ({ ...met, scenario: id }))
  const { page } = await open(context, await rendered(buildReport(sample({ problems }).input)))
  expect(await page.locator('#problems article').count()).toBe(1)
  await page.getByText(`In ${problems.length} scenarios`).click()
  await expect.poll(() => page.locator('#problems li a').count()).toBe(problems.length)
})

test('claims lead to scenarios and cells, and a verdict back to its claim and the source', async (context) => {
  const { page } = await open(context, await rendered(report), { fragment: '#claim-C-042' })
  const claim = page.locator('#claim-C-042[open]')
  await claim.locator('dl').waitFor()
  expect(await claim.innerText()).toContain('visibility.several/hyperv-wmi')
  await claim.getByRole('link', { name: 'Parent, Hyper-V (WMI)' }).last().click()
  await expect.poll(() => page.locator('output.shown').innerText()).toContain('5 of 105 verdicts')
  const verdict = page.locator('.chosen')
  expect(await verdict.innerText()).toContain('Claimed by')
  await verdict.getByRole('link', { name: 'C-042', exact: true }).click()
  await page.locator('#claim-C-042[open]').waitFor()
  expect(await claim.locator('.prose').innerText()).toMatch(
    /Of \d+ verdicts: .* violates.*\. Participants: Hyper-V .* \[simulator\]\. .* nothing about the products\./,
  )
  expect(await page.locator('output.shown').innerText()).toContain('105 of 105')
})

test('the terminology shows words with their releases, what a window says, and false friends', async (context) => {
  const { page } = await open(context, await rendered(report))
  const row = page.locator('#terminology tbody tr').first()
  expect(await row.innerText()).toMatch(/Snapshot 2008 to 2012\s+Checkpoint since 2012 R2/)
  await row.getByText('documented, modelled').first().click()
  await expect.poll(() => row.innerText()).toMatch(/modelled by \d+ verdicts on C-/)
  await row.getByText('1 false friend').click()
  await expect.poll(() => row.innerText()).toContain('Get-ClusterCheckpoint a registry checkpoint of a cluster resource')
})

test('a conforming report of a product says so, without findings', async (context) => {
  const { page } = await open(context, await rendered(buildReport(sample({ origin: 'product' }).input)))
  expect(await page.textContent('.conclusion')).toBe('Acceptable')
  expect(await page.textContent('.origin-line')).toBe('product This run was answered by product builds that were positively identified.')
  expect(await page.textContent('#findings')).toContain('Nothing was found that does not conform.')
})

test('a report of nothing still opens and says that nothing could be judged', async (context) => {
  const empty = buildReport({ ...sample().input, scenarios: [], evidence: [] })
  const { page } = await open(context, await rendered(empty))
  expect(await page.textContent('.conclusion')).toBe('Not assessed')
  expect(await page.textContent('#scenarios')).toContain('No scenario ran and no file was read.')
})

test('text of a product cannot become part of the page', async (context) => {
  const hostile = '</script><script>document.title="taken"</script><img src="https://example.invalid/x.png"><!-- $& -->'
  const verdicts = report.verdicts.map((verdict) => (verdict.outcome === 'violates' ? { ...verdict, actual: hostile } : verdict))
  const { page, requests } = await open(context, await rendered({ ...report, verdicts }))
  expect(await page.title()).toContain('Non-conforming')
  expect(await page.locator('#finding-1 .comparison').innerText()).toContain(`Observed\n${hostile}`)
  expect(requests).toEqual([page.url()])
})

test('the page holds evidence of findings up to its limit and says how much it leaves out', async (context) => {
  const big = 'x'.repeat(200 * 1024)
  const sizes = { ...report, evidence: report.evidence.map((entry) => ({ ...entry, bytes: big.length })) }
  const { page } = await open(context, await rendered(sizes, () => big))
  expect(await page.textContent('#findings')).toMatch(/This page holds 200\.0 KiB .* 256\.0 KiB at the most; \d+ exchanges .* are left out/)
})

test('without JavaScript the page still says the verdict', async () => {
  const [, spoken] = (await rendered(report)).split(/<\/?noscript\s*>/)
  expect(spoken?.replaceAll(/\s+/g, ' ')).toMatch(
    /5 of 105 verdicts violate a documented must\. This run was answered by the built-in simulator/,
  )
})
