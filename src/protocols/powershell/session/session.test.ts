import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { afterAll, beforeAll, expect, test } from 'vitest'
import type { CliXmlValue } from '../codec/value.ts'
import { openSession, type Session } from './session.ts'
import { describeWithPowerShell, executable } from './testing/powershell.ts'
import { plain, processOf, run, scriptOf } from './testing/scripts.ts'

const forever = '[Threading.Thread]::Sleep(60000)'

describeWithPowerShell('a session', () => {
  let session: Session
  beforeAll(async () => void (session = await openSession({ executable })))
  afterAll(() => session.dispose())

  test('says which PowerShell answers', () => {
    expect(session.engine).toMatchObject({
      version: expect.stringMatching(/^\d+\.\d+/),
      edition: expect.stringMatching(/^(Core|Desktop)$/),
    })
  })

  test('gives parameters by name, with their types', async () => {
    const text =
      'param([string] $Text, [bool] $Flag, $Whole, $Number, [string[]] $List) $Text, $Flag, $Whole, $Number, $List.Length, $List[1]'
    const parameters = { Text: 'it’s "$(1)"', Flag: false, Whole: 2 ** 53 - 1, Number: -0.1, List: ['', ',;:'] }
    expect(plain(await run(session, text, { parameters }))).toEqual(['it’s "$(1)"', false, 2n ** 53n - 1n, -0.1, 2, ',;:'])
    expect(plain(await run(session, 'param($List) $List.GetType().Name, $List.Length', { parameters: { List: [] } }))).toEqual([
      'String[]',
      0,
    ])
  })

  test.each([NaN, Infinity])('refuses the number %s before anything is sent', async (number) => {
    await expect(run(session, '1', { parameters: { Number: number } })).rejects.toMatchObject({ code: 'SNAPCHECK_CANNOT_CARRY' })
  })

  test('refuses a parameter whose name could be anything else', async () => {
    await expect(run(session, '1', { parameters: { "A' ; 'B": 1 } })).rejects.toMatchObject({ code: 'SNAPCHECK_CANNOT_CARRY' })
  })

  test.each([1, 2, 3])('keeps objects to depth %i, as Export-Clixml does', async (depth) => {
    const chain = '$chain = [pscustomobject]@{ Next = 0 }; foreach ($n in 1..6) { $chain = [pscustomobject]@{ Next = $chain } }'
    const [text] = plain(await run(session, `${chain}; [System.Management.Automation.PSSerializer]::Serialize($chain, ${depth})`))
    const [value] = (await run(session, `${chain}; $chain`, { depth })).output
    expect(levels(value)).toBe(String(text).split('N="Next"').length - 1)
  })

  test('refuses a script that is not the one of its hash', async () => {
    const script = scriptOf('"as shipped"')
    writeFileSync(join(import.meta.dirname, '../../../..', script.path), '"changed"')
    await expect(session.call({ script })).rejects.toMatchObject({
      code: 'SNAPCHECK_POWERSHELL_SCRIPT',
      place: script.path,
      expected: script.sha256,
    })
    expect(plain(await run(session, '"as shipped"'))).toEqual(['as shipped'])
  })

  test('refuses a script that is not there', async () => {
    const script = { path: 'src/nowhere.ps1', sha256: '0'.repeat(64) }
    await expect(session.call({ script })).rejects.toMatchObject({ code: 'SNAPCHECK_POWERSHELL_SCRIPT', place: script.path })
  })

  test('refuses a request beyond its limit', async () => {
    const parameters = { Text: 'x'.repeat(1_000_000) }
    await expect(run(session, '1', { parameters })).rejects.toMatchObject({ code: 'SNAPCHECK_POWERSHELL_LIMIT' })
  })

  test('stops a script that puts out objects without end', async () => {
    await using small = await openSession({ executable, limits: { objects: 1_000 } })
    await expect(run(small, 'while ($true) { 1 }')).rejects.toMatchObject({ code: 'SNAPCHECK_POWERSHELL_LIMIT' })
    expect(plain(await run(small, '1'))).toEqual([1])
  })

  test('ends a call whose signal is aborted, and that one only', async () => {
    const abandoned = new AbortController()
    const calls = Promise.allSettled([run(session, forever, { signal: abandoned.signal }), run(session, '1')])
    await sleep(200)
    abandoned.abort(new Error('enough'))
    expect(await calls).toMatchObject([
      { status: 'rejected', reason: { code: 'SNAPCHECK_POWERSHELL_ABORTED', observed: 'enough' } },
      { status: 'fulfilled' },
    ])
  })

  test('ends a call that is aborted while it waits, without touching the one that runs', async () => {
    const before = await processOf(session)
    const abandoned = new AbortController()
    const calls = Promise.allSettled([
      run(session, '[Threading.Thread]::Sleep(500); $PID'),
      run(session, '1', { signal: abandoned.signal }),
      run(session, '1', { signal: AbortSignal.abort() }),
    ])
    abandoned.abort()
    const aborted = { status: 'rejected', reason: { code: 'SNAPCHECK_POWERSHELL_ABORTED' } }
    expect(await calls).toMatchObject([{ status: 'fulfilled', value: { output: [{ value: before }] } }, aborted, aborted])
    expect(await processOf(session)).toBe(before)
  })

  test('begins nothing for a signal that is aborted already', async () => {
    const before = await processOf(session)
    const call = run(session, '1', { signal: AbortSignal.abort(new Error('never mind')) })
    await expect(call).rejects.toMatchObject({ code: 'SNAPCHECK_POWERSHELL_ABORTED', observed: 'never mind' })
    expect(await processOf(session)).toBe(before)
  })

  test('is closed by its own signal', async () => {
    const closing = new AbortController()
    const other = await openSession({ executable, signal: closing.signal })
    const call = run(other, forever)
    await sleep(200)
    closing.abort()
    await expect(call).rejects.toMatchObject({ code: 'SNAPCHECK_POWERSHELL_ABORTED' })
    await other.dispose()
    await expect(openSession({ executable, signal: closing.signal })).rejects.toMatchObject({ code: 'SNAPCHECK_POWERSHELL_ABORTED' })
  })

  test('gives up a start that takes too long', async () => {
    await expect(openSession({ executable, limits: { start: 1 } })).rejects.toMatchObject({ code: 'SNAPCHECK_POWERSHELL_TIMEOUT' })
  })

  test('adds to the environment of its processes', async () => {
    await using other = await openSession({ executable, environment: { SNAPCHECK_PROBE: 'x y' } })
    expect(plain(await run(other, '$env:SNAPCHECK_PROBE; $env:TERM; $env:NO_COLOR'))).toEqual(['x y', 'dumb', '1'])
  })

  test('runs as many calls at once as it has processes', async () => {
    await using pool = await openSession({ executable, size: 2 })
    const meet =
      'param($Mine, $Other) [IO.File]::WriteAllText($Mine, ""); while (-not [IO.File]::Exists($Other)) { [Threading.Thread]::Sleep(10) }; $PID'
    const [first, second] = [scriptOf('first').path, scriptOf('second').path].map((path) =>
      join(import.meta.dirname, '../../../..', `${path}.met`),
    )
    const pids = await Promise.all([
      run(pool, meet, { parameters: { Mine: first!, Other: second! }, timeout: 30_000 }),
      run(pool, meet, { parameters: { Mine: second!, Other: first! }, timeout: 30_000 }),
    ])
    expect(new Set(pids.flatMap(plain)).size).toBe(2)
  })
})

/** How many objects in a row have a member Next. */
function levels(value: CliXmlValue | undefined): number {
  const next = value?.type === 'object' ? value.extended.get('Next') : undefined
  return next === undefined ? 0 : 1 + levels(next)
}
