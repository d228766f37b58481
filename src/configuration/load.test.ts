import { mkdirSync, mkdtempSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { loadConfiguration } from './load.ts'

const vm = '95E25E80-DDFC-4D21-93AC-04CE77DEFA08'

function folderWith(files: Readonly<Record<string, string>>): string {
  const folder = mkdtempSync(join(tmpdir(), 'snapcheck-configuration-'))
  for (const [name, text] of Object.entries(files)) writeFileSync(join(folder, name), text)
  return folder
}

const yaml = (text: string): string => folderWith({ 'snapcheck.config.yaml': text })

describe('where a configuration is found', () => {
  test('in the folder, or in the nearest one above', async () => {
    const folder = yaml('seed: 7\n')
    mkdirSync(join(folder, 'deep', 'deeper'), { recursive: true })
    const { file, content } = await loadConfiguration(join(folder, 'deep', 'deeper'))
    expect(file).toBe(join(folder, 'snapcheck.config.yaml'))
    expect(content.seed).toBe(7)
  })

  test('none is none, and everything has a default', async () => {
    expect(await loadConfiguration(folderWith({}))).toMatchObject({ file: null, content: {} })
  })

  test('a module gives its default export', async () => {
    const folder = folderWith({ 'snapcheck.config.ts': 'const seed: number = 9\nexport default { seed }\n' })
    expect((await loadConfiguration(folder)).content).toEqual({ seed: 9 })
  })

  test('paths in it are relative to it', async () => {
    const folder = yaml('output: out\n')
    expect((await loadConfiguration(folder)).resolve('out')).toBe(join(folder, 'out'))
  })

  test.each([
    ['a named one that is not there', folderWith({}), 'other.yaml', 'SNAPCHECK_CONFIGURATION_MISSING'],
    [
      'two in one folder',
      folderWith({ 'snapcheck.config.ts': '', 'snapcheck.config.yaml': '' }),
      undefined,
      'SNAPCHECK_CONFIGURATION_INVALID',
    ],
    [
      'a module without default export',
      folderWith({ 'snapcheck.config.ts': 'export const seed = 1\n' }),
      undefined,
      'SNAPCHECK_CONFIGURATION_INVALID',
    ],
    [
      'a module that throws',
      folderWith({ 'snapcheck.config.ts': 'throw new Error("no")\n' }),
      undefined,
      'SNAPCHECK_CONFIGURATION_INVALID',
    ],
    ['broken YAML', yaml('hosts: [\n'), undefined, 'SNAPCHECK_CONFIGURATION_INVALID'],
    ['a key twice', yaml('seed: 1\nseed: 2\n'), undefined, 'SNAPCHECK_CONFIGURATION_INVALID'],
  ])('%s is refused', async (_title, folder, named, code) => {
    await expect(loadConfiguration(folder, named)).rejects.toMatchObject({ code })
  })
})

describe('a slip in a configuration', () => {
  test.each([
    ['a misspelt key', 'sede: 1\n', { message: /no key sede/, place: /:1:1, at sede$/, next: 'Did you mean seed?' }],
    [
      'a misspelt key in an entry',
      'hosts:\n  - name: hv01\n    ulr: https://hv01.example.com:5986\n',
      { message: /no key ulr/, place: /:3:5, at hosts\[0\]\.ulr$/, next: 'Did you mean url?' },
    ],
    ['a VM by name', `vms:\n  - id: HV4\n    host: hv01\n`, { message: /vms\[0\]\.id is no GUID/, place: /:2:5, at vms\[0\]\.id$/ }],
    [
      'a missing key',
      'vmm:\n  - name: vmm01\n    url: https://spf.example.com\n',
      { message: /vmm\[0\]\.stampId is missing/, place: /:2:5, at/ },
    ],
    ['a number as duration', 'patience:\n  limit: 35\n', { message: /patience\.limit/, observed: '35' }],
    ['an unknown level', 'allow: write\n', { message: /allow/, place: /:1:1, at allow$/ }],
    [
      'a reference that leads nowhere',
      'hosts:\n  - { name: hv01, url: "https://hv01.example.com", credentials: mian }\ncredentials:\n  main: { fd: 3 }\n',
      { message: /names mian/, next: 'Did you mean main?' },
    ],
    ['a VM that belongs to nothing', `vms:\n  - id: ${vm}\n`, { message: /belongs to no host/ }],
    [
      'a VM twice, in another spelling',
      `hosts:\n  - { name: h, url: "https://h" }\nvms:\n  - { id: ${vm}, host: h }\n  - { id: "{${vm.toLowerCase()}}", host: h }\n`,
      { message: /vms\[1\]\.id is there twice/ },
    ],
    [
      'credentials in two ways at once',
      'credentials:\n  main: { fd: 3, file: secret }\n',
      { message: /credentials\.main names not exactly one/ },
    ],
    ['credentials in no way', 'credentials:\n  main: {}\n', { message: /names not exactly one/ }],
    [
      'an address that is none',
      'hosts:\n  - { name: h, url: hv01.example.com }\n',
      { message: /hosts\[0\]\.url is no http or https address/ },
    ],
  ])('%s is told with its place', async (_title, text, expected) => {
    const error: unknown = await loadConfiguration(yaml(text)).catch((thrown: unknown) => thrown)
    expect(error).toMatchObject({ code: 'SNAPCHECK_CONFIGURATION_INVALID' })
    for (const [field, wanted] of Object.entries(expected)) expect(Reflect.get(error as object, field), field).toMatch(wanted)
  })
})

describe('a secret in a configuration', () => {
  const secret = 'correct horse battery staple'
  test.each([
    ['as password of an entry', `hosts:\n  - { name: h, url: "https://h", password: ${secret} }\n`],
    ['as password of credentials', `credentials:\n  main: { user: me, password: ${secret} }\n`],
    ['as a token anywhere', `vmm:\n  - { name: v, apiToken: ${secret} }\n`],
    ['in an address', `hosts:\n  - { name: h, url: "https://me:${secret.replaceAll(' ', '')}@h" }\n`],
    ['where the name of a variable belongs', `credentials:\n  main: { env: { user: ME, password: ${secret} } }\n`],
  ])('%s is refused, and not repeated', async (_title, text) => {
    const error = (await loadConfiguration(yaml(text)).catch((thrown: unknown) => thrown)) as Error
    expect(error).toMatchObject({ code: expect.stringMatching(/SECRET_IN_CONFIGURATION|CONFIGURATION_INVALID/) })
    const told = JSON.stringify({ ...error, message: error.message })
    for (const word of ['horse', 'staple']) expect(told).not.toContain(word)
  })

  test('may be referred to by any name', async () => {
    const { content } = await loadConfiguration(yaml('credentials:\n  password: { env: { user: HV_USER, password: HV_PASSWORD } }\n'))
    expect(Object.keys(content.credentials!)).toEqual(['password'])
  })
})
