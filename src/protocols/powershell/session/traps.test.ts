import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { openSession, type Session } from './session.ts'
import { describeWithPowerShell, executable } from './testing/powershell.ts'
import { memoryInUse, plain, processOf, run } from './testing/scripts.ts'

const node = { Program: process.execPath }
const native = (source: string): string => `param($Program) & $Program -e '${source}'`

/** Starts a program and does not wait for it. */
const inBackground = (source: string): string =>
  `param($Program) $start = [Diagnostics.ProcessStartInfo]::new($Program, '-e "${source}"'); $start.UseShellExecute = $false; $null = [Diagnostics.Process]::Start($start)`

/** The numbers are those of reference/node-powershell.md, each a trap that the package alone falls into. */
describeWithPowerShell('a session is not caught by', () => {
  let session: Session
  beforeAll(async () => void (session = await openSession({ executable })))
  afterAll(() => session.dispose())

  /** For tests that end the process. */
  async function alone(use: (session: Session) => Promise<void>): Promise<void> {
    await using own = await openSession({ executable })
    await use(own)
  }

  test('trap 1: a block over several lines without an empty line at its end', async () => {
    expect(plain(await run(session, 'function f {\n  "in f"\n}\nf'))).toEqual(['in f'])
    expect(plain(await run(session, '"next"'))).toEqual(['next'])
  })

  test('trap 2: blocks with empty lines in them and at their end', async () => {
    const text = "function f {\n\n  if ($true) {\n\n    @'\nfirst\n\nthird\n'@\n  }\n}\n\nf |\n  ForEach-Object { $_ }\n\n"
    expect(plain(await run(session, text))).toEqual(['first\n\nthird'])
  })

  test.each(['if (', '"no end', "'no end", '@"\nno end', 'f {'])('trap 3: the unfinished %j is an ordinary error', async (text) => {
    const before = await processOf(session)
    const { errors, output, hadErrors } = await run(session, text)
    expect({ hadErrors, output, ids: errors.map(({ id }) => id) }).toEqual({ hadErrors: true, output: [], ids: ['ParseException'] })
    expect(errors[0]!.exceptions.at(-1)!.types).toContain('System.Management.Automation.ParseException')
    expect(await processOf(session)).toBe(before)
  })

  test('trap 4: a complete but wrong line is an ordinary error', async () => {
    expect((await run(session, '1 + )')).errors.map(({ id }) => id)).toEqual(['ParseException'])
    expect(plain(await run(session, '1'))).toEqual([1])
  })

  test('trap 5: what was put out before and after an error is kept', async () => {
    const passing = await run(session, '"before"; Get-Nothing; "after"')
    expect(plain(passing)).toEqual(['before', 'after'])
    expect(passing).toMatchObject({ hadErrors: true, wasTerminated: false })
    expect(passing.errors).toMatchObject([{ id: 'CommandNotFoundException', category: 'ObjectNotFound', target: 'Get-Nothing' }])

    const ending = await run(session, '"before"; throw [InvalidOperationException]::new("outer", [IO.IOException]::new("inner")); "after"')
    expect(plain(ending)).toEqual(['before'])
    expect(ending).toMatchObject({ hadErrors: true, wasTerminated: true })
    expect(ending.errors[0]!.exceptions.map(({ message, types }) => [message, types[0]])).toEqual([
      ['outer', 'System.InvalidOperationException'],
      ['inner', 'System.IO.IOException'],
    ])
  })

  test('trap 6: the exit code of a silent program is told', async () => {
    expect(await run(session, native('process.exit(3)'), { parameters: node })).toMatchObject({ exitCode: 3, hadErrors: false })
    expect(await run(session, '1')).toMatchObject({ exitCode: null })
  })

  test('trap 7: what a program writes on stderr is no error of the script', async () => {
    const result = await run(session, native('console.error(`50 %`); console.error(`done`); console.log(7)'), { parameters: node })
    expect(plain(result)).toEqual(['7'])
    expect(result).toMatchObject({ programErrors: ['50 %', 'done'], errors: [], hadErrors: false, exitCode: 0 })
  })

  test('trap 8: errors that the script silences or catches are none', async () => {
    const text = 'Get-Command nothing-there -ErrorAction SilentlyContinue; try { throw "x" } catch { "caught" }'
    const result = await run(session, text)
    expect(plain(result)).toEqual(['caught'])
    expect(result).toMatchObject({ errors: [], hadErrors: false })
  })

  test('trap 9: warnings, verbose and information are streams of their own', async () => {
    const text =
      '[CmdletBinding()] param() $PSCmdlet.WriteWarning("w"); $PSCmdlet.WriteVerbose("v"); $PSCmdlet.WriteInformation("i", @()); $Host.UI.WriteLine("h"); 1'
    const result = await run(session, text, { parameters: { Verbose: true } })
    expect(plain(result)).toEqual([1])
    expect(result).toMatchObject({ warnings: ['w'], verbose: ['v'], information: ['i'], console: '' })
    expect((await run(session, text)).verbose).toEqual([])
  })

  test.each(['"before"; exit 0', '"before"; [Environment]::Exit(0)', '"before"; break', '"before"; continue'])(
    'trap 10: exit 0 inside a call, by %s, is never a success',
    (text) =>
      alone(async (session) => {
        const before = await processOf(session)
        const [left, waiting] = await Promise.allSettled([run(session, text), processOf(session)])
        expect(left).toMatchObject({ status: 'rejected', reason: { code: 'SNAPCHECK_POWERSHELL_ENDED' } })
        expect(waiting).toMatchObject({ status: 'fulfilled' })
        expect(waiting).not.toMatchObject({ value: before })
      }),
  )

  test('trap 11: exit 5 says what happened, and the next call works', () =>
    alone(async (session) => {
      await expect(run(session, 'exit 5')).rejects.toMatchObject({ code: 'SNAPCHECK_POWERSHELL_ENDED' })
      await expect(run(session, '[Environment]::Exit(5)')).rejects.toMatchObject({
        code: 'SNAPCHECK_POWERSHELL_ENDED',
        observed: 'code 5',
      })
      expect(plain(await run(session, '1'))).toEqual([1])
    }))

  test('trap 12: a process that is killed ends its call, and those that wait go on', () =>
    alone(async (session) => {
      const pid = await processOf(session)
      const calls = Promise.allSettled([run(session, '[Threading.Thread]::Sleep(60000)'), run(session, '1'), run(session, '2')])
      await sleep(300)
      process.kill(pid, 'SIGKILL')
      const [killed, ...others] = await calls
      expect(killed).toMatchObject({ status: 'rejected', reason: { code: 'SNAPCHECK_POWERSHELL_ENDED', observed: 'SIGKILL' } })
      expect(others.map(({ status }) => status)).toEqual(['fulfilled', 'fulfilled'])
    }))

  test('trap 12: a process that died between two calls costs no call', () =>
    alone(async (session) => {
      process.kill(await processOf(session), 'SIGKILL')
      await sleep(300)
      expect(plain(await run(session, '1'))).toEqual([1])
    }))

  test('trap 12: a process that dies at the very moment of a call is one clear error at most', () =>
    alone(async (session) => {
      for (let turn = 0; turn < 4; turn++) {
        process.kill(await processOf(session), 'SIGKILL')
        const [outcome] = await Promise.allSettled([run(session, '1')])
        if (outcome.status === 'rejected') expect(outcome.reason).toMatchObject({ code: 'SNAPCHECK_POWERSHELL_ENDED' })
        else expect(plain(outcome.value)).toEqual([1])
      }
    }))

  test('trap 12: a process that died between two calls costs no call, even if a child of it holds its output', () =>
    alone(async (session) => {
      const pid = await processOf(session)
      await run(session, inBackground('setTimeout(() => 0, 3000)'), { parameters: node })
      process.kill(pid, 'SIGKILL')
      await sleep(300)
      expect(plain(await run(session, '1'))).toEqual([1])
    }))

  test('trap 13: closing the session ends what runs and what waits, never as a success', () =>
    alone(async (session) => {
      const calls = Promise.allSettled([run(session, '[Threading.Thread]::Sleep(60000)'), run(session, '1')])
      await sleep(300)
      await session.dispose()
      const aborted = { status: 'rejected', reason: { code: 'SNAPCHECK_POWERSHELL_ABORTED' } }
      expect(await calls).toMatchObject([aborted, aborted])
      await expect(run(session, '1')).rejects.toMatchObject({ code: 'SNAPCHECK_POWERSHELL_ABORTED' })
    }))

  test('trap 14: a program that is not there is one clear error', async () => {
    await expect(openSession({ executable: '/nowhere/pwsh' })).rejects.toMatchObject({
      code: 'SNAPCHECK_POWERSHELL_MISSING',
      place: '/nowhere/pwsh',
    })
  })

  test('trap 14: a program that is no PowerShell is one clear error', async () => {
    await expect(openSession({ executable: process.execPath })).rejects.toMatchObject({ code: 'SNAPCHECK_POWERSHELL_ENDED' })
  })

  test('trap 15: a time-out ends the process, and the next call does not wait for it', () =>
    alone(async (session) => {
      const pid = await processOf(session)
      await expect(run(session, '[Threading.Thread]::Sleep(60000); "late"', { timeout: 300 })).rejects.toMatchObject({
        code: 'SNAPCHECK_POWERSHELL_TIMEOUT',
        observed: 'no answer in 300 ms',
      })
      expect(plain(await run(session, '"next"'))).toEqual(['next'])
      expect(() => process.kill(pid, 0)).toThrow('ESRCH')
    }))

  test('trap 16: a program that reads stdin away is ended by the time-out', () =>
    alone(async (session) => {
      const reads = run(session, native('process.stdin.resume()'), { parameters: node, timeout: 1500 })
      await expect(reads).rejects.toMatchObject({ code: 'SNAPCHECK_POWERSHELL_TIMEOUT' })
      expect(plain(await run(session, '1'))).toEqual([1])
    }))

  test.each([
    ['param([Parameter(Mandatory)] $Name) $Name', 'MissingMandatoryParameter'],
    ['$Host.UI.ReadLine()', 'HostException'],
    ['[CmdletBinding(SupportsShouldProcess)] param() if ($PSCmdlet.ShouldContinue("really?", "c")) { "asked" }', 'HostException'],
  ])('trap 17: nobody is asked: %s', async (text, id) => {
    const { errors, output } = await run(session, text)
    expect({ output, id: errors[0]!.id }).toEqual({ output: [], id })
  })

  test('trap 18: what something in the background prints is not in the output', async () => {
    await run(session, inBackground('setTimeout(() => console.log(`late`), 200)'), { parameters: node })
    const result = await run(session, '[Threading.Thread]::Sleep(1500); [Console]::Write("begun "); 1')
    expect(plain(result)).toEqual([1])
    expect(result.console).toBe('late\nbegun')
  })

  test('trap 19: variables, preferences, errors and the location of a call are gone in the next', async () => {
    const look = '[string]$global:left; [string]$ErrorActionPreference; $Error.Count; $PWD.Path; [string]$LASTEXITCODE'
    const before = plain(await run(session, look))
    const leave =
      'param($Program) $global:left = 5; $global:ErrorActionPreference = "Stop"; try { throw "x" } catch { $null = $_ }; $ExecutionContext.SessionState.Path.SetLocation("/"); & $Program -e "process.exit(4)"'
    expect((await run(session, leave, { parameters: node })).exitCode).toBe(4)
    expect(plain(await run(session, look))).toEqual(before)
    expect(before.slice(0, 3)).toEqual(['', 'Continue', 0])
  })

  test('trap 20: no escape codes in output and errors', async () => {
    const text = 'Get-Nothing; [string](& { $null.ToString() } 2>&1); [pscustomobject]@{ A = 1 } | Out-Host'
    const result = await run(session, text)
    expect(result.errors).toHaveLength(1)
    expect(JSON.stringify([plain(result), result.errors, result.console])).not.toContain('\\u001b')
  })

  test('trap 21: blanks and empty lines at both ends are kept', async () => {
    expect(plain(await run(session, '"  a `t"; "`n`n"; ""'))).toEqual(['  a \t', '\n\n', ''])
  })

  test('trap 22: Unicode, NUL and tab are exact, also in 50,000 lines', async () => {
    const text = 'é✓日本😀\u0000\t\u202E'
    const lines = plain(await run(session, 'param($Text) foreach ($n in 1..50000) { "$n $Text" }', { parameters: { Text: text } }))
    expect(lines).toHaveLength(50_000)
    expect(lines.every((line, index) => line === `${index + 1} ${text}`)).toBe(true)
  })

  test('trap 23: no code page alters an answer', () =>
    alone(async (session) => {
      const result = await run(session, '[Console]::OutputEncoding = [Text.Encoding]::GetEncoding("iso-8859-1"); "é✓日本"')
      expect(plain(result)).toEqual(['é✓日本'])
      expect(plain(await run(session, '"é✓日本"'))).toEqual(['é✓日本'])
    }))

  test('trap 24: a large answer comes in frames', async () => {
    await using small = await openSession({ executable, limits: { frame: 1_000 } })
    const text = '"é" * 100000'
    expect(plain(await run(small, text))).toEqual(['é'.repeat(100_000)])
  })

  test('trap 24: 20 MB arrive whole', async () => {
    const lines = plain(await run(session, '$line = "y" * 1000000; foreach ($n in 1..20) { "$n $line" }'))
    expect(lines).toEqual(Array.from({ length: 20 }, (_, n) => `${n + 1} ${'y'.repeat(1_000_000)}`))
  })

  test('trap 24: 100 MB are refused in one clear error, and the next call works', () =>
    alone(async (session) => {
      await expect(run(session, '$line = "y" * 1000000; foreach ($n in 1..100) { $line }')).rejects.toMatchObject({
        code: 'SNAPCHECK_POWERSHELL_LIMIT',
        expected: `at most ${64 * 1024 * 1024}`,
      })
      expect(plain(await run(session, '1'))).toEqual([1])
    }))

  test('trap 25: a process is replaced when it has served its bytes', async () => {
    await using recycled = await openSession({ executable, limits: { served: 300_000 } })
    const first = await processOf(recycled)
    expect(await processOf(recycled)).toBe(first)
    await run(recycled, '"z" * 400000')
    expect(await processOf(recycled)).not.toBe(first)
  })

  test('trap 25: answers are not kept', async () => {
    const text = '"k" * 100000'
    await run(session, text)
    const before = memoryInUse()
    for (let call = 0; call < 200; call++) await run(session, text)
    expect(memoryInUse() - before).toBeLessThan(5_000_000)
  })

  test('trap 26: Node ends by itself when the session is closed', async () => {
    const child = spawn(process.execPath, [join(import.meta.dirname, 'testing/close.ts'), executable, 'close'])
    expect(await once(child, 'exit')).toEqual([0, null])
  })

  test('trap 26: when Node is killed, PowerShell ends too', async () => {
    const child = spawn(process.execPath, [join(import.meta.dirname, 'testing/close.ts'), executable, 'stay'])
    const [pid] = (await once(child.stdout, 'data')) as [Buffer]
    child.kill('SIGKILL')
    await expect.poll(() => isAlive(Number(String(pid))), { timeout: 10_000 }).toBe(false)
  })
})

function isAlive(pid: number): boolean {
  try {
    return process.kill(pid, 0)
  } catch (error) {
    expect(error).toMatchObject({ code: 'ESRCH' })
    return false
  }
}
