import { globSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { CheckedEndpoint } from '../harness/live/check/endpoints.ts'
import type { PlannedChange } from '../harness/live/rehearse.ts'
import type { NotRun } from '../harness/live/assign.ts'
import { httpsFront, labConfig, secretsOf, serveLab, writeConfig, type ServedLab } from './testing/endpoints.ts'
import { privateCa } from './testing/private-ca.ts'
import { newFolder, reportIn, snapcheck, type Ended, type Options } from './testing/snapcheck.ts'

let lab: ServedLab
let folder: string

beforeAll(async () => {
  lab = await serveLab(['--speed', '300'])
  folder = newFolder()
  writeConfig(folder, labConfig(lab, { patience: { limit: '60s', interval: '500ms' } }))
})
afterAll(() => lab.stop())

function live(args: readonly string[], options: Options = {}): Promise<Ended> {
  const env = { ...secretsOf(lab), SNAPCHECK_JOURNAL: join(folder, 'journal'), ...options.env }
  return snapcheck(['run', '--source', 'live', '--quiet', ...args], { cwd: folder, ...options, env })
}

interface Plan {
  readonly changes: readonly PlannedChange[]
  readonly notRun: readonly NotRun[]
  readonly creates: number
  readonly labClockMs: number
}

/** The checkpoints of each VM as the host shows them: VMM finds out later. */
async function shownByHost(): Promise<readonly string[]> {
  const { stdout } = await snapcheck(['check', '--json'], { cwd: folder, env: secretsOf(lab) })
  const { endpoints } = JSON.parse(stdout) as { endpoints: readonly CheckedEndpoint[] }
  return endpoints
    .filter((endpoint) => endpoint.interface === 'hyperv-wmi')
    .flatMap(({ findings }) => findings.filter(({ step }) => step === 'vm').map(({ sentence }) => sentence))
}

test('a step is said as it begins, because a single one may take half an hour', async () => {
  const { stderr } = await snapcheck(['run', 'existing', '--source', 'live', '--output', newFolder()], { cwd: folder, env: secretsOf(lab) })
  expect(stderr).toMatch(/^\d\d:\d\d:\d\d {2}existing\.seen\/hyperv-wmi\/\S+: \S/m)
})

describe('a run that may only look', () => {
  const output = newFolder()
  let ended: Ended
  beforeAll(async () => {
    ended = await live(['--output', output])
  })

  test('judges what exists on every configured VM, and says in truth who answered', () => {
    const { source, origin, participants, scenarios, summary } = reportIn(output)
    expect(ended.code, ended.stderr).toBe(0)
    expect(source.kind).toBe('live')
    expect(source.via.map(({ via }) => via)).toEqual(['connection'])
    expect(origin).toBe('simulator')
    expect(participants.map(({ id }) => id).toSorted()).toEqual(['hyperv-wmi hv01', 'scvmm-spf vmm01'])
    expect(scenarios.map(({ id }) => id).toSorted()).toEqual(
      [lab.vms['HV1'], lab.vms['HV4']].map((vm) => `existing.seen/hyperv-wmi/${vm}`).toSorted(),
    )
    expect(summary.outcomes.conforms).toBeGreaterThan(50)
    for (const { cleanup } of scenarios) expect(cleanup.outcome).toBe('not-needed')
  })

  test('says of every scenario that writes that it was not run, and why', () => {
    expect(ended.stdout).toMatch(/not run {2}\d+ scenarios \(.*visibility\.one.*\): .*--allow reads does not open that/)
    expect(reportIn(output).notJudged.find(({ claim }) => claim === 'C-010')).toMatchObject({ code: 'not-allowed' })
  })

  test('leaves no secret and no address in anything it writes', () => {
    const files = globSync('**/*', { cwd: output, withFileTypes: true }).filter((entry) => entry.isFile())
    expect(files.length).toBeGreaterThan(4)
    for (const file of files) {
      const text = readFileSync(join(file.parentPath, file.name), 'utf8')
      for (const secret of [lab.password, Buffer.from(`${lab.user}:${lab.password}`).toString('base64'), new URL(lab.wsman).host])
        expect(text.includes(secret), `${file.name} holds ${secret}`).toBe(false)
    }
  })
})

describe('a run that may write', () => {
  test('makes exactly the changes that --dry-run listed, through both interfaces, and puts everything back', async () => {
    const before = await shownByHost()
    const planned = await live(['visibility.one', '--allow', 'writes', '--dry-run', '--json'])
    const plan = JSON.parse(planned.stdout) as Plan
    expect(planned.code, planned.stderr).toBe(0)
    expect(plan.labClockMs).toBeGreaterThan(0)
    expect(await shownByHost()).toEqual(before)

    const output = newFolder()
    const { code, stdout, stderr } = await live(['visibility.one', '--allow', 'writes', '--output', output])
    expect(code, stdout + stderr).toBe(0)
    const { origin, scenarios, verdicts, problems } = reportIn(output)
    expect(problems).toEqual([])
    expect(origin).toBe('simulator')
    const made = scenarios.flatMap(({ id, steps }) =>
      steps.flatMap((step) => (step.kind === 'act' ? [`${id.split('/')[0]} ${step.interface} ${step.action}`] : [])),
    )
    const listed = plan.changes.filter(({ title }) => title !== 'clean up')
    expect(listed.map(({ scenario, through, action }) => `${scenario} ${through} ${action}`).toSorted()).toEqual(made.toSorted())
    for (const { vm } of plan.changes) expect(vm).toBe(lab.vms['HV4'])
    expect(plan.creates).toBe(2)
    for (const { cleanup } of scenarios) expect(cleanup).toMatchObject({ outcome: 'restored', leftovers: [] })
    const crossing = verdicts.filter(({ cell }) => cell.property === 'visibility' && cell.creator !== cell.observer)
    expect(new Set(crossing.map(({ cell, outcome }) => `${cell.creator} ${outcome}`))).toEqual(
      new Set(['hyperv-wmi conforms', 'scvmm-spf conforms']),
    )
    expect(await shownByHost()).toEqual(before)
  }, 180_000)

  test('makes nothing where the journal cannot be written', async () => {
    const file = join(newFolder(), 'a-file')
    writeFileSync(file, '')
    const output = newFolder()
    const args = ['visibility.one', '--creator', 'hyperv-wmi', '--allow', 'writes', '--output', output]
    const { code, stderr } = await live(args, { env: { SNAPCHECK_JOURNAL: file } })
    expect(code, stderr).toBe(3)
    expect(reportIn(output).problems).toMatchObject([{ code: 'SNAPCHECK_JOURNAL_UNWRITABLE' }])
    expect(reportIn(output).scenarios.flatMap(({ steps }) => steps)).toEqual([])
  })

  test('lists the probes that change something too', async () => {
    const { stdout, stderr, code } = await live(['protocol', '--creator', 'scvmm-spf', '--allow', 'writes', '--dry-run', '--json'])
    expect(code, stderr).toBe(0)
    const { changes } = JSON.parse(stdout) as Plan
    expect(changes.map(({ action }) => action)).toEqual(expect.arrayContaining(['create', 'probe verbs', 'probe lock']))
    expect(changes.map(({ action }) => action)).not.toContain('probe key')
  })

  test('on two VMs with two workers tells one story at a time on each', async () => {
    const two = newFolder()
    const output = newFolder()
    const both = labConfig(lab).vms!.map((vm) => ({ ...vm, disposable: true }))
    writeConfig(two, labConfig(lab, { vms: both }))
    const args = ['visibility.one', 'comment.none', 'comment.changed', '--creator', 'scvmm-spf', '--allow', 'writes', '--workers', '2']
    const { code, stdout, stderr } = await live([...args, '--output', output], { cwd: two })
    expect(code, stdout + stderr).toBe(0)
    const { scenarios, problems } = reportIn(output)
    expect(problems).toEqual([])
    expect(scenarios).toHaveLength(3)
    expect(new Set(scenarios.flatMap(({ steps }) => steps.map(({ vm }) => vm))).size).toBe(2)
    for (const { cleanup } of scenarios) expect(cleanup.outcome).toBe('restored')
  }, 180_000)

  test('refuses before the first change to create more than the ceiling', async () => {
    const before = await shownByHost()
    const { code, stderr } = await live(['visibility', '--allow', 'writes', '--ceiling', '3'])
    expect(code).toBe(2)
    expect(stderr).toContain('SNAPCHECK_CEILING')
    expect(stderr).toContain('--dry-run')
    expect(await shownByHost()).toEqual(before)
  })

  test.each([
    ['no VM is disposable', ['visibility.one'], { vms: [] }, 'no-disposable-vm'],
    ['it needs a VM that is off', ['tree.branched'], {}, 'vm-state'],
  ] as const)('where %s it is not run: exit 3, with the reason', async (_title, filters, more, reason) => {
    const own = newFolder()
    const config = labConfig(lab)
    const vms = 'vms' in more ? config.vms!.map((vm) => ({ ...vm, disposable: false })) : config.vms!
    writeConfig(own, { ...config, vms })
    const { code, stdout } = await live([...filters, '--allow', 'writes', '--json', '--output', newFolder()], { cwd: own })
    const { notRun, summary } = JSON.parse(stdout) as { notRun: readonly NotRun[]; summary: { conclusion: string } }
    expect(code).toBe(3)
    expect(summary.conclusion).toBe('not-assessed')
    expect(notRun).toMatchObject([{ scenario: filters[0], code: reason }])
  })
})

describe('over HTTPS with a certificate of a private CA', () => {
  async function behindHttps(ca: boolean): Promise<{ readonly ended: Ended; readonly requests: number; readonly output: string }> {
    const [host, spf] = [await httpsFront(lab.wsman), await httpsFront(lab.spf)]
    const own = newFolder()
    const output = newFolder()
    writeFileSync(join(own, 'ca.pem'), privateCa.ca)
    const trust = ca ? { ca: 'ca.pem' } : {}
    const { hosts, vmm } = labConfig(lab)
    writeConfig(
      own,
      labConfig(lab, { hosts: [{ ...hosts![0]!, url: host.url, ...trust }], vmm: [{ ...vmm![0]!, url: spf.url, ...trust }] }),
    )
    try {
      const ended = await live(['existing', '--output', output], { cwd: own })
      return { ended, requests: host.requests.length + spf.requests.length, output }
    } finally {
      await Promise.all([host.close(), spf.close()])
    }
  }

  test('reads where the CA is named', async () => {
    const { ended, requests, output } = await behindHttps(true)
    expect(ended.code, ended.stderr).toBe(0)
    expect(requests).toBeGreaterThan(10)
    expect(reportIn(output).origin).toBe('simulator')
  })

  test('sends nothing where it is not', async () => {
    const { ended, requests, output } = await behindHttps(false)
    expect(ended.code).toBe(3)
    expect(requests).toBe(0)
    expect(reportIn(output).problems[0]).toMatchObject({ code: 'SNAPCHECK_UNREACHABLE' })
  })
})

describe('where secrets come from', () => {
  test.each([
    ['a file descriptor', { fd: 3 }, { descriptor: true }],
    ['a command', { command: [process.execPath, '-e', 'console.log(process.env.LAB_USER + "\\n" + process.env.LAB_PASSWORD)'] }, {}],
  ] as const)('%s', async (_title, way, given) => {
    const own = newFolder()
    writeConfig(own, labConfig(lab, { credentials: { lab: way } }))
    const { code, stderr } = await live(['existing', '--output', newFolder()], {
      cwd: own,
      ...('descriptor' in given ? { descriptor: `${lab.user}\n${lab.password}\n` } : {}),
    })
    expect(code, stderr).toBe(0)
  })
})

describe('a configuration in TypeScript', () => {
  test('is read with its types, from a folder above', async () => {
    const own = newFolder()
    const text = `import { defineConfig, type SnapcheckConfig } from 'snapcheck'\nconst config: SnapcheckConfig = ${JSON.stringify(labConfig(lab))}\nexport default defineConfig(config)\n`
    writeFileSync(join(own, 'snapcheck.config.ts'), text)
    const { code, stderr } = await live(['--config', 'snapcheck.config.ts', '--output', newFolder()], { cwd: own })
    expect(code, stderr).toBe(0)
  })
})

describe('a slip', () => {
  test.each([
    ['an option of live runs on the lab', ['run', '--allow', 'writes'], '--allow has no effect with --source lab'],
    ['an option of the lab on a live run', ['run', '--source', 'live', '--lab-fault', 'hidden-checkpoint'], '--lab-fault has no effect'],
    ['no configuration', ['run', '--source', 'live'], 'SNAPCHECK_CONFIGURATION_MISSING'],
    ['a misspelt level', ['run', '--source', 'live', '--allow', 'write'], 'writes'],
  ])('%s is told before anything is done', async (_title, args, hint) => {
    const { code, stderr } = await snapcheck(args, { cwd: newFolder() })
    expect(code).toBe(2)
    expect(stderr).toContain(hint)
  })
})
