import { cpSync, globSync, mkdirSync, symlinkSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { describe, expect, test } from 'vitest'
import type { Report } from '../report/model/report.ts'
import { scenarioCommand } from '../report/present/reproduce.ts'
import { labConfig, secretsOf, serveLab, writeConfig } from './testing/endpoints.ts'
import { newFolder, reportIn, snapcheck, withoutWallTime, type Ended } from './testing/snapcheck.ts'

const body = `async (story) => {
  await story.look('before')
  await story.create('create one', { name: story.text('mine'), comment: story.text('words') })
  await story.look('after')
}`

/** A suite file with one scenario. */
function suite(id: string, options = '', told = body): string {
  return `import { scenario } from 'snapcheck'\nscenario({ id: '${id}', title: 'Mine', claims: ['C-010'], ${options} }, ${told})\n`
}

/** A new folder with these files, where no package.json says what a .js is. */
function folderWith(files: Readonly<Record<string, string>>): string {
  const folder = newFolder()
  for (const [name, text] of Object.entries(files)) {
    mkdirSync(dirname(join(folder, name)), { recursive: true })
    writeFileSync(join(folder, name), text)
  }
  return folder
}

interface Told extends Ended {
  readonly report: Report
  readonly folder: string
}

async function told(cwd: string, ...args: readonly string[]): Promise<Told> {
  const ended = await snapcheck(['run', '--creator', 'hyperv-wmi', '--output', 'out', ...args], { cwd })
  return { ...ended, report: reportIn(join(cwd, 'out')), folder: join(cwd, 'out') }
}

describe('a suite of one’s own', () => {
  test.each(['own.mts', 'own.mjs', 'with spaces/[and] (more) #1/own.mts', 'checks/prüfen/own.mts'])(
    '%s is told and judged',
    async (name) => {
      const cwd = folderWith({ [name]: suite('mine.first') })
      const { code, stderr, report } = await told(cwd, 'mine', '--suites', name)
      expect(code, stderr).toBe(0)
      expect(report.scenarios).toMatchObject([{ id: 'mine.first/hyperv-wmi', suite: name, cleanup: { outcome: 'restored' } }])
      expect(report.verdicts.filter(({ claim, outcome }) => claim === 'C-010' && outcome === 'conforms')).not.toEqual([])
    },
  )

  test.each(['ts', 'js'])('a .%s file needs a package.json that calls it a module', async (form) => {
    const own = suite('mine.first')
    const cwd = folderWith({ 'package.json': '{"type":"module"}', [`own.${form}`]: own, 'old/package.json': '{"type":"commonjs"}' })
    cpSync(join(cwd, `own.${form}`), join(cwd, 'old', `own.${form}`))
    expect(await snapcheck(['list', 'mine', '--suites', `own.${form}`], { cwd })).toMatchObject({ code: 0 })
    const { code, stderr } = await snapcheck(['list', '--suites', `old/own.${form}`], { cwd })
    expect(code).toBe(2)
    expect(stderr).toContain('SNAPCHECK_SUITE_UNLOADABLE')
    expect(stderr).toContain('"type": "module"')
  })

  test('comes beside the shipped ones, of several globs, without what lies in node_modules', async () => {
    const cwd = folderWith({
      'a/one.mts': suite('mine.one'),
      'a/deep/two.mts': suite('mine.two'),
      'a/node_modules/other/three.mts': suite('mine.three'),
      'b/four.mjs': suite('mine.four'),
    })
    const { stdout } = await snapcheck(['list', '--suites', 'a/**/*.mts', '--suites', 'b/*.mjs', '--suites', 'b/four.mjs', '--json'], {
      cwd,
    })
    const listed = JSON.parse(stdout) as readonly { readonly id: string; readonly suite: string }[]
    expect(listed.filter(({ id }) => id.startsWith('mine.')).map(({ id, suite }) => `${id} ${suite}`)).toEqual([
      'mine.four b/four.mjs',
      'mine.one a/one.mts',
      'mine.two a/deep/two.mts',
    ])
    expect(listed).toContainEqual(expect.objectContaining({ id: 'visibility.one', suite: 'visibility' }))
  })

  test('is explained by its id; an error code is explained also where the suite is wrong', async () => {
    const cwd = folderWith({ 'snapcheck.config.yaml': 'suites: [own.mts]\n', 'own.mts': suite('mine.first') })
    const { stdout } = await snapcheck(['explain', 'mine.first'], { cwd })
    expect(stdout).toMatch(/^mine\.first {2}\(scenario\)\nMine\n/)
    expect(stdout).toContain('\nSuite\n  own.mts')
    writeFileSync(join(cwd, 'own.mts'), '')
    expect(await snapcheck(['explain', 'SNAPCHECK_SUITE_EMPTY'], { cwd })).toMatchObject({ code: 0 })
    expect(await snapcheck(['explain', 'mine.first'], { cwd })).toMatchObject({ code: 2 })
  })

  test('imports helpers, and declares through a function of theirs that takes its time', async () => {
    const cwd = folderWith({
      'lib/helper.mts': `import { scenario } from 'snapcheck'
export async function declareAll(ids: readonly string[]): Promise<void> {
  await new Promise((resolve) => setTimeout(resolve, 5))
  for (const id of ids) scenario({ id, title: 'Mine', claims: [] }, async (story) => { await story.look('only') })
}`,
      'own.mts': `import { declareAll } from './lib/helper.mts'\nawait declareAll(['mine.one', 'mine.two'])\n`,
    })
    expect((await told(cwd, 'mine', '--suites', 'own.mts')).report.scenarios.map(({ id }) => id)).toEqual([
      'mine.one/hyperv-wmi',
      'mine.two/hyperv-wmi',
    ])
  })

  test('may import another copy of the package', async () => {
    const cwd = folderWith({ 'own.mts': suite('mine.first').replace("'snapcheck'", "'./copy/src/index.ts'") })
    cpSync(join(import.meta.dirname, '..'), join(cwd, 'copy', 'src'), { recursive: true })
    writeFileSync(join(cwd, 'copy', 'package.json'), '{"type":"module"}')
    symlinkSync(join(import.meta.dirname, '..', '..', 'node_modules'), join(cwd, 'node_modules'), 'junction')
    const { code, stderr, report } = await told(cwd, 'mine', '--suites', 'own.mts')
    expect(code, stderr).toBe(0)
    expect(report.scenarios).toHaveLength(1)
  })

  test('is found through a symbolic link', async () => {
    const cwd = folderWith({ 'real/own.mts': suite('mine.first') })
    symlinkSync(join(cwd, 'real'), join(cwd, 'link'), 'junction')
    expect((await told(cwd, 'mine', '--suites', 'link/own.mts')).report.scenarios).toMatchObject([{ suite: 'link/own.mts' }])
  })
})

/** The words of a command line as a shell takes them. */
function wordsOf(line: string): readonly string[] {
  return [...line.matchAll(/'([^']*)'|\S+/g)].map(([word, quoted]) => quoted ?? word)
}

describe('where suites are named', () => {
  const files = {
    'site/snapcheck.config.yaml': 'suites: [own/*.mts]\n',
    'site/own/in-file.mts': suite('mine.in-file'),
    'site/sub/by-flag.mts': suite('mine.by-flag'),
    'site/sub/by-variable.mts': suite('mine.by-variable'),
  }
  const listedIn = async (cwd: string, args: readonly string[], env: Readonly<Record<string, string>> = {}): Promise<readonly string[]> => {
    const { stdout, stderr } = await snapcheck(['list', 'mine', '--json', ...args], { cwd, env })
    expect(stderr).toBe('')
    return (JSON.parse(stdout) as readonly { readonly suite: string }[]).map(({ suite }) => suite)
  }

  test('a configuration’s are relative to it; a variable beats it and a flag beats both, relative to the current folder', async () => {
    const cwd = join(folderWith(files), 'site', 'sub')
    const env = { SNAPCHECK_SUITES: 'by-variable.mts' }
    expect(await listedIn(cwd, [])).toEqual(['own/in-file.mts'])
    expect(await listedIn(cwd, [], env)).toEqual(['by-variable.mts'])
    expect(await listedIn(cwd, ['--suites', 'by-flag.mts'], env)).toEqual(['by-flag.mts'])
    expect(await listedIn(cwd, ['--suites', 'by-flag.mts', '--suites', '../own/*'])).toEqual(['by-flag.mts', 'own/in-file.mts'])
  })

  test.each([
    ['a flag', 'site', ['--suites', 'own/*.mts'], ['--suites', 'own/*.mts']],
    ['a configuration', 'site/sub', [], ['--config', '../snapcheck.config.yaml']],
  ])('the command that gives it again holds what %s named, and gives it again', async (_title, folder, args, held) => {
    const cwd = join(folderWith(files), folder)
    const first = await told(cwd, 'mine', ...args)
    expect(first.report.command.argv).toEqual(expect.arrayContaining(held))
    const before = withoutWallTime(first.folder)
    const [, ...again] = first.report.command.argv
    await snapcheck([...again, '--output', 'again'], { cwd })
    expect(withoutWallTime(join(cwd, 'again'))).toBe(before)
    const [scenario] = first.report.scenarios
    const [, ...one] = wordsOf(scenarioCommand(first.report, scenario!)!)
    await snapcheck([...one, '--output', 'one'], { cwd })
    expect(reportIn(join(cwd, 'one')).scenarios).toEqual([scenario])
  })

  test('a report holds no absolute path, wherever the file lies', async () => {
    const elsewhere = folderWith({ 'someone/suites/own.mts': suite('mine.first', '', `async () => { throw new TypeError('slip') }`) })
    const { code, report, folder } = await told(newFolder(), 'mine', '--suites', join(elsewhere, 'someone/suites/own.mts'))
    expect(code).toBe(3)
    expect(report.scenarios).toMatchObject([{ suite: 'suites/own.mts' }])
    const { command, ...rest } = JSON.parse(withoutWallTime(folder)) as Record<string, unknown>
    expect(command).toBeDefined()
    expect(JSON.stringify(rest)).not.toContain(elsewhere)
  })

  test('what shipped scenarios give is the same to the byte, whatever else was collected', async () => {
    const [alone, beside] = await Promise.all([
      told(newFolder(), 'visibility.one'),
      told(folderWith({ 'own.mts': suite('mine.first') }), 'visibility.one', '--suites', 'own.mts'),
    ])
    const withoutCommand = ({ folder }: Told): unknown => ({ ...(JSON.parse(withoutWallTime(folder)) as object), command: null })
    expect(JSON.stringify(withoutCommand(beside))).toBe(JSON.stringify(withoutCommand(alone)))
  })
})

describe('what is wrong with a suite is one error', () => {
  const fine = suite('mine.first')
  test.each([
    ['a glob that finds nothing', { 'a.txt': '' }, 'SNAPCHECK_SUITE_MISSING', ['"*.mts"', '--suites, looked for in ']],
    ['an import that is not there', { 'own.mts': `import './gone.mts'` }, 'SNAPCHECK_SUITE_UNLOADABLE', ['gone.mts', 'own.mts']],
    ['a throw', { 'own.mts': `\nthrow new RangeError('too far')` }, 'SNAPCHECK_SUITE_UNLOADABLE', ['RangeError: too far', 'own.mts:2:7']],
    ['something thrown that is no error', { 'own.mts': `throw 'words'` }, 'SNAPCHECK_SUITE_UNLOADABLE', ['words', 'own.mts']],
    ['an enum', { 'own.mts': `enum A { b }\n${fine}` }, 'SNAPCHECK_SUITE_UNLOADABLE', ['TypeScript enum is not supported', 'own.mts']],
    ['a slip in the syntax', { 'own.mts': `scenario({` }, 'SNAPCHECK_SUITE_UNLOADABLE', ['SyntaxError', 'own.mts']],
    ['an await that nothing settles', { 'own.mts': `await new Promise(() => {})` }, 'SNAPCHECK_SUITE_UNLOADABLE', ['never ends loading']],
    ['no scenario', { 'own.mts': `export const nothing = 1` }, 'SNAPCHECK_SUITE_EMPTY', ['own.mts']],
    ['a module that declares by itself', { 'own.mts': `import './lib/x.mts'`, 'lib/x.mts': fine }, 'SNAPCHECK_SUITE_EMPTY', ['mine.first']],
    ['an id that is shipped', { 'own.mts': suite('visibility.one') }, 'SNAPCHECK_SCENARIO_TWICE', ['own.mts:2:1', 'visibility.']],
    ['an id in two files', { 'a.mts': fine, 'b.mts': fine }, 'SNAPCHECK_SCENARIO_TWICE', ['a.mts:2:1', 'b.mts:2:1']],
  ])('%s', async (_title, files, code, texts) => {
    await expectRefusal(folderWith(files), code, texts)
  })

  test.each([
    ['an id with a slash', suite('mine/first'), ['id is no id', "'mine/first'"]],
    ['an id with a blank', suite('mine first.x'), ['id is no id']],
    ['an id of one word', suite('mine'), ['id is no id']],
    ['an id that Windows reserves', suite('con.first'), ['id is no id']],
    ['no id', declared(`{ title: 'x', claims: [] }, async () => {}`), ['id is missing', 'scenario without id']],
    ['no title', declared(`{ id: 'mine.a', claims: [] }, async () => {}`), ['title is missing', 'scenario mine.a']],
    ['a title of two lines', declared(`{ id: 'mine.a', title: 'a\\nb', claims: [] }, async () => {}`), ['title is no title']],
    ['no claims', declared(`{ id: 'mine.a', title: 'x' }, async () => {}`), ['claims is missing']],
    [
      'an unknown claim',
      declared(`{ id: 'mine.a', title: 'x', claims: ['C-010', 'C-01O'] }, async () => {}`),
      ['claims[1] is not known', 'Did you mean C-010?'],
    ],
    [
      'a claim in words',
      declared(`{ id: 'mine.a', title: 'x', claims: ['the name is kept'] }, async () => {}`),
      ['snapcheck list --claims'],
    ],
    [
      'a misspelt key',
      declared(`{ id: 'mine.a', title: 'x', claims: [], safty: 'reads' }, async () => {}`),
      ['safty is nothing', 'Did you mean safety?'],
    ],
    ['a misspelt word', suite('mine.a', `safety: 'read'`), ['safety is not known', 'Did you mean reads?']],
    ['a need that there is not', suite('mine.a', `needs: ['creat']`), ['needs[0] is not known', 'Did you mean create?']],
    ['no body', declared(`{ id: 'mine.a', title: 'x', claims: [] }`), ['body is missing']],
    ['a body that is none', declared(`{ id: 'mine.a', title: 'x', claims: [] }, 'words'`), ['body is no function']],
    ['nothing at all', declared(''), ['id is missing']],
  ])('%s', async (_title, text, texts) => {
    await expectRefusal(folderWith({ 'own.mts': text }), 'SNAPCHECK_SCENARIO_INVALID', ['own.mts:2:1', ...texts])
  })
})

function declared(args: string): string {
  return `import { scenario } from 'snapcheck'\nscenario(${args})\n`
}

async function expectRefusal(cwd: string, errorCode: string, texts: readonly string[]): Promise<void> {
  const { code, stderr, stdout } = await snapcheck(['run', '--suites', '*.mts'], { cwd })
  expect(code).toBe(2)
  expect(stdout).toBe('')
  expect(stderr).toMatch(new RegExp(`^error ${errorCode} `))
  for (const text of [...texts, '  where ', '  observed ', '  next ']) expect(stderr).toContain(text)
}

test('what a suite prints is seen, and not among the results', async () => {
  const own = suite('mine.first', '', `async (story) => { console.log('in the body of', story.creator); await story.look('only') }`)
  const cwd = folderWith({ 'own.mts': `console.log('while it is loaded')\n${own}` })
  const { stdout, stderr } = await told(cwd, 'mine', '--suites', 'own.mts', '--json')
  expect(JSON.parse(stdout)).toMatchObject({ folder: 'out' })
  expect(stderr).toContain('while it is loaded')
  expect(stderr).toContain('in the body of hyperv-wmi')
})

describe('a body that goes wrong', () => {
  test('leaves its place, its story and a VM that was put back', async () => {
    const slip = `async (story) => {
  await story.look('before')
  await story.create('create one', { name: story.text('mine') })
  await story.look('after')
  undefined.slip()
}`
    const { code, report } = await told(folderWith({ 'own.mts': suite('mine.first', '', slip) }), 'mine', '--suites', 'own.mts')
    expect(code).toBe(3)
    expect(report.problems).toMatchObject([{ code: 'SNAPCHECK_SCENARIO_FAILED', scenario: 'mine.first/hyperv-wmi', place: 'own.mts:6:13' }])
    expect(report.scenarios).toMatchObject([{ cleanup: { outcome: 'restored', leftovers: [] } }])
    expect(report.verdicts.some(({ claim, outcome }) => claim === 'C-010' && outcome === 'conforms')).toBe(true)
  })

  test.each([
    ['what it hands over is nothing', `await story.rename('rename it', undefined, 'x')`, 'SNAPCHECK_SCENARIO_FAILED', 'TypeError'],
    ['something is thrown that is no error', `throw 'words'`, 'SNAPCHECK_SCENARIO_FAILED', 'words'],
    ['nobody awaits what fails', `void Promise.reject(new RangeError('lost'))`, 'SNAPCHECK_HARNESS_FAULT', 'RangeError: lost'],
    ['the last step is not awaited', `story.look('the last')`, 'SNAPCHECK_STEP_NOT_AWAITED', 'The body ended while "the last" went on'],
    [
      'a step is refused that nobody awaits',
      `story.restore('x', { checkpoint: '00000000-0000-4000-8000-000000000001' })`,
      'SNAPCHECK_STEP_NOT_AWAITED',
      'The body ended',
    ],
  ])('is told where %s, beside the report', async (_title, step, errorCode, text) => {
    const cwd = folderWith({ 'a (b)/own.mts': suite('mine.first', '', `async (story) => {\n  ${step}\n}`) })
    const { code, report } = await told(cwd, 'mine', '--suites', 'a (b)/own.mts')
    expect(code).toBe(3)
    const problem = report.problems.find((one) => one.code === errorCode)
    expect(problem).toMatchObject({ scenario: 'mine.first/hyperv-wmi' })
    expect(problem?.sentence).toContain(text)
    if (/Error/.test(text)) expect(problem?.place).toMatch(/^a \(b\)\/own\.mts:3:\d+$/)
  })

  test('has its place in CommonJS too', async () => {
    const own = suite('mine.first', '', `async () => { throw new Error('slip') }`).replace(
      /^import (.*) from (.*)$/m,
      'const $1 = require($2)',
    )
    const { report } = await told(folderWith({ 'own.js': own }), 'mine', '--suites', 'own.js')
    expect(report.problems).toMatchObject([{ place: expect.stringMatching(/^own\.js:2:\d+$/) }])
  })

  test.each([
    ['an act', `story.create('create one', { name: story.text('mine') })\n  await story.look('after')`, 'create one'],
    ['a look', `story.look('before')\n  await story.create('create one', { name: story.text('mine') })`, 'before'],
    ['the last step', `await story.create('create one', { name: story.text('mine') })\n  story.look('after')`, 'after'],
  ])('%s that was not awaited is blamed on no product', async (_title, steps, forgotten) => {
    const own = suite('mine.first', '', `async (story) => {\n  ${steps}\n}`)
    const { code, report } = await told(folderWith({ 'own.mts': own }), 'mine', '--suites', 'own.mts')
    expect(code).toBe(3)
    expect(report.problems).toMatchObject([{ code: 'SNAPCHECK_STEP_NOT_AWAITED', next: `Put an await before the step "${forgotten}".` }])
    expect(report.summary.outcomes).toMatchObject({ violates: 0, deviates: 0 })
    for (const { cleanup } of report.scenarios) expect(cleanup.leftovers).toEqual([])
  })

  test('can do no more than it declares', async () => {
    const { code, report } = await told(folderWith({ 'own.mts': suite('mine.first', `safety: 'reads'`) }), 'mine', '--suites', 'own.mts')
    expect(code).toBe(3)
    expect(report.problems).toMatchObject([{ code: 'SNAPCHECK_SAFETY_UNDECLARED' }])
    const acts = report.scenarios.flatMap(({ steps }) => steps.filter((step) => step.kind === 'act'))
    expect(acts).toMatchObject([{ action: 'create', result: 'failed', checkpoint: null }])
    expect(report.scenarios).toMatchObject([{ cleanup: { leftovers: [] } }])
  })

  test('can do no more on a live VM that is disposable, where --allow opens it', async () => {
    const lab = await serveLab(['--speed', '300'])
    try {
      const cwd = folderWith({ 'own.mts': suite('mine.first', `safety: 'reads'`) })
      writeConfig(cwd, labConfig(lab))
      const journal = join(cwd, 'journal')
      const env = { ...secretsOf(lab), SNAPCHECK_JOURNAL: journal }
      const args = ['run', 'mine', '--suites', 'own.mts', '--source', 'live', '--allow', 'writes', '--output', 'out']
      const { code, stderr } = await snapcheck(args, { cwd, env })
      const { problems, scenarios } = reportIn(join(cwd, 'out'))
      expect(code, stderr).toBe(3)
      expect(problems).toMatchObject([{ code: 'SNAPCHECK_SAFETY_UNDECLARED' }, { code: 'SNAPCHECK_SAFETY_UNDECLARED' }])
      expect(scenarios.map(({ cleanup }) => cleanup.leftovers)).toEqual([[], []])
      expect(globSync('**/*.jsonl', { cwd: journal })).toEqual([])
    } finally {
      await lab.stop()
    }
  })
})
