import { mkdtempSync, readFileSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { readWaivers } from '../../src/configuration/waivers/read.ts'
import { settingLines } from '../../src/configuration/settings.ts'
import { allowances } from '../../src/configuration/schema/schema.ts'
import { program } from '../../src/cli/program.ts'
import { node, root } from './processes.ts'

const page = readFileSync(join(root, 'docs', 'configuration.md'), 'utf8').replaceAll('\r\n', '\n')

function blocks(language: string): readonly string[] {
  return [...page.matchAll(/```(\w+)\n(.*?)```/gs)].flatMap(([, name, text]) => (name === language ? [text!] : []))
}

const isWaivers = (text: string): boolean => /^waivers:$/m.test(text)
const yaml = blocks('yaml').filter((text) => !isWaivers(text))
const examples = [...yaml.map((text) => ['yaml', text] as const), ...blocks('ts').map((text) => ['ts', text] as const)]

test.each(examples)('an example in %s is a configuration: %s', (form, text) => {
  const file = join(mkdtempSync(join(tmpdir(), 'snapcheck-page-')), `snapcheck.config.${form}`)
  writeFileSync(file, text)
  const printed = JSON.parse(node(['src/cli/snapcheck.js', 'check', '--print-config', '--json', '--config', file], root)) as Record<
    string,
    object
  >
  expect(Object.keys(printed['credentials']!).length).toBeGreaterThan(0)
})

test('the example of waivers is one', async () => {
  const file = join(mkdtempSync(join(tmpdir(), 'snapcheck-page-')), 'waivers.yaml')
  writeFileSync(file, blocks('yaml').find(isWaivers)!)
  expect(await readWaivers(file, { claims: new Set(['C-056']), today: '2027-03-31' })).toHaveLength(1)
})

test('every command line names a command and options that there are', () => {
  const lines = blocks('sh').flatMap((text) => text.split('\n').filter((line) => line.startsWith('snapcheck ')))
  expect(lines.length).toBeGreaterThan(4)
  for (const line of lines) {
    const [, ...words] = line.replace(/\s*#.*/, '').split(/\s+/)
    let command = program({ exitCode: 0 })
    for (const word of words) command = command.commands.find((one) => one.name() === word) ?? command
    expect(command.name(), line).not.toBe('snapcheck')
    const known = command.options.map(({ long }) => long)
    for (const option of words.filter((word) => word.startsWith('--'))) expect(known, line).toContain(option)
  }
})

test('the table of precedence has every setting, with its flag and variable', () => {
  const rows = [...page.matchAll(/^\| `[\w.]+` \| (.+?) \| `(SNAPCHECK_\w+)` \|/gm)].map(
    ([, flag, variable]) => `${flag!.replaceAll('`', '')} ${variable}`,
  )
  expect(rows.toSorted()).toEqual(
    Object.values(settingLines)
      .map(({ flag, environment }) => `${flag ?? 'none'} ${environment}`)
      .toSorted(),
  )
})

test('every level of --allow is told', () => {
  for (const level of allowances) expect(page).toMatch(new RegExp(`^\\| \`${level}\``, 'm'))
})
