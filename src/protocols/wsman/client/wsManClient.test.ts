import { readFileSync } from 'node:fs'
import { afterEach, describe, expect, test } from 'vitest'
import { writeEmbedded } from '../codec/embedded.ts'
import { readEnumerate, readPull, readRelease, writeEnumerateResponse, writePullResponse, type Item } from '../codec/enumeration.ts'
import type { OutgoingFault } from '../codec/fault.ts'
import type { FaultKind } from '../codec/faultTable.ts'
import { writeIdentifyResponse } from '../codec/identify.ts'
import { writeInstance, type CimInstance } from '../codec/instance.ts'
import { readInput, writeOutput } from '../codec/invoke.ts'
import { actions } from '../codec/namespaces.ts'
import type { Reference } from '../codec/reference.ts'
import { classUri } from '../codec/resourceUri.ts'
import { scriptedHost, type Asked, type Said } from './testing/scriptedHost.ts'
import { wsManClient, type WsManOptions } from './wsManClient.ts'

const namespace = 'root/virtualization/v2'
const recording = (name: string): Said => ({
  document: readFileSync(new URL(`../../../../fixtures/recordings/go-wsman-hyperv-host/recorded_${name}.xml`, import.meta.url), 'utf8'),
})

const open: { close(): Promise<void> }[] = []
afterEach(async () => {
  for (const host of open.splice(0)) await host.close()
})

async function connected(script: (asked: Asked, turn: number) => Said, options: Partial<WsManOptions> = {}, headers = {}) {
  const host = await scriptedHost(script, headers)
  open.push(host)
  let count = 0
  return { ...host, client: wsManClient({ transport: host.transport, nextId: () => `id-${++count}`, ...options }) }
}

/** The ids by which the recorded answers say what they relate to, so that they can be served as they stand. */
function recordedIds(...tails: readonly string[]): () => string {
  const left = [...tails]
  return () => `00000000-0000-4000-8000-0000000000${left.shift() ?? 'ff'}`
}

const fault = (kind: FaultKind, more: Partial<OutgoingFault> = {}): Said => ({
  fault: { kind, reason: 'ローカル', language: 'ja-JP', machine: 'H', ...more },
})
const instance = (
  className: string,
  properties: Readonly<Record<string, CimInstance['properties'] extends ReadonlyMap<string, infer V> ? V : never>>,
): CimInstance => ({
  className,
  resourceUri: classUri(namespace, className),
  properties: new Map(Object.entries(properties)),
})
const item = (name: string): Item => ({ instance: instance('Msvm_ComputerSystem', { Name: name }) })
const setting = (id: string): Reference => ({
  resourceUri: classUri(namespace, 'Msvm_VirtualSystemSettingData'),
  selectors: [{ name: 'InstanceID', value: id }],
})
const service: Reference = {
  resourceUri: classUri(namespace, 'Msvm_VirtualSystemSnapshotService'),
  selectors: [{ name: 'CreationClassName', value: 'Msvm_VirtualSystemSnapshotService' }],
}

describe('on the answers of a real host', () => {
  test('an enumeration follows each new context to the end', async () => {
    const answers = ['enumerate', 'pull_host', 'pull_vm_running_a', 'pull_vm_running_b', 'pull_vm_running_c_eos'].map((name) =>
      recording(`computersystem_${name}`),
    )
    const { client, asked } = await connected((_asked, turn) => answers[turn]!, { nextId: recordedIds('02', '05', '08', '0c', '14') })
    const systems = await client.select({ namespace, className: 'Msvm_ComputerSystem' })
    expect(systems.map(({ properties }) => properties.get('ElementName'))).toEqual(['scrubbed-1', 'scrubbed-3', 'scrubbed-8', 'scrubbed-4'])
    expect(asked.map(({ headers }) => headers.action)).toEqual([actions.enumerate, ...Array.from({ length: 4 }, () => actions.pull)])
    expect(asked.slice(1).map(({ body }) => readPull(body!))).toEqual(
      ['03', '06', '09', '0d'].map((tail) => ({ context: `uuid:00000000-0000-4000-8000-0000000000${tail}`, maxElements: 50 })),
    )
  })

  test('a caller that stops early releases the newest context', async () => {
    const answers = ['enumerate', 'pull_other_job_1', 'pull_other_job_2', 'pull_same_job_effect0'].map((name) =>
      recording(`affectedjobelement_${name}`),
    )
    const { client, asked } = await connected((_asked, turn) => answers[turn] ?? { body: undefined }, {
      nextId: recordedIds('75', '78', '7b', '7f', '81'),
    })
    for await (const { properties } of client.each({ namespace, className: 'Msvm_AffectedJobElement' })) {
      const job = properties.get('AffectingElement') as Reference
      if (job.selectors[0]!.value === '00000000-0000-4000-8000-000000000066') break
    }
    expect(asked).toHaveLength(5)
    expect(asked[4]!.headers.action).toBe(actions.release)
    expect(readRelease(asked[4]!.body!)).toBe('uuid:00000000-0000-4000-8000-000000000080')
  })
})

describe('a request', () => {
  test('carries what a host wants to see, and nothing that changes from run to run', async () => {
    const { client, asked } = await connected(
      () => ({ body: writeInstance(instance('Msvm_VirtualSystemSettingData', { Notes: 'one' })) }),
      {
        schema: (_class, property) => (property === 'Notes' ? { type: 'string', array: true } : undefined),
      },
    )
    expect((await client.get(setting('Microsoft:X')))?.properties.get('Notes')).toEqual(['one'])
    expect(asked[0]).toMatchObject({
      url: '/wsman',
      http: { 'content-type': 'application/soap+xml;charset=UTF-8', authorization: `Basic ${Buffer.from('u:p').toString('base64')}` },
    })
    expect(asked[0]!.headers).toMatchObject({
      action: actions.get,
      messageId: 'uuid:id-1',
      resourceUri: setting('').resourceUri,
      selectors: setting('Microsoft:X').selectors,
      maxEnvelopeSize: 512_000,
      operationTimeout: 'PT50S',
    })
    expect(asked[0]!.document).not.toContain('127.0.0.1')
  })

  test('Identify has no header at all, and the lab is known by its mark', async () => {
    const identity = { productVendor: 'snapcheck lab', productVersion: 'x', securityProfiles: [] }
    const { client, asked } = await connected(
      () => ({
        document: `<s:Envelope xmlns:s="http://www.w3.org/2003/05/soap-envelope"><s:Header/><s:Body>${writeIdentifyResponse(identity)}</s:Body></s:Envelope>`,
      }),
      {},
      { 'X-Snapcheck-Lab': '1' },
    )
    expect(client.isLab()).toBe(false)
    expect(await client.identify()).toEqual(identity)
    expect(client.isLab()).toBe(true)
    expect(asked[0]!.headers).toEqual({})
  })

  test('a method call carries references without a wrapper and embedded instances as text', async () => {
    const job: Reference = { resourceUri: classUri(namespace, 'Msvm_ConcreteJob'), selectors: [{ name: 'InstanceID', value: 'J' }] }
    const { client, asked } = await connected(() => ({
      body: writeOutput(service.resourceUri, 'Modify', [
        { name: 'Job', value: job },
        { name: 'ReturnValue', value: 4096 },
      ]),
    }))
    const settings = writeEmbedded({ className: 'X', properties: [{ name: 'Name', type: 'string', array: false, value: 'a]]>b' }] })
    const out = await client.invoke({
      on: service,
      method: 'Modify',
      parameters: [
        { name: 'Object', value: setting('Microsoft:X') },
        { name: 'Settings', value: settings },
      ],
      types: (_method, parameter) => (parameter === 'ReturnValue' ? { type: 'uint32', array: false } : undefined),
    })
    expect(Object.fromEntries(out)).toEqual({ Job: job, ReturnValue: 4096 })
    expect(asked[0]!.headers).toMatchObject({ action: `${service.resourceUri}/Modify`, selectors: service.selectors })
    expect(asked[0]!.document).not.toContain('EndpointReference')
    expect(Object.fromEntries(readInput(asked[0]!.body).parameters)).toEqual({ Object: setting('Microsoft:X'), Settings: settings.cimXml })
  })
})

describe('queries', () => {
  const where = [{ property: 'ElementName', equals: String.raw`O'Neil\x` }]
  const named = (name: string): Item => ({ instance: instance('Msvm_ComputerSystem', { ElementName: name }) })

  test('go to the whole namespace, optimised, in batches of fifty', async () => {
    const { client, asked } = await connected(() => ({ body: writeEnumerateResponse({ context: null, items: [named('x')], end: true }) }))
    expect(await client.select({ namespace, className: 'Msvm_ComputerSystem', where })).toHaveLength(1)
    expect(asked[0]!.headers.resourceUri).toBe(classUri(namespace, '*'))
    expect(readEnumerate(asked[0]!.body!)).toEqual({
      optimize: true,
      maxElements: 50,
      filter: { kind: 'wql', query: String.raw`SELECT * FROM Msvm_ComputerSystem WHERE ElementName = 'O\'Neil\\x'` },
    })
  })

  test('a host that refuses WQL is asked without it from then on, and filtered here without regard to case', async () => {
    const items = [named(String.raw`o'neil\X`), named('other'), item('no such property')]
    const { client, asked } = await connected(({ body, headers }) => {
      if (headers.action === actions.enumerate && readEnumerate(body!).filter !== undefined) return fault('cannotProcessFilter')
      return headers.action === actions.enumerate
        ? { body: writeEnumerateResponse({ context: 'c', items: [], end: false }) }
        : { body: writePullResponse({ context: null, items, end: true }) }
    })
    for (let time = 0; time < 2; time++)
      expect(await client.select({ namespace, className: 'Msvm_ComputerSystem', where })).toEqual([items[0]!.instance])
    expect(asked.map(({ headers }) => headers.resourceUri?.endsWith('*'))).toEqual([true, false, false, false, false])
  })

  test('associations are asked for as libvirt does, and by their rows where WQL is refused', async () => {
    const vm: Reference = {
      resourceUri: classUri(namespace, 'Msvm_ComputerSystem'),
      selectors: [
        { name: 'CreationClassName', value: 'Msvm_ComputerSystem' },
        { name: 'Name', value: 'A-B' },
      ],
    }
    const other = { ...vm, selectors: [vm.selectors[0]!, { name: 'Name', value: 'C' }] }
    const row = (antecedent: Reference, id: string): Item => ({
      instance: instance('Msvm_SnapshotOfVirtualSystem', { Antecedent: antecedent, Dependent: setting(id) }),
    })
    const lower = { ...vm, selectors: [{ name: 'Name', value: 'a-b' }] }
    const found = instance('Msvm_VirtualSystemSettingData', { InstanceID: 'S1' })
    const { client, asked } = await connected(({ headers, body }) => {
      if (headers.action === actions.get) return headers.selectors![0]!.value === 'S1' ? { body: writeInstance(found) } : fault('notFound')
      if (readEnumerate(body!).filter !== undefined) return fault('filteringNotSupported')
      return {
        body: writeEnumerateResponse({ context: null, items: [row(lower, 'S1'), row(other, 'S2'), row(vm, 'gone meanwhile')], end: true }),
      }
    })
    expect(
      await client.associated({ of: vm, associationClass: 'Msvm_SnapshotOfVirtualSystem', resultClass: 'Msvm_VirtualSystemSettingData' }),
    ).toEqual([found])
    expect(readEnumerate(asked[0]!.body!).filter).toEqual({
      kind: 'wql',
      query: `ASSOCIATORS OF {Msvm_ComputerSystem.CreationClassName='Msvm_ComputerSystem',Name='A-B'} WHERE AssocClass = Msvm_SnapshotOfVirtualSystem ResultClass = Msvm_VirtualSystemSettingData`,
    })
    expect(asked).toHaveLength(4)
  })
})

describe('what goes wrong', () => {
  test.each<[FaultKind, Partial<OutgoingFault>, string, string | undefined]>([
    ['accessDenied', {}, 'SNAPCHECK_ACCESS_DENIED', '0x00000005'],
    ['internalError', { wsmanCode: 0x80041003, providerStatus: 0x80041003 }, 'SNAPCHECK_ACCESS_DENIED', '0x80041003'],
    ['internalError', { wsmanCode: 0x80338000, providerStatus: 0x8004102f }, 'SNAPCHECK_PRODUCT_REFUSED', '0x8004102F'],
    ['operationsQuota', { form: 'MSFT_WmiError' }, 'SNAPCHECK_PRODUCT_REFUSED', '0x803381A6'],
    ['schemaValidation', {}, 'SNAPCHECK_PROTOCOL', 'SchemaValidationError'],
  ])('%s %o is %s', async (kind, more, code, productCode) => {
    const { client } = await connected(() => fault(kind, more))
    await expect(client.invoke({ on: service, method: 'CreateSnapshot', parameters: [] })).rejects.toMatchObject({
      code,
      productCode,
      place: 'the host',
    })
  })

  test('an object that is not there is null, a class or namespace that is not there is a refusal', async () => {
    const statuses = [undefined, 0x80041002, 0x80041010, 0x8004100e]
    const { client } = await connected((_asked, turn) =>
      fault('notFound', statuses[turn] === undefined ? {} : { providerStatus: statuses[turn] }),
    )
    expect(await client.get(setting('x'))).toBeNull()
    expect(await client.get(setting('x'))).toBeNull()
    await expect(client.get(setting('x'))).rejects.toMatchObject({ code: 'SNAPCHECK_PRODUCT_REFUSED', productCode: '0x80041010' })
    await expect(client.get(setting('x'))).rejects.toMatchObject({ productCode: '0x8004100E' })
  })

  test('a query that is refused for another reason is not tried again without a filter', async () => {
    const { client, asked } = await connected(() => fault('accessDenied'))
    await expect(client.select({ namespace, className: 'X', where: [{ property: 'A', equals: 'b' }] })).rejects.toMatchObject({
      code: 'SNAPCHECK_ACCESS_DENIED',
    })
    expect(asked).toHaveLength(1)
  })

  test('an answer to another request, and one that names none', async () => {
    const { client } = await connected((_asked, turn) =>
      turn === 0
        ? recording('computersystem_enumerate')
        : { document: '<s:Envelope xmlns:s="http://www.w3.org/2003/05/soap-envelope"><s:Body/></s:Envelope>' },
    )
    await expect(client.get(setting('x'))).rejects.toMatchObject({
      code: 'SNAPCHECK_PROTOCOL',
      observed: 'RelatesTo uuid:00000000-0000-4000-8000-000000000002',
      expected: 'RelatesTo uuid:id-1',
    })
    await expect(client.get(setting('x'))).rejects.toMatchObject({ code: 'SNAPCHECK_PROTOCOL', observed: 'RelatesTo left out' })
  })

  test.each<[string, Said, string]>([
    ['a web page', { status: 200, text: '<html></html>' }, 'SNAPCHECK_PROTOCOL'],
    ['text', { status: 200, text: 'hello' }, 'SNAPCHECK_XML_MALFORMED'],
    ['a page that is not there', { status: 404, text: 'no' }, 'SNAPCHECK_PROTOCOL'],
    ['nothing', { status: 500, text: '' }, 'SNAPCHECK_PROTOCOL'],
    ['an empty body', { body: undefined }, 'SNAPCHECK_PROTOCOL'],
    [
      'the answer to something else',
      { body: writeIdentifyResponse({ productVendor: '', productVersion: '', securityProfiles: [] }) },
      'SNAPCHECK_PROTOCOL',
    ],
  ])('%s is no answer', async (_title, said, code) => {
    const { client } = await connected(() => said)
    await expect(client.select({ namespace, className: 'X' })).rejects.toMatchObject({ code })
  })

  test('a release that fails takes nothing from what was found', async () => {
    const { client } = await connected(({ headers }) =>
      headers.action === actions.release
        ? { status: 503, text: 'no' }
        : { body: writeEnumerateResponse({ context: 'c', items: [item('x')], end: false }) },
    )
    const found = []
    for await (const each of client.each({ namespace, className: 'X' })) {
      found.push(each)
      break
    }
    expect(found).toHaveLength(1)
  })

  test('an enumeration that never ends, breaks off or becomes stale', async () => {
    const endless = await connected(() => ({ body: writePullResponse({ context: 'c', items: [], end: false }) }))
    await expect(endless.client.select({ namespace, className: 'X' })).rejects.toMatchObject({
      code: 'SNAPCHECK_PROTOCOL',
      observed: '101 batches without an item',
    })
    const broken = await connected(() => ({ body: writePullResponse({ context: null, items: [item('x')], end: false }) }))
    await expect(broken.client.select({ namespace, className: 'X' })).rejects.toMatchObject({ observed: 'neither a context nor the end' })
    const stale = await connected((_asked, turn) =>
      turn === 0 ? { body: writeEnumerateResponse({ context: 'c', items: [], end: false }) } : fault('invalidEnumerationContext'),
    )
    await expect(stale.client.select({ namespace, className: 'X' })).rejects.toMatchObject({
      code: 'SNAPCHECK_PRODUCT_REFUSED',
      productCode: 'InvalidEnumerationContext',
    })
    expect(stale.asked).toHaveLength(2)
  })
})
