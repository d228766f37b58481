import { readFileSync } from 'node:fs'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { describeWithPowerShell } from '../../protocols/powershell/session/testing/powershell.ts'
import { openDesk, type Desk } from './testing/desk.ts'
import { idioms } from './testing/idioms.ts'

const runHere = idioms.filter(({ needs }) => needs === undefined)
const needMore = idioms.filter(({ needs }) => needs !== undefined)

describeWithPowerShell('idioms of public scripts', () => {
  let desk: Desk
  let hasUtility: boolean
  beforeAll(async () => {
    desk = await openDesk()
    hasUtility = (await desk.errors('$null = Sort-Object')).length === 0
  }, 120_000)
  afterAll(() => desk[Symbol.asyncDispose]())

  it.each(runHere)('runs here: $script', async ({ script }) => {
    expect(await desk.errors(script)).toEqual([])
  })

  it.each(needMore)('needs $needs, which the engine lacks: $script', async ({ script }) => {
    const expected = hasUtility ? [] : ['CommandNotFoundException (ObjectNotFound)']
    expect((await desk.errors(script)).slice(0, 1)).toEqual(expected)
    // The asynchronous one has begun its job.
    await desk.texts("while (@(Get-SCJob -Running | Where-Object { $_.CmdletName -eq 'New-SCVMCheckpoint' }).Count -gt 0) { }")
  })

  it('counts them as the page on the modules does', () => {
    const page = readFileSync(new URL('../../../docs/lab-modules.md', import.meta.url), 'utf8').replaceAll(/\s+/gu, ' ')
    expect(page).toContain(
      `Of ${idioms.length} idioms of public scripts, ${runHere.length} run on the engine alone and ${needMore.length} need a cmdlet`,
    )
  })
})
