import { globSync, readFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { openSession, type Session } from './session.ts'
import { describeWithPowerShell, executable } from './testing/powershell.ts'
import { plain, scriptOf } from './testing/scripts.ts'

const root = join(import.meta.dirname, '../../../..')
const dialect = scriptOf(readFileSync(join(import.meta.dirname, 'testing/dialect.ps1'), 'utf8'))
const shipped = globSync('src/**/*.ps1', { cwd: root }).filter((path) => !path.includes('testing'))

/** Run by an administrator in a whole PowerShell; a list of their own holds their commands (src/cli/collect.test.ts). */
const isCollector = (path: string): boolean => path.includes('inspection')

/** Scripts of one folder are loaded together. */
function functionsBeside(path: string): readonly string[] {
  const files = globSync('*.ps1', { cwd: join(root, dirname(path)) })
  return files.flatMap((file) => [...read(join(dirname(path), file)).matchAll(/^function ([\w-]+)/gm)].map(([, name]) => name!))
}

function read(path: string): string {
  return readFileSync(join(root, path), 'utf8')
}

/** Windows PowerShell 5.1 was never at hand: what holds its syntax is this list of what came after it. */
describeWithPowerShell('a shipped script', () => {
  let session: Session
  beforeAll(async () => void (session = await openSession({ executable })))
  afterAll(() => session.dispose())

  const offences = async (Text: string, Known: readonly string[] = []): Promise<readonly unknown[]> => {
    const result = await session.call({ script: dialect, parameters: { Text, Known } })
    expect(result.errors).toEqual([])
    return plain(result)
  }

  test.each(shipped)('is valid on Windows PowerShell 5.1 and needs the engine only: %s', async (path) => {
    const text = read(path)
    const found = await offences(text, functionsBeside(path))
    expect(found.filter((offence) => !(isCollector(path) && /: command /.test(String(offence))))).toEqual([])
    expect(text).toMatch(/^[\t\n -~]+$/)
  })

  test.each([
    ['$a ? 1 : 2', 'ternary'],
    ['$a ?? 1', '??'],
    ['$a ??= 1', '??='],
    ['${a}?.Length', '?.'],
    ['${a}?.ToString()', '?.'],
    ['${a}?[0]', '?[]'],
    ['Get-Job && Get-Job', '&& or ||'],
    ['Get-Job &', 'background &'],
    ['class A { }', 'class or enum'],
    ['using namespace System', 'using'],
    ['function f { end { 1 } clean { 2 } }', 'clean'],
    ['Write-Output 1', 'command Write-Output'],
    ['if (', 'IfStatementMissingCondition'],
    ['1 | % { $_ }', 'command %'],
  ])('may not say %s', async (text, offence) => {
    expect(await offences(text)).toContain(`1: ${offence}`)
  })

  test('may say what 5.1 and the engine have', async () => {
    expect(await offences('function f { Hyper-V\\Get-VM }; f | ForEach-Object { [int]::new() } | Out-Null')).toEqual([])
  })
})
