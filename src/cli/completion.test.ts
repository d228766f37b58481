import { execFileSync } from 'node:child_process'
import { chmodSync, writeFileSync } from 'node:fs'
import { delimiter, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { describe, expect, test } from 'vitest'
import { newFolder, snapcheck } from './testing/snapcheck.ts'

async function candidates(...words: readonly string[]): Promise<readonly string[]> {
  const { code, stdout, stderr } = await snapcheck(['completion', 'words', '--', ...words])
  expect(code, stderr).toBe(0)
  return stdout.split('\n').filter((line) => line !== '')
}

describe('what may stand where the cursor is', () => {
  test.each([
    ['a command', ['ch'], ['check']],
    ['a command of a command', ['lab', ''], ['serve', 'shell', 'env']],
    ['an option', ['run', '--dry'], ['--dry-run']],
    ['the value of an option', ['run', '--allow', 'w'], ['writes']],
    ['a scenario', ['run', 'visibility.mid'], ['visibility.middle-removed']],
    ['a claim', ['run', '--claim', 'C-01'], ['C-010', 'C-011', 'C-012', 'C-013', 'C-014', 'C-015', 'C-016', 'C-017', 'C-018', 'C-019']],
    ['a topic', ['explain', 'SNAPCHECK_CEI'], ['SNAPCHECK_CEILING']],
    ['a shell', ['completion', 'b'], ['bash']],
    ['a file, which the shell knows', ['run', '--output', ''], []],
  ])('%s', async (_title, words, expected) => {
    expect(await candidates(...words)).toEqual(expected)
  })

  test('every command there is', async () => {
    expect(await candidates('')).toEqual(expect.arrayContaining(['run', 'check', 'init', 'completion']))
  })
})

test.each(['bash', 'zsh', 'fish', 'powershell'])('%s gets a script that asks the program', async (shell) => {
  const { code, stdout } = await snapcheck(['completion', shell])
  expect(code).toBe(0)
  expect(stdout).toContain('snapcheck completion words')
})

test('a shell that there is not is refused with the nearest', async () => {
  const { code, stderr } = await snapcheck(['completion', 'bsh'])
  expect(code).toBe(2)
  expect(stderr).toContain('bash')
})

test.skipIf(process.platform === 'win32')('a real bash completes with it', async () => {
  const folder = newFolder()
  const program = join(folder, 'snapcheck')
  writeFileSync(program, `#!/bin/sh\nexec "${process.execPath}" "${fileURLToPath(new URL('snapcheck.js', import.meta.url))}" "$@"\n`)
  chmodSync(program, 0o755)
  writeFileSync(join(folder, 'completion.sh'), (await snapcheck(['completion', 'bash'])).stdout)
  const script = `. "${join(folder, 'completion.sh')}"; COMP_WORDS=(snapcheck run --source l); COMP_CWORD=3; _snapcheck; printf '%s,' "\${COMPREPLY[@]}"; COMP_WORDS=(snapcheck report ''); COMP_CWORD=2; _snapcheck; printf '%s' "\${#COMPREPLY[@]}"`
  const printed = execFileSync('bash', ['-c', script], {
    encoding: 'utf8',
    env: { ...process.env, PATH: `${folder}${delimiter}${process.env['PATH']}` },
  })
  expect(printed).toBe('lab,live,0')
})
