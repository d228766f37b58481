import { chmodSync, mkdirSync, mkdtempSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { delimiter, join } from 'node:path'
import { expect, test } from 'vitest'
import { findPowerShell } from './find.ts'
import type { DotnetProject } from './project.ts'

const folder = mkdtempSync(join(tmpdir(), 'snapcheck-find-'))
const absent: DotnetProject = { folder: join(folder, 'no-project'), name: 'none', cache: join(folder, 'cache') }

/** A folder with a program of this name in it. */
function folderWith(program: string): string {
  const path = join(folder, `with-${program}`)
  mkdirSync(path, { recursive: true })
  const file = join(path, process.platform === 'win32' && !program.endsWith('.exe') ? `${program}.exe` : program)
  writeFileSync(file, '')
  chmodSync(file, 0o755)
  return path
}

const both = [folderWith('powershell.exe'), folderWith('pwsh')].join(delimiter)

test('what NODE_POWERSHELL names comes first', async () => {
  const environment = { NODE_POWERSHELL: '/opt/pwsh', PATH: both }
  expect(await findPowerShell({ environment, host: absent })).toEqual({ executable: '/opt/pwsh', by: 'NODE_POWERSHELL' })
})

test('then pwsh, then powershell.exe, on the PATH', async () => {
  expect(await findPowerShell({ environment: { PATH: both }, host: absent })).toMatchObject({ by: 'pwsh' })
  expect(await findPowerShell({ environment: { PATH: folderWith('powershell.exe') }, host: absent })).toMatchObject({
    by: 'powershell.exe',
  })
})

test('where there is none and nothing to build, says what to install', async () => {
  await expect(findPowerShell({ environment: { PATH: folder }, host: absent })).rejects.toMatchObject({
    code: 'SNAPCHECK_POWERSHELL_MISSING',
    next: expect.stringContaining('Install PowerShell 7'),
  })
})

test('a host that cannot be built is the same, with what went wrong, and leaves nothing behind', async () => {
  const broken: DotnetProject = { folder: join(folder, 'broken'), name: 'broken', cache: join(folder, 'broken-cache') }
  mkdirSync(broken.folder)
  writeFileSync(join(broken.folder, 'broken.csproj'), '<Project')
  const said: string[] = []
  await expect(findPowerShell({ environment: { PATH: folder }, host: broken, say: (line) => said.push(line) })).rejects.toMatchObject({
    code: 'SNAPCHECK_POWERSHELL_MISSING',
    observed: expect.stringContaining('dotnet'),
  })
  expect(said).toEqual([expect.stringContaining('Building')])
})
