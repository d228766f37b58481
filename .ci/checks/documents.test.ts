import { existsSync, globSync, readdirSync, readFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { node, root } from './processes.ts'

const pages = [
  'README.md',
  'CONTRIBUTING.md',
  'SECURITY.md',
  'CHANGELOG.md',
  ...globSync('{docs,reports}/**/*.md', { cwd: root }),
].toSorted()

describe.each(pages)('%s', (page) => {
  const text = readFileSync(join(root, page), 'utf8')

  test('every link inside the repository leads somewhere', () => {
    const targets = [...text.matchAll(/\]\((?![a-z]+:|#)([^)#\s]+)/g)].map(([, target]) => target!)
    expect(targets.filter((target) => !existsSync(join(root, dirname(page), target)))).toEqual([])
  })

  test('every npm script that it names exists', () => {
    const { scripts } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')) as { scripts: Record<string, string> }
    const named = [...text.matchAll(/npm (?:run ([a-z:]+)|(start|test))/g)].map(([, script, short]) => script ?? short!)
    expect(named.filter((name) => scripts[name] === undefined)).toEqual([])
  })
})

test("the README's table has exactly the commands of --help", () => {
  const help = node(['src/cli/snapcheck.js', '--help'], root)
  const built = [...help.slice(help.indexOf('Commands:')).matchAll(/^ {2}([a-z]+)/gm)].map(([, name]) => name!)
  const table = readFileSync(join(root, 'README.md'), 'utf8').split('| command |')[1]!.split('\n\n')[0]!
  const told = [...table.matchAll(/^\| `([a-z]+)/gm)].map(([, name]) => name!)
  expect(told.toSorted()).toEqual(built.filter((name) => name !== 'help').toSorted())
})

test('the exit codes of the README are those of --help', () => {
  const readme = readFileSync(join(root, 'README.md'), 'utf8')
  const table = readme.split('| exit code |')[1]!.split('\n\n')[0]!
  const told = [...table.matchAll(/^\| (\d+) \| (.+) \|$/gm)].map(([, code, meaning]) => `${code} ${meaning}`)
  const help = node(['src/cli/snapcheck.js', '--help'], root)
  const built = [...help.slice(help.indexOf('Exit codes:')).matchAll(/^ {2}(\d+) +(.+)$/gm)].map(
    ([, code, meaning]) => `${code} ${meaning}`,
  )
  expect(told).toEqual(built)
})

test('no two decisions have one number', () => {
  const numbers = readdirSync(join(root, 'docs/decisions')).map((name) => name.slice(0, 4))
  expect(numbers).toEqual([...new Set(numbers)])
})
