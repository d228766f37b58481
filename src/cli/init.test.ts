import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import { dirname, join, resolve } from 'node:path'
import { expect, test } from 'vitest'
import { ask } from './init/answers.ts'
import { defaultAnswers } from './init/configuration.ts'
import { loadConfiguration } from '../configuration/load.ts'
import { newFolder, snapcheck } from './testing/snapcheck.ts'

const flags = [
  '--host-url',
  'https://hv01.example.com:5986',
  '--vmm-url',
  'https://spf.example.com:8090/SC2012/VMM/Microsoft.Management.Odata.svc',
  '--stamp-id',
  '3ebe6f20-7302-40d5-833d-cd2c72d34244',
  '--vm',
  '95E25E80-DDFC-4D21-93AC-04CE77DEFA08',
]

test.each(['yaml', 'ts'])('writes a %s configuration that snapcheck takes, without asking where there is no terminal', async (form) => {
  const folder = newFolder()
  const { code, stderr } = await snapcheck(['init', '--form', form, ...flags], { cwd: folder })
  expect(code, stderr).toBe(0)
  const printed = await snapcheck(['check', '--print-config'], { cwd: folder })
  expect(printed.code, printed.stderr).toBe(0)
  expect(printed.stdout).toContain('host  hv01: https://hv01.example.com:5986')
  expect(printed.stdout).toContain('only looked at')
})

test('begins YAML with the line by which editors find the schema', async () => {
  const folder = newFolder()
  await snapcheck(['init', '--yes'], { cwd: folder })
  const text = readFileSync(join(folder, 'snapcheck.config.yaml'), 'utf8')
  const [, schema] = /^# yaml-language-server: \$schema=(.+)\n/.exec(text)!
  expect(schema).toMatch(/^\.\.?\//)
  expect(existsSync(resolve(dirname(join(folder, 'x')), schema!))).toBe(true)
})

test('what was written without any answer is a configuration without endpoints', async () => {
  const folder = newFolder()
  const { stdout } = await snapcheck(['init', '--yes'], { cwd: folder })
  expect(stdout).toContain('It names no endpoint yet')
  const { content } = await loadConfiguration(folder)
  expect(content).toMatchObject({ hosts: [], vmm: [], vms: [], allow: 'reads', ceiling: 20 })
})

test('never writes over a file without being told to', async () => {
  const folder = newFolder()
  const file = join(folder, 'snapcheck.config.yaml')
  writeFileSync(file, 'seed: 3\n')
  const refused = await snapcheck(['init', '--yes'], { cwd: folder })
  expect(refused.code).toBe(2)
  expect(refused.stderr).toContain('SNAPCHECK_WOULD_OVERWRITE')
  expect(readFileSync(file, 'utf8')).toBe('seed: 3\n')
  expect((await snapcheck(['init', '--yes', '--force'], { cwd: folder })).code).toBe(0)
  expect(readFileSync(file, 'utf8')).not.toBe('seed: 3\n')
})

test.each([
  ['a VM by name', ['--vm', 'HV4', '--host-url', 'https://hv01'], /vms\[0\]\.id is no GUID/],
  ['an address that is none', ['--host-url', 'hv01'], /hosts\[0\]\.url is no http or https address/],
  ['a form that there is not', ['--form', 'toml'], /--form does not take "toml"/],
])('%s is refused, and nothing is written', async (_title, args, message) => {
  const folder = newFolder()
  const { code, stderr } = await snapcheck(['init', '--yes', ...args], { cwd: folder })
  expect(code).toBe(2)
  expect(stderr).toMatch(message)
  expect(existsSync(join(folder, 'snapcheck.config.yaml'))).toBe(false)
})

test('asks only for what was not given and what still matters', async () => {
  const asked: string[] = []
  const typed = ['', '', '95E25E80-DDFC-4D21-93AC-04CE77DEFA08', 'yes']
  const terminal = {
    question: (text: string) => {
      asked.push(text)
      return Promise.resolve(typed.shift() ?? '')
    },
    close: () => undefined,
  }
  const answers = await ask({ form: 'ts', hostUrl: 'https://hv01.example.com:5986', hostName: 'hv01' }, defaultAnswers, terminal)
  expect(asked.map((text) => text.split(/[ ,(]/)[0])).toEqual(['Service', 'PEM', 'Hyper-V', 'May'])
  expect(answers).toEqual({
    ...defaultAnswers,
    form: 'ts',
    hostUrl: 'https://hv01.example.com:5986',
    vm: '95E25E80-DDFC-4D21-93AC-04CE77DEFA08',
    disposable: true,
  })
})
