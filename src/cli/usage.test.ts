import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { fileURLToPath } from 'node:url'
import { describe, expect, test } from 'vitest'
import { newFolder, snapcheck } from './testing/snapcheck.ts'

describe('a slip on the command line', () => {
  test.each([
    ['a misspelt flag', ['run', '--sede', '1'], '--seed'],
    ['a misspelt flag below another command', ['lab', 'serve', '--sede', '1'], '--seed'],
    ['a misspelt command', ['inspekt', 'x'], 'inspect'],
    ['a misspelt fault', ['run', '--lab-fault', 'hidden-chekpoint'], 'hidden-checkpoint'],
    ['a misspelt topic', ['explain', 'C-1000'], 'C-100'],
    ['a value out of a list', ['run', '--profile', 'cor'], 'core'],
    ['a filter that fits nothing', ['run', 'no.such.scenario'], 'snapcheck list'],
    ['a file that is not there', ['inspect', 'no-such-file.xml'], 'no-such-file.xml'],
  ])('%s gives exit 2 and names what was meant', async (_title, args, hint) => {
    const { code, stderr } = await snapcheck(args, { cwd: newFolder() })
    expect(code).toBe(2)
    expect(stderr).toContain(hint)
    expect(stderr).toMatch(/^error SNAPCHECK_[A-Z_]+ {2}\S/)
  })
})

describe('help', () => {
  test('names every command that there is, and none that is not built', async () => {
    const { code, stdout } = await snapcheck(['--help'])
    const commands = [...stdout.matchAll(/^ {2}([a-z]+) .*$/gm)].map((match) => match[1])
    expect(code).toBe(0)
    expect(commands).toEqual(
      expect.arrayContaining([
        'run',
        'list',
        'check',
        'init',
        'inspect',
        'collect',
        'diff',
        'report',
        'explain',
        'lab',
        'sweep',
        'completion',
      ]),
    )
    for (const absent of ['record', 'gate', 'plant', 'attest', 'prepare', 'terms']) expect(commands).not.toContain(absent)
  })

  test.each(['run', 'list', 'check', 'init', 'inspect', 'report', 'explain', 'lab', 'sweep', 'completion'])(
    '%s has help with an example',
    async (command) => {
      const { code, stdout } = await snapcheck([...command.split(' '), ...(command === 'lab' ? ['serve'] : []), '--help'])
      expect(code).toBe(0)
      expect(stdout).toMatch(/Example/)
    },
  )
})

describe('list and explain', () => {
  test('give every claim of the register its scenarios or a reason', async () => {
    const { stdout } = await snapcheck(['list', '--claims', '--json'])
    const claims = JSON.parse(stdout) as readonly { id: string; scenarios: readonly string[]; reason?: { sentence: string } }[]
    expect(claims.filter(({ id }) => id.startsWith('C-'))).toHaveLength(122)
    for (const { id, scenarios, reason } of claims) expect(scenarios.length > 0 || (reason?.sentence ?? '') !== '', id).toBe(true)
  })

  test.each(['C-012', 'comment.kept', 'inconclusive', 'not-visible', 'hidden-checkpoint', 'N-root-is-vm', 'SNAPCHECK_UNREACHABLE'])(
    '%s is explained',
    async (topic) => {
      const { code, stdout } = await snapcheck(['explain', topic.toLowerCase()])
      expect(code).toBe(0)
      expect(stdout).toContain(topic)
    },
  )
})

test('a reader that stops early, as head does, is no failure', async () => {
  const child = spawn(process.execPath, [fileURLToPath(new URL('snapcheck.js', import.meta.url)), 'list', '--claims'])
  child.stdout.destroy()
  let said = ''
  child.stderr.setEncoding('utf8').on('data', (text: string) => (said += text))
  const [code] = (await once(child, 'close')) as [number]
  expect({ code, said }).toEqual({ code: 0, said: '' })
})
