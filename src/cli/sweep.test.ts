import { spawn, type ChildProcess } from 'node:child_process'
import { once } from 'node:events'
import { globSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { labConfig, secretsOf, serveLab, writeConfig, type ServedLab } from './testing/endpoints.ts'
import { newFolder, snapcheck, type Ended } from './testing/snapcheck.ts'

const bin = fileURLToPath(new URL('./snapcheck.js', import.meta.url))

let lab: ServedLab
let folder: string
let journal: string

beforeAll(async () => {
  lab = await serveLab(['--speed', '60'])
  folder = newFolder()
  journal = join(folder, 'journal')
  const vms = labConfig(lab).vms!.map((vm) => ({ ...vm, traits: ['no-integration' as const] }))
  writeConfig(folder, labConfig(lab, { vms, patience: { limit: '60s', interval: '500ms' } }))
})
afterAll(() => lab.stop())

function environment(): NodeJS.ProcessEnv {
  return { ...process.env, ...secretsOf(lab), SNAPCHECK_JOURNAL: journal }
}

function sweep(...args: readonly string[]): Promise<Ended> {
  return snapcheck(['sweep', ...args], { cwd: folder, env: { ...secretsOf(lab), SNAPCHECK_JOURNAL: journal } })
}

/** Starts a live run and waits until its journal has an entry of this kind. */
async function runUntil(entry: 'created' | 'lasting', scenario = 'visibility.one'): Promise<ChildProcess> {
  const args = ['run', scenario, '--creator', 'hyperv-wmi', '--source', 'live', '--allow', 'writes', '--quiet', '--output', newFolder()]
  const child = spawn(process.execPath, [bin, ...args], { cwd: folder, env: environment(), stdio: 'ignore' })
  for (;;) {
    const texts = globSync('*/*.jsonl', { cwd: journal }).map((name) => readFileSync(join(journal, name), 'utf8'))
    if (texts.some((text) => text.includes(`"${entry}"`) && !text.includes('"closed"'))) return child
    if (child.exitCode !== null) throw new Error(`the run ended with ${child.exitCode} before its journal had ${entry}`)
    await new Promise((resolve) => setTimeout(resolve, 20))
  }
}

describe('sweep', () => {
  test('has nothing to do where nothing was interrupted', async () => {
    const { code, stdout, stderr } = await sweep()
    expect(code, stderr).toBe(0)
    expect(stdout).toContain('Nothing to sweep')
  })

  test('leaves a run that is alive in peace, and puts back what it left once it was killed', async () => {
    const child = await runUntil('created')
    const alive = await sweep('--apply')
    expect(alive.code, alive.stdout).toBe(3)
    expect(alive.stderr).toContain('SNAPCHECK_VM_IN_USE')
    expect(alive.stderr).toContain(`process ${child.pid} `)

    child.kill('SIGKILL')
    await once(child, 'exit')
    const dry = await sweep()
    expect(dry.code, dry.stderr).toBe(1)
    const listed = [...dry.stdout.matchAll(/would remove {2}(\S+)/g)].map(([, id]) => id)
    expect(listed.length, dry.stdout).toBeGreaterThan(0)
    expect((await sweep()).stdout).toBe(dry.stdout)

    const applied = await sweep('--apply', '--json')
    expect(applied.code, applied.stderr).toBe(0)
    const { journals } = JSON.parse(applied.stdout) as { journals: readonly { removed: readonly string[]; isClosed: boolean }[] }
    expect(journals.flatMap(({ removed }) => removed)).toEqual(listed)
    expect(journals.every(({ isClosed }) => isClosed)).toBe(true)

    const again = await sweep('--apply')
    expect(again.code).toBe(0)
    expect(again.stdout).toContain('Nothing to sweep')
  })

  test('does its work in spite of a journal that cannot be read, and says so: exit 2', async () => {
    const child = await runUntil('created')
    child.kill('SIGKILL')
    await once(child, 'exit')
    const broken = join(journal, 'aaa', 'a.story.jsonl')
    mkdirSync(dirname(broken), { recursive: true })
    writeFileSync(broken, '{}\n')
    const { code, stdout, stderr } = await sweep('--apply')
    rmSync(dirname(broken), { recursive: true })
    expect(code, stderr).toBe(2)
    expect(stderr).toContain('SNAPCHECK_JOURNAL_MALFORMED')
    expect(stdout).toMatch(/removed +[0-9A-F-]{36}/)
    expect((await sweep()).stdout).toContain('Nothing to sweep')
  })

  test('removes nothing where the VM is disposable on another host only', async () => {
    const child = await runUntil('created')
    child.kill('SIGKILL')
    await once(child, 'exit')
    const other = newFolder()
    const { hosts } = labConfig(lab)
    const vms = [{ id: lab.vms['HV4']!, host: 'elsewhere', disposable: true }]
    writeConfig(other, labConfig(lab, { hosts: [...hosts!, { ...hosts![0]!, name: 'elsewhere' }], vms }))
    const refused = await snapcheck(['sweep', '--apply'], { cwd: other, env: { ...secretsOf(lab), SNAPCHECK_JOURNAL: journal } })
    expect(refused.code, refused.stdout).toBe(3)
    expect(refused.stderr).toContain('SNAPCHECK_NOT_DISPOSABLE')
    expect((await sweep('--apply')).code).toBe(0)
  })

  test('tells what nothing takes back: how the killed run had set the VM', async () => {
    const child = await runUntil('lasting', 'kind.fallback')
    child.kill('SIGKILL')
    await once(child, 'exit')
    const { stdout, stderr, code } = await sweep('--apply')
    expect(code, stderr).toBe(0)
    expect(stdout).toMatch(/not undone +production only from now on: its checkpoint type was set to 4/)
  })

  test('of an endpoint that is not configured, or does not answer, finds out nothing: exit 3', async () => {
    const child = await runUntil('created')
    child.kill('SIGKILL')
    await once(child, 'exit')
    const other = newFolder()
    writeConfig(other, labConfig(lab, { hosts: [{ name: 'hv01', url: 'http://127.0.0.1:1', credentials: 'lab' }], vmm: [], vms: [] }))
    const env = { ...secretsOf(lab), SNAPCHECK_JOURNAL: journal }
    const closed = await snapcheck(['sweep'], { cwd: other, env })
    expect(closed.code, closed.stdout).toBe(3)
    expect(closed.stderr).toContain('SNAPCHECK_UNREACHABLE')
    writeConfig(other, labConfig(lab, { hosts: [], vms: [] }))
    const unknown = await snapcheck(['sweep'], { cwd: other, env })
    expect(unknown.code, unknown.stdout).toBe(3)
    expect(unknown.stderr).toContain('hv01')
    expect((await sweep('--apply')).code).toBe(0)
  })
})
