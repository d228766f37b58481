import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, it } from 'vitest'
import { describeWithPowerShell } from '../protocols/powershell/session/testing/powershell.ts'
import { newFolder, snapcheck } from './testing/snapcheck.ts'

/** A module of this name that is not the lab's. */
function folderWithForeignModule(): string {
  const path = newFolder()
  const folder = join(path, 'Hyper-V')
  mkdirSync(folder)
  writeFileSync(join(folder, 'Hyper-V.psm1'), 'function Get-VM { "foreign" }\nfunction Remove-VM { "foreign" }\n')
  return path
}

const patient = { timeout: 120_000 }

describeWithPowerShell('lab shell', () => {
  it('runs a script on a lab, and leaves with its exit code', patient, async () => {
    const input =
      'Checkpoint-VM HV7 made; (Get-VMSnapshot HV7).Name; (Get-SCVirtualMachine HV1).Name; (Get-VMCheckpoint HV7).VMName; exit 7\n'
    const { code, stdout } = await snapcheck(['lab', 'shell', '--speed', '200'], { input })
    expect(stdout.trim().split(/\r?\n/u)).toEqual(['made', 'HV1', 'HV7'])
    expect(code).toBe(7)
  })

  it('finds no module of the same name elsewhere, by import neither, and loads no other by itself', patient, async () => {
    const env = { PSModulePath: folderWithForeignModule() }
    const input = [
      'Get-VM HV7 | ForEach-Object { $_.Name }',
      'Hyper-V\\Get-VM HV7 | ForEach-Object { $_.Name }',
      'Import-Module Hyper-V -Force; Get-VM HV7 | ForEach-Object { $_.Name }',
      'try { Remove-VM HV7 } catch { $_.FullyQualifiedErrorId }',
    ]
    const { stdout } = await snapcheck(['lab', 'shell'], { env, input: `${input.join('\n')}\n` })
    expect(stdout.trim().split(/\r?\n/u)).toEqual(['HV7', 'HV7', 'HV7', 'CommandNotFoundException'])
  })

  it('shows a checkpoint in the default table of the product', patient, async () => {
    const { stdout } = await snapcheck(['lab', 'shell'], { input: 'Get-VMSnapshot HV1\n' })
    // As wide as a console of 80 columns: the last header is broken.
    expect(stdout).toMatch(/^VMName +Name +SnapshotType +CreationTime +Parent\r?$/mu)
  })

  it('says in its prompt where it is', patient, async () => {
    const { stdout } = await snapcheck(['lab', 'shell'], { input: 'prompt\n' })
    expect(stdout).toMatch(/^\[LAB\] PS /u)
  })
})

it('lab serve --powershell-modules prints what lab env turns into assignments', patient, async () => {
  const { stdout } = await snapcheck(['lab', 'serve', '--powershell-modules'], { interruptAt: /\n/u })
  const file = join(newFolder(), 'lab.json')
  writeFileSync(file, stdout)
  const printed = await snapcheck(['lab', 'env', file])
  expect(printed.stdout).toMatch(/^\$env:PSModulePath = '.+'\n/u)
  expect(printed.stdout).toMatch(/^\$env:SNAPCHECK_LAB_POWERSHELL = 'http:\/\/127\.0\.0\.1:\d+'$/mu)
  expect((await snapcheck(['lab', 'env', file, '--shell', 'sh'])).stdout).toMatch(/^export PSModulePath='.+'\n/u)
  writeFileSync(file, '{"lab":"without modules"}')
  expect(await snapcheck(['lab', 'env', file])).toMatchObject({ code: 2, stderr: expect.stringContaining('SNAPCHECK_USAGE') })
})
