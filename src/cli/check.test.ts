import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { SnapcheckConfig } from '../configuration/schema/schema.ts'
import type { CheckedEndpoint } from '../harness/live/check/endpoints.ts'
import { httpsFront, labConfig, secretsOf, serveLab, writeConfig, type ServedLab } from './testing/endpoints.ts'
import { newFolder, snapcheck } from './testing/snapcheck.ts'

let lab: ServedLab
beforeAll(async () => {
  lab = await serveLab()
})
afterAll(() => lab.stop())

interface Checked {
  readonly code: number | null
  readonly host: CheckedEndpoint | undefined
  readonly vmm: CheckedEndpoint | undefined
}

async function check(config: SnapcheckConfig, env: Readonly<Record<string, string>> = secretsOf(lab)): Promise<Checked> {
  const folder = newFolder()
  writeConfig(folder, config)
  const { code, stdout, stderr } = await snapcheck(['check', '--json'], { cwd: folder, env })
  expect(stdout, stderr).not.toBe('')
  const { endpoints } = JSON.parse(stdout) as { endpoints: readonly CheckedEndpoint[] }
  return { code, host: endpoints.find(({ name }) => name === 'hv01'), vmm: endpoints.find(({ name }) => name === 'vmm01') }
}

const missingIn = (endpoint: CheckedEndpoint | undefined) => (endpoint?.findings ?? []).filter(({ state }) => state === 'missing')

test('says what works: who answers, what it is, and which VMs it shows', async () => {
  const { code, host, vmm } = await check(labConfig(lab))
  expect(code).toBe(0)
  for (const endpoint of [host, vmm]) {
    expect(missingIn(endpoint)).toEqual([])
    expect(endpoint?.identity?.origin).toBe('simulator')
    expect(endpoint?.findings.filter(({ step }) => step === 'vm')).toHaveLength(2)
  }
  expect(host?.identity?.build).toBe('26100')
})

test('says of the right to change that only a change shows it, and who grants it, for the disposable VM only', async () => {
  const { host } = await check(labConfig(lab))
  const rights = host?.findings.filter(({ step }) => step === 'rights') ?? []
  expect(rights).toMatchObject([{ state: 'unknown', who: 'an administrator of the host' }])
  expect(rights[0]!.sentence).toContain(lab.vms['HV4'])
})

describe('what is missing', () => {
  test.each([
    ['a wrong password', {}, { LAB_USER: 'lab', LAB_PASSWORD: 'wrong' }, 3, 'authenticated', 'account'],
    ['a variable that is not set', {}, { LAB_USER: 'lab' }, 2, 'credentials', 'you'],
    ['a CA file that is not there', { ca: 'nowhere.pem' }, undefined, 2, 'certificate authority', 'you'],
    ['an address where nobody listens', { url: 'http://127.0.0.1:1' }, undefined, 3, 'reachable', 'network'],
    ['a password over plain http', { url: 'http://hv01.example.invalid:5985' }, undefined, 2, 'address', 'you'],
  ] as const)('%s is told with who can mend it', async (_title, parts, env, exit, step, who) => {
    const config = labConfig(lab)
    const { code, host } = await check({ ...config, hosts: [{ ...config.hosts![0]!, ...parts }] }, env ?? secretsOf(lab))
    expect(code).toBe(exit)
    expect(missingIn(host)).toMatchObject([{ step, who: expect.stringContaining(who) }])
    expect(JSON.stringify(host)).not.toContain('wrong')
  })

  test('a certificate that nobody trusts', async () => {
    const front = await httpsFront(lab.wsman)
    const config = labConfig(lab)
    const { code, host, vmm } = await check({ ...config, hosts: [{ ...config.hosts![0]!, url: front.url }] })
    await front.close()
    expect(code).toBe(3)
    expect(missingIn(host)).toMatchObject([{ step: 'tls', who: expect.stringContaining('CA') }])
    expect(front.requests).toEqual([])
    expect(missingIn(vmm)).toEqual([])
  })

  test('a VM that is not shown: without rights a host hides it and says nothing', async () => {
    const config = labConfig(lab)
    const { code, host, vmm } = await check({
      ...config,
      vms: [{ id: '00000000-0000-4000-8000-000000000001', host: 'hv01', vmm: 'vmm01' }],
    })
    expect(code).toBe(3)
    expect(missingIn(host)).toMatchObject([
      { step: 'vm', who: 'an administrator of the host', sentence: expect.stringContaining('S-1-5-32-578') },
    ])
    expect(missingIn(vmm)).toMatchObject([{ step: 'vm', who: 'an administrator of SCVMM' }])
  })

  test('a service that is something else', async () => {
    const config = labConfig(lab)
    const { code, vmm } = await check({ ...config, vmm: [{ ...config.vmm![0]!, url: new URL(lab.spf).origin }] })
    expect(code).toBe(3)
    expect(missingIn(vmm)).toMatchObject([{ step: 'identified' }])
  })

  test('a configuration', async () => {
    const { code, stderr } = await snapcheck(['check'], { cwd: newFolder() })
    expect(code).toBe(2)
    expect(stderr).toContain('snapcheck init')
  })
})

test('a variable that nothing reads is told, with the one that was meant', async () => {
  const folder = newFolder()
  writeConfig(folder, labConfig(lab))
  const { stdout } = await snapcheck(['check'], { cwd: folder, env: { ...secretsOf(lab), SNAPCHECK_SEDE: '1' } })
  expect(stdout).toMatch(/SNAPCHECK_SEDE is not used by anything; did you mean SNAPCHECK_SEED\?/)
})

describe('--print-config', () => {
  test('shows each value with its origin, and no secret', async () => {
    const folder = newFolder()
    writeFileSync(join(folder, 'secret'), `${lab.user}\n${lab.password}\n`)
    writeConfig(folder, labConfig(lab, { seed: 7, ceiling: 9, credentials: { lab: { file: 'secret' } } }))
    const args = ['check', '--print-config', '--seed', '5', '--json']
    const { code, stdout } = await snapcheck(args, { cwd: folder, env: { SNAPCHECK_SEED: '6', SNAPCHECK_CEILING: '8', ...secretsOf(lab) } })
    const { settings } = JSON.parse(stdout) as { settings: Readonly<Record<string, { readonly value: unknown; readonly origin: string }>> }
    expect(code).toBe(0)
    expect(settings['seed']).toMatchObject({ value: 5, origin: 'flag', place: '--seed' })
    expect(settings['ceiling']).toMatchObject({ value: 8, origin: 'environment', place: 'SNAPCHECK_CEILING' })
    expect(settings['patienceLimit']).toMatchObject({ value: 2_000, origin: 'file' })
    expect(settings['allow']).toMatchObject({ value: 'reads', origin: 'default' })
    const told = await snapcheck(['check', '--print-config'], { cwd: folder, env: secretsOf(lab) })
    for (const text of [stdout, told.stdout]) expect(text).not.toContain(lab.password)
    expect(told.stdout).toMatch(/credentials {2}lab: file secret/)
  })

  test('works without a configuration', async () => {
    const { code, stdout } = await snapcheck(['check', '--print-config'], { cwd: newFolder() })
    expect(code).toBe(0)
    expect(stdout).toContain('none found')
  })
})
