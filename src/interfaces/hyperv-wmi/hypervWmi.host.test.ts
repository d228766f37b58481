import { afterEach, describe, expect, test } from 'vitest'
import { parseGuid } from '../../checkpoint/guid.ts'
import type { Clock } from '../../foundation/clock.ts'
import { guidSequence } from '../../foundation/seed.ts'
import { returnCodes } from '../../products/hyperv-wmi/return-codes.ts'
import { jobStates } from '../../products/hyperv-wmi/job-states.ts'
import { scriptedHost, type Asked, type Said } from '../../protocols/wsman/client/testing/scriptedHost.ts'
import { writeEnumerateResponse } from '../../protocols/wsman/codec/enumeration.ts'
import { writeIdentifyResponse } from '../../protocols/wsman/codec/identify.ts'
import { writeInstance } from '../../protocols/wsman/codec/instance.ts'
import { readInput, writeOutput, type MethodParameter } from '../../protocols/wsman/codec/invoke.ts'
import { actions } from '../../protocols/wsman/codec/namespaces.ts'
import type { Reference } from '../../protocols/wsman/codec/reference.ts'
import { classUri } from '../../protocols/wsman/codec/resourceUri.ts'
import type { CimValue } from '../../protocols/wsman/codec/value.ts'
import { evidenceTrail } from '../../recording/trail.ts'
import { hypervWmi } from './hypervWmi.ts'
import { settingsReference } from './objects.ts'

const v2 = 'root/virtualization/v2'
const vm = parseGuid('AAAAAAAA-0000-4000-8000-000000000001')!
const made = parseGuid('BBBBBBBB-0000-4000-8000-000000000002')!
const reference = (className: string, id: string): Reference => ({
  resourceUri: classUri(v2, className),
  selectors: [{ name: 'InstanceID', value: id }],
})
const job = reference('Msvm_ConcreteJob', 'JOB')
const otherJob = reference('Msvm_ConcreteJob', 'OTHER')

const instance = (namespace: string, className: string, properties: Readonly<Record<string, CimValue>>) => ({
  className,
  resourceUri: classUri(namespace, className),
  properties: new Map(Object.entries(properties)),
})
const jobIn = (JobState: number, more: Readonly<Record<string, CimValue>> = {}): Said => ({
  body: writeInstance(instance(v2, 'Msvm_ConcreteJob', { InstanceID: 'JOB', JobState, ErrorCode: 0, ...more })),
})
const enumerated = (...items: readonly ReturnType<typeof instance>[]): Said => ({
  body: writeEnumerateResponse({ context: null, items: items.map((each) => ({ instance: each })), end: true }),
})
const row = (affecting: Reference, affected: Reference, effect: number) =>
  instance(v2, 'Msvm_AffectedJobElement', { AffectingElement: affecting, AffectedElement: affected, ElementEffects: [effect] })
const output = (asked: Asked, ...parameters: readonly MethodParameter[]): Said => ({
  body: writeOutput(asked.headers.resourceUri!, readInput(asked.body).method, parameters),
})
const started = (asked: Asked): Said =>
  output(asked, { name: 'Job', value: job }, { name: 'ResultingSnapshot', value: null }, { name: 'ReturnValue', value: 4096 })
const returned = (asked: Asked, code: number): Said => output(asked, { name: 'Job', value: null }, { name: 'ReturnValue', value: code })
const isCall = ({ headers }: Asked, method: string): boolean => headers.action!.endsWith(`/${method}`)

const closing: (() => Promise<void>)[] = []
afterEach(async () => {
  for (const close of closing.splice(0).toReversed()) await close()
})

/** A clock on which waiting costs nothing. */
function stepClock(): Clock {
  let now = 0
  return { kind: 'virtual', now: () => now, sleep: async (milliseconds) => void (now += milliseconds) }
}

async function against(script: (asked: Asked, turn: number) => Said, headers = {}) {
  const host = await scriptedHost(script, headers)
  closing.push(host.close)
  const clock = stepClock()
  return {
    asked: host.asked,
    clock,
    hyperv: hypervWmi({ transport: host.transport, clock, trail: evidenceTrail(), nextId: guidSequence('test') }),
  }
}

describe('origin', () => {
  const bodies =
    (productVendor: string, systems: readonly ReturnType<typeof instance>[]) =>
    (asked: Asked): Said =>
      asked.headers.action === undefined
        ? {
            document: `<s:Envelope xmlns:s="http://www.w3.org/2003/05/soap-envelope"><s:Header/><s:Body>${writeIdentifyResponse({ productVendor, productVersion: 'OS: 10.0.20348 SP: 0.0 Stack: 3.0', securityProfiles: [] })}</s:Body></s:Envelope>`,
          }
        : enumerated(...systems)
  const system = instance('root/cimv2', 'Win32_OperatingSystem', {
    Version: '10.0.20348',
    BuildNumber: '20348',
    Caption: 'Microsoft Windows Server 2022',
  })

  test.each([
    ['product', 'Microsoft Corporation', [system], {}],
    ['unidentified', 'Microsoft Corporation', [], {}],
    ['unidentified', 'Openwsman Project', [system], {}],
    ['simulator', 'snapcheck lab (simulator)', [system], {}],
    ['simulator', 'Microsoft Corporation', [system], { 'x-snapcheck-lab': '1' }],
  ] as const)('is %s where the vendor is "%s"', async (origin, vendor, systems, headers) => {
    const { hyperv } = await against(bodies(vendor, systems), headers)
    const { value } = await hyperv.identify()
    expect(value.origin).toBe(origin)
    if (systems.length > 0)
      expect(value).toMatchObject({ product: 'Hyper-V on Microsoft Windows Server 2022', version: '10.0.20348', build: '20348' })
  })
})

describe('creating', () => {
  test('follows the job to the row that says what it made, past the rows of other jobs', async () => {
    const states = [2, 4, 7]
    const rows = [
      [row(otherJob, settingsReference(vm), 5), row(job, settingsReference(vm), 0)],
      [row(job, settingsReference(vm), 0), row(job, settingsReference(made), 5)],
    ]
    const { hyperv, asked, clock } = await against((each) => {
      if (isCall(each, 'CreateSnapshot')) return started(each)
      return each.headers.action === actions.get ? jobIn(states.shift()!) : enumerated(...rows.shift()!)
    })
    expect((await hyperv.create(vm, {})).value).toBe(made)
    expect(clock.now()).toBe(3 * 500)
    expect(Object.fromEntries(readInput(asked[0]!.body).parameters)).toEqual({
      AffectedSystem: {
        resourceUri: classUri(v2, 'Msvm_ComputerSystem'),
        selectors: [
          { name: 'CreationClassName', value: 'Msvm_ComputerSystem' },
          { name: 'Name', value: vm },
        ],
      },
      SnapshotSettings: '',
      SnapshotType: '2',
    })
    expect(asked[0]!.headers.selectors).toEqual([{ name: 'CreationClassName', value: 'Msvm_VirtualSystemSnapshotService' }])
  })

  test('takes the result of a host that does it at once', async () => {
    const { hyperv } = await against((each) =>
      output(
        each,
        { name: 'Job', value: null },
        { name: 'ResultingSnapshot', value: settingsReference(made) },
        { name: 'ReturnValue', value: 0 },
      ),
    )
    expect((await hyperv.create(vm, {})).value).toBe(made)
  })

  test('names the checkpoint that is there although its name could not be set', async () => {
    const { hyperv, asked } = await against((each) => {
      if (isCall(each, 'ModifySystemSettings')) return returned(each, 32773)
      return output(each, { name: 'ResultingSnapshot', value: settingsReference(made) }, { name: 'ReturnValue', value: 0 })
    })
    const error = await hyperv.create(vm, { name: 'x', comment: 'y' }).catch((caught: unknown) => caught)
    expect(error).toMatchObject({
      code: 'SNAPCHECK_PRODUCT_REFUSED',
      productCode: '32773',
      message: expect.stringContaining(`${made} was made, but its ElementName could not be set`),
    })
    expect(asked).toHaveLength(2)
    expect(readInput(asked[1]!.body).parameters.get('SystemSettings')).toBe(
      `<INSTANCE CLASSNAME="Msvm_VirtualSystemSettingData"><PROPERTY NAME="InstanceID" TYPE="string"><VALUE>Microsoft:${made}</VALUE></PROPERTY><PROPERTY NAME="ElementName" TYPE="string"><VALUE>x</VALUE></PROPERTY></INSTANCE>`,
    )
  })

  test('a host that does not say what it made', async () => {
    const { hyperv } = await against((each) => returned(each, 0))
    await expect(hyperv.create(vm, {})).rejects.toMatchObject({ code: 'SNAPCHECK_PROTOCOL' })
  })
})

describe('refusals', () => {
  test.each(
    Object.keys(returnCodes)
      .map(Number)
      .filter((code) => code !== 0),
  )('ReturnValue %i', async (code) => {
    const { hyperv } = await against((each) => returned(each, code))
    const expected = { 4096: 'SNAPCHECK_PROTOCOL', 32769: 'SNAPCHECK_ACCESS_DENIED' }[code] ?? 'SNAPCHECK_PRODUCT_REFUSED'
    await expect(hyperv.remove(vm, made)).rejects.toMatchObject({
      code: expected,
      productCode: String(code),
      observed: expect.stringContaining(`ReturnValue ${code} (${returnCodes[code]!.name})`),
    })
  })

  test.each(Object.entries(jobStates).filter(([, { phase }]) => phase !== 'going on'))('a job in state %s', async (state, { phase }) => {
    const { hyperv } = await against((each) => (each.headers.action === actions.get ? jobIn(Number(state)) : started(each)))
    const removed = hyperv.remove(vm, made)
    if (phase === 'succeeded') await expect(removed).resolves.toMatchObject({ evidence: [] })
    else await expect(removed).rejects.toMatchObject({ code: 'SNAPCHECK_PRODUCT_REFUSED', productCode: state })
  })

  test("the job's own ErrorCode, also in state 7, and a state that nobody knows", async () => {
    const said = [jobIn(10, { ErrorCode: 32784, ErrorDescription: '失敗' }), jobIn(7, { ErrorCode: 5 }), jobIn(12)]
    const { hyperv } = await against((each) => (each.headers.action === actions.get ? said.shift()! : started(each)))
    await expect(hyperv.remove(vm, made)).rejects.toMatchObject({
      productCode: '32784',
      observed: 'JobState 10 (Exception), ErrorCode 32784, 失敗',
    })
    await expect(hyperv.restore(vm, made)).rejects.toMatchObject({ productCode: '5' })
    await expect(hyperv.rename(vm, made, 'x')).rejects.toMatchObject({ observed: 'JobState 12 (unknown), ErrorCode 0' })
  })

  test('a job that is stuck, and one that is gone', async () => {
    const stuck = await against((each) => (each.headers.action === actions.get ? jobIn(4) : started(each)))
    await expect(stuck.hyperv.remove(vm, made)).rejects.toMatchObject({
      code: 'SNAPCHECK_JOB_TIMEOUT',
      observed: 'not there after 300000 ms',
    })
    expect(stuck.clock.now()).toBe(300_000)
    const gone = await against((each) =>
      each.headers.action === actions.get ? { fault: { kind: 'notFound', reason: '', language: 'en', machine: 'H' } } : started(each),
    )
    await expect(gone.hyperv.remove(vm, made)).rejects.toMatchObject({ code: 'SNAPCHECK_PROTOCOL', place: 'the host' })
  })
})
