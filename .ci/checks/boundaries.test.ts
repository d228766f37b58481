import { spawnSync } from 'node:child_process'
import { cp, mkdir, mkdtemp, rm, symlink, writeFile } from 'node:fs/promises'
import { existsSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { afterEach, describe, expect, test } from 'vitest'
import { offence } from './boundaries.ts'
import { rooms } from './rooms.ts'

const root = join(import.meta.dirname, '../..')

const allowed: readonly (readonly [file: string, specifier: string])[] = [
  ['src/checkpoint/time.ts', '../foundation/json.ts'],
  ['src/judgement/rules/name.ts', '../../checkpoint/guid.ts'],
  ['src/protocols/wsman/codec/envelope.ts', '../../xml/tree.ts'],
  ['src/protocols/wsman/client/session.ts', '../codec/envelope.ts'],
  ['src/interfaces/hyperv-wmi/connect.ts', '../../protocols/wsman/client/session.ts'],
  ['src/lab/servers/wsman.ts', 'node:http'],
  ['src/lab/servers/wsman.ts', '../world/world.ts'],
  ['src/lab/vmm/rows.ts', '../world/world.ts'],
  ['src/harness/vitest/run.ts', 'vitest/node'],
  ['src/report/html/viewer/app.tsx', 'preact/hooks'],
  ['src/interfaces/scvmm-spf/list.test.ts', '../../lab/servers/spf.ts'],
  ['suites/visibility.ts', 'snapcheck'],
  ['suites/claims/register.ts', './identity.ts'],
  ['bench/run.ts', '../src/inspection/inspect.ts'],
]

const refused: readonly (readonly [file: string, specifier: string])[] = [
  ['src/foundation/json.ts', '../checkpoint/guid.ts'],
  ['src/products/terms.ts', '../foundation/json.ts'],
  ['src/judgement/rules/name.ts', '../../harness/scenario.ts'],
  ['src/judgement/rules/name.ts', 'node:fs'],
  ['src/judgement/rules/name.ts', 'vitest'],
  ['src/protocols/wsman/codec/envelope.ts', '../client/session.ts'],
  ['src/protocols/wsman/codec/envelope.ts', '../../odata/codec/entry.ts'],
  ['src/protocols/wsman/client/session.ts', '../../odata/codec/entry.ts'],
  ['src/lab/servers/wsman.ts', '../../protocols/wsman/client/session.ts'],
  ['src/lab/world/tree.ts', '../../interfaces/port.ts'],
  ['src/lab/world/tree.ts', '../servers/wsman/server.ts'],
  ['src/lab/world/tree.ts', '../vmm/rows.ts'],
  ['src/lab/vmm/rows.ts', '../servers/spf/server.ts'],
  ['src/interfaces/hyperv-wmi/connect.ts', '../../lab/servers/wsman.ts'],
  ['src/report/junit.ts', '../harness/scenario.ts'],
  ['src/harness/matrix.ts', '../cli/main.ts'],
  ['src/harness/matrix.ts', 'vitest'],
  ['src/harness/matrix.ts', '../protocols/powershell/codec/testing/build-host.ts'],
  ['suites/visibility.ts', '../src/index.ts'],
  ['suites/visibility.ts', 'vitest'],
  ['suites/visibility.ts', 'snapcheck/harness'],
  ['src/somewhere/new.ts', '../foundation/json.ts'],
]

describe('import boundaries', () => {
  test.each(allowed)('%s may import %s', (file, specifier) => {
    expect(offence(file, specifier)).toBeUndefined()
  })

  test.each(refused)('%s may not import %s', (file, specifier) => {
    expect(offence(file, specifier)).toEqual(expect.any(String))
  })

  test('every room of the table is a place in the house', () => {
    const places = rooms.filter(({ path }) => !path.includes('*')).map(({ path }) => path)
    expect(places.filter((path) => !existsSync(join(root, path)))).toEqual([])
  })
})

describe('the lint command', () => {
  const folders: string[] = []
  afterEach(async () => {
    await Promise.all(folders.splice(0).map((folder) => rm(folder, { recursive: true, force: true })))
  })

  test.each([
    ['src/judgement/planted.ts', "export { run } from '../harness/run.ts'\n", 'house(boundaries)'],
    ['src/lab/planted.ts', "export type Port = import('../interfaces/port.ts').CheckpointInterface\n", 'house(boundaries)'],
    ['src/lab/planted.ts', "export const later = () => import('../interfaces/port.ts')\n", 'house(boundaries)'],
    ['src/lab/planted.ts', 'export const now = (): number => Date.now()\n', 'house(wall-clock)'],
    ['src/lab/planted.ts', 'export const now = (): Date => new Date()\n', 'house(wall-clock)'],
    ['src/lab/planted.ts', 'export default 1\n', 'import(no-default-export)'],
    ['src/lab/planted.ts', 'export const loose = (value: any): unknown => value\n', 'no-explicit-any'],
    ['src/lab/planted.ts', 'export const lines = 1\n'.padEnd(500, '\n'), 'max-lines'],
  ])('refuses what is planted in %s (%#)', async (path, source, rule) => {
    const house = await emptyHouse()
    folders.push(house)
    await mkdir(dirname(join(house, path)), { recursive: true })
    await writeFile(join(house, path), source)
    const { status, stdout } = lint(house)
    expect(stdout).toContain(rule)
    expect(status).toBe(1)
  })

  test('is content with a clean file', async () => {
    const house = await emptyHouse()
    folders.push(house)
    await mkdir(join(house, 'src/lab'), { recursive: true })
    await writeFile(join(house, 'src/lab/clean.ts'), "import { parseGuid } from '../checkpoint/guid.ts'\n\nexport const read = parseGuid\n")
    expect(lint(house)).toMatchObject({ status: 0 })
  })
})

/** A folder with this repository's lint configuration and nothing to lint. */
async function emptyHouse(): Promise<string> {
  const house = await mkdtemp(join(tmpdir(), 'snapcheck-lint-'))
  await cp(join(root, '.oxlintrc.json'), join(house, '.oxlintrc.json'))
  await cp(join(root, '.ci/checks'), join(house, '.ci/checks'), { recursive: true })
  await symlink(join(root, 'node_modules'), join(house, 'node_modules'), 'junction')
  return house
}

function lint(house: string): { status: number | null; stdout: string } {
  return spawnSync(process.execPath, [join(root, 'node_modules/oxlint/bin/oxlint'), 'src'], { cwd: house, encoding: 'utf8' })
}
