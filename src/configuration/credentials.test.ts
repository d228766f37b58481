import { mkdtempSync, openSync, closeSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { credentialReader } from './credentials.ts'
import type { LoadedConfiguration } from './load.ts'
import type { CredentialsEntry } from './schema/schema.ts'

const folder = mkdtempSync(join(tmpdir(), 'snapcheck-credentials-'))
const secret = 'pass word: "Ünicode"'

function reader(entry: CredentialsEntry, environment: NodeJS.ProcessEnv = {}): () => Promise<unknown> {
  const loaded: LoadedConfiguration = {
    file: join(folder, 'snapcheck.config.yaml'),
    content: { credentials: { main: entry } },
    resolve: (path) => join(folder, path),
  }
  const read = credentialReader(loaded, environment)
  return () => read('main')
}

const printing = (script: string): CredentialsEntry => ({ command: [process.execPath, '-e', script] })

test('two environment variables', async () => {
  expect(await reader({ env: { user: 'U', password: 'P' } }, { U: 'lab', P: secret })()).toEqual({ user: 'lab', password: secret })
})

test.each([
  ['with a line end', `lab\n${secret}\n`],
  ['without one', `lab\n${secret}`],
  ['as Windows ends lines', `lab\r\n${secret}\r\n`],
])('a file of two lines, %s, relative to the configuration', async (_title, text) => {
  writeFileSync(join(folder, 'secret'), text)
  expect(await reader({ file: 'secret' })()).toEqual({ user: 'lab', password: secret })
})

test('a file descriptor, read once however often it is asked for', async () => {
  writeFileSync(join(folder, 'secret'), `lab\n${secret}\n`)
  const fd = openSync(join(folder, 'secret'), 'r')
  try {
    const read = reader({ fd })
    expect(await read()).toEqual({ user: 'lab', password: secret })
    expect(await read()).toEqual({ user: 'lab', password: secret })
  } finally {
    closeSync(fd)
  }
})

test('a command, whose arguments no shell looks at', async () => {
  const read = reader({ command: [process.execPath, '-e', 'console.log("lab\\n" + process.argv[1])', '$(echo no) && *'] })
  expect(await read()).toEqual({ user: 'lab', password: '$(echo no) && *' })
})

test.each([
  ['a variable that is not set', { env: { user: 'U', password: 'NOT_SET' } }, /NOT_SET/],
  ['a file that is not there', { file: 'nowhere' }, /nowhere/],
  ['a command that fails', printing(`console.log("lab\\n${'hunter2'}"); process.exit(4)`), /could not be read/],
  ['a program that is not there', { command: ['no-such-program-anywhere', 'hunter2'] }, /no-such-program-anywhere/],
  ['one line only', printing('console.log("hunter2")'), /could not be read/],
  ['three lines', printing('console.log("lab\\nhunter2\\nmore")'), /could not be read/],
] as const)('%s is told without what was read', async (_title, entry, message) => {
  const error = (await reader(entry, { U: 'lab' })().catch((thrown: unknown) => thrown)) as Error
  expect(error).toMatchObject({ code: 'SNAPCHECK_CREDENTIALS_UNAVAILABLE', place: 'credentials.main' })
  expect(error.message).toMatch(message)
  expect(JSON.stringify({ ...error, message: error.message })).not.toContain('hunter2')
})
