import { setTimeout as sleep } from 'node:timers/promises'
import { PowerShell } from 'node-powershell'
import { afterEach, beforeAll, beforeEach, expect, it } from 'vitest'
import { describeWithPowerShell } from '../session/testing/powershell.ts'
import { findPowerShell } from './find.ts'

/** The host must be caught where PowerShell itself is (reference/node-powershell.md), or the tests of the session prove nothing. */
describeWithPowerShell('node-powershell on the engine host, without a session', () => {
  let executable: string
  let shell: PowerShell
  beforeAll(async () => void ({ executable } = await findPowerShell({ environment: {} })))
  beforeEach(() => void (shell = start()))
  afterEach(() => shell.dispose())

  function start(): PowerShell {
    const started = new PowerShell({ executable, executableOptions: { '-NoProfile': true, '-NonInteractive': true } })
    return started
  }

  it('answers a line, and keeps what it defines', async () => {
    await shell.invoke('$x = 40')
    expect((await shell.invoke('$x + 2')).raw).toBe('42')
  })

  it.each(['function f {\n  1\n}\nf', 'if (', '{'])('hangs on %j until an empty line comes (traps 1 and 3)', async (command) => {
    const call = shell.invoke(command)
    const settled = call.then(
      () => 'settled',
      () => 'settled',
    )
    expect(await Promise.race([settled, sleep(1_500, 'hangs')])).toBe('hangs')
    shell.streams.stdin.write('\n')
    await shell.dispose()
  })

  it('takes a block that an empty line ends (trap 2)', async () => {
    expect((await shell.invoke('function f {\n\n  "in f"\n\n}\n\nf\n')).raw).toBe('in f')
  })

  it.each([
    ['1 + )', /value expression/],
    ['throw "x"', /x/],
    ['Get-Nothing; 1', /Get-Nothing/],
  ])('fails on %s with its message and stays usable (traps 4 and 5)', async (command, message) => {
    await expect(shell.invoke(command)).rejects.toThrow(message)
    expect((await shell.invoke('1')).raw).toBe('1')
  })

  it('takes exit 0 for an empty success (trap 10)', async () => {
    expect((await shell.invoke('"before"; exit 0')).raw).toBe('')
  })

  it('ends with the code of exit (trap 11)', async () => {
    await expect(shell.invoke('exit 5')).rejects.toMatchObject({ exitCode: 5 })
    shell = start()
    await shell.invoke('1')
  })

  it('keeps state between calls (trap 19)', async () => {
    await shell.invoke('$ErrorActionPreference = "Stop"')
    expect((await shell.invoke('[string]$ErrorActionPreference')).raw).toBe('Stop')
  })

  it('asks nobody', async () => {
    await expect(shell.invoke('$Host.UI.ReadLine()')).rejects.toThrow('not interactive')
  })
})
