import { mkdirSync, mkdtempSync, readFileSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { serveLab, type ServedLab } from '../../src/cli/testing/endpoints.ts'
import { reportIn, snapcheck } from '../../src/cli/testing/snapcheck.ts'
import { node, root } from './processes.ts'

/** The guide to own suites, done word by word: its files are written, its commands run, on the lab and on a served one. */
const page = readFileSync(join(root, 'docs', 'own-suites.md'), 'utf8').replaceAll('\r\n', '\n')

interface Block {
  readonly language: string
  readonly text: string
}

interface Line {
  readonly line: string
  /** What stands above it in the guide, by the name in its first line; the later one counts. */
  readonly files: ReadonlyMap<string, string>
}

const blocks: readonly Block[] = [...page.matchAll(/^```(\w+)\n(.*?)^```$/gms)].map(([, language, text]) => ({
  language: language!,
  text: text!,
}))
const files = blocks.filter(({ language }) => language !== 'sh').map(({ text }) => [nameOf(text), text] as const)
const lines: readonly Line[] = blocks.flatMap(({ language, text }, index) => {
  const above = new Map(blocks.slice(0, index).flatMap((block) => (block.language === 'sh' ? [] : [[nameOf(block.text), block.text]])))
  return language === 'sh'
    ? text
        .trim()
        .split('\n')
        .map((line) => ({ line, files: above }))
    : []
})

let lab: ServedLab
let folder: string
beforeAll(async () => {
  lab = await serveLab(['--speed', '300'])
  folder = mkdtempSync(join(tmpdir(), 'snapcheck-guide-'))
})
afterAll(() => lab.stop())

function nameOf(text: string): string {
  return /^(?:\/\/|#) (\S+)$/m.exec(text.split('\n')[0]!)![1]!
}

function write(name: string, text: string): void {
  mkdirSync(dirname(join(folder, name)), { recursive: true })
  writeFileSync(join(folder, name), text)
}

/** The addresses and GUIDs of the served lab, where the guide has those of an example. */
function ofTheLab(text: string): string {
  return text
    .replaceAll('https://hv01.example.com:5986', lab.wsman)
    .replaceAll('https://spf.example.com:8090/SC2012/VMM/Microsoft.Management.Odata.svc', lab.spf)
    .replaceAll('3ebe6f20-7302-40d5-833d-cd2c72d34244', lab.stampId)
    .replaceAll('95E25E80-DDFC-4D21-93AC-04CE77DEFA08', lab.vms['HV4']!)
}

/** SCVMM of the served lab finds out within seconds what takes half an hour elsewhere. */
function environment(): Readonly<Record<string, string>> {
  const secrets = { HV_USER: lab.user, HV_PASSWORD: lab.password, VMM_USER: lab.user, VMM_PASSWORD: lab.password }
  const patience = { SNAPCHECK_PATIENCE_LIMIT: '60s', SNAPCHECK_PATIENCE_INTERVAL: '500ms' }
  return { ...secrets, ...patience, SNAPCHECK_JOURNAL: join(folder, 'journal') }
}

describe('every command of the guide does what it says', () => {
  test.each(lines)(
    '$line',
    async ({ line, files }) => {
      for (const [name, text] of files) write(name, ofTheLab(text))
      const [, comment = ''] = line.split(' # ')
      const [program, ...args] = [...line.split(' # ')[0]!.matchAll(/'([^']*)'|\S+/g)].map(([word, quoted]) => quoted ?? word)
      expect(program).toBe('snapcheck')
      const { code, stdout, stderr } = await snapcheck(args, { cwd: folder, env: environment() })
      expect(code, stdout + stderr).toBe(Number(/exit (\d)/.exec(comment)?.[1] ?? 0))
      const output = args.includes('--output') ? args[args.indexOf('--output') + 1]! : null
      if (output !== null) expectJudged(join(folder, output), args[1]!)
    },
    180_000,
  )
})

/** Scenarios of own files, each put back as it was found, each judged, with nothing left of what they claim. */
function expectJudged(output: string, filter: string): void {
  const { scenarios, verdicts, problems, notJudged } = reportIn(output)
  expect(problems).toEqual([])
  expect(scenarios.length).toBeGreaterThan(0)
  for (const { id, suite, cleanup } of scenarios) {
    expect(id).toMatch(new RegExp(`^${filter}\\.`))
    expect(suite).toMatch(/^own\/\w+\.m[tj]s$/)
    expect(cleanup.leftovers).toEqual([])
    expect(verdicts.some(({ scenario, outcome }) => scenario === id && outcome === 'conforms')).toBe(true)
  }
  expect(notJudged.filter(({ code }) => code === 'no-observation')).toEqual([])
}

test('every suite of the guide is told by a command of it', () => {
  const ids = files.flatMap(([, text]) => [...text.matchAll(/id: '([a-z.-]+)'/g)].map(([, id]) => id!))
  const commands = lines.map(({ line }) => line).filter((line) => line.startsWith('snapcheck run '))
  expect(ids.length).toBeGreaterThan(2)
  for (const id of ids)
    expect(
      commands.some((line) => line.startsWith(`snapcheck run ${id.split('.')[0]} `)),
      id,
    ).toBe(true)
})

test('its TypeScript compiles against the public types', () => {
  const names = files.map(([name]) => name).filter((name) => name.endsWith('.mts'))
  for (const [name, text] of files) write(name, text)
  const options = { extends: join(root, 'tsconfig.json'), compilerOptions: { typeRoots: [join(root, 'node_modules/@types')] } }
  write('tsconfig.json', JSON.stringify({ ...options, files: names }))
  expect(names.length).toBeGreaterThan(2)
  expect(node([join(root, 'node_modules/typescript/bin/tsc'), '-p', 'tsconfig.json'], folder)).toBe('')
})

/** The words in the first column of a table, by its heading. */
function firstColumn(heading: string): readonly string[] {
  const table = page.split(`| ${heading} |`)[1]!.split('\n\n')[0]!
  return [...table.matchAll(/^\| (`.+?) \|/gm)].flatMap(([, cell]) => [...cell!.matchAll(/`(\w+)`/g)].map(([, word]) => word!))
}

test('its tables name every field of a scenario and every step of a story', async () => {
  write(
    'own/keys.mjs',
    `import { writeFileSync } from 'node:fs'
import { scenario } from 'snapcheck'
scenario({ id: 'keys.all', title: 'x', claims: [], creators: ['hyperv-wmi'] }, async (story) => {
  await story.look('look')
  writeFileSync('keys.json', JSON.stringify(Object.keys(story)))
})`,
  )
  const args = ['--suites', 'own/keys.mjs']
  const { code, stderr } = await snapcheck(['run', 'keys', ...args, '--output', 'keys'], { cwd: folder })
  expect(code, stderr).toBe(0)
  const steps = JSON.parse(readFileSync(join(folder, 'keys.json'), 'utf8')) as readonly string[]
  expect(firstColumn('step').toSorted()).toEqual(steps.toSorted())
  const listed = await snapcheck(['list', 'keys', ...args, '--json'], { cwd: folder })
  const [{ suite: _suite, ...definition }] = JSON.parse(listed.stdout) as readonly [Readonly<Record<string, unknown>>]
  expect(firstColumn('field').toSorted()).toEqual(Object.keys(definition).toSorted())
})
