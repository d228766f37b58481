import { afterEach, describe, expect, test } from 'vitest'
import { parseGuid, type Guid } from '../../checkpoint/guid.ts'
import { normalise } from '../../checkpoint/normalise.ts'
import type { VmReading } from '../../checkpoint/reading.ts'
import { guidSequence } from '../../foundation/seed.ts'
import { startLab, type LabOptions } from '../../lab/lab.ts'
import { httpTransport } from '../../protocols/http/httpTransport.ts'
import { capturing } from '../../recording/capturing.ts'
import { evidenceStore } from '../../recording/evidence.ts'
import { evidenceOf, evidenceTrail } from '../../recording/trail.ts'
import { hypervWmi, type HypervWmiLimits } from './hypervWmi.ts'

const closing: (() => Promise<void>)[] = []
afterEach(async () => {
  for (const close of closing.splice(0).toReversed()) await close()
})

async function opened(options: Partial<LabOptions> = {}, limits: HypervWmiLimits = {}) {
  const lab = await startLab({ seed: 'hyperv-wmi', ...options })
  const store = evidenceStore()
  const trail = evidenceTrail()
  const transport = capturing(httpTransport(lab.endpoints['hyperv-wmi']), store, trail)
  const hyperv = hypervWmi({ transport, clock: lab.clock, trail, nextId: guidSequence('hyperv-wmi', 'message'), limits })
  closing.push(
    () => lab.close(),
    () => hyperv.close(),
  )
  const vm = (name: string): Guid => lab.vms.find((each) => each.name === name)!.id
  return { lab, hyperv, store, vm }
}

const raws = (reading: VmReading | null, property: 'id' | 'name' | 'comment' | 'parent') =>
  reading!.checkpoints.map(({ fields }) => fields[property]!.raw)
const values = (reading: VmReading | null, property: 'comment' | 'parent', vm: Guid) =>
  reading!.checkpoints.map(({ fields }) => normalise(property, fields[property]!, vm).value)
const nobody = parseGuid('11111111-2222-4333-8444-555555555555')!

describe('against the lab', () => {
  test('says who answers, and that it is a simulator', async () => {
    const { hyperv } = await opened()
    const { value } = await hyperv.identify()
    expect(value).toMatchObject({ origin: 'simulator', version: '10.0.26100', build: '26100' })
    expect(value.product).toMatch(/^Hyper-V on /)
  })

  test('a VM that the host does not have is null', async () => {
    const { hyperv } = await opened()
    expect((await hyperv.read(nobody)).value).toBeNull()
  })

  test('creates, names and comments, and shows everything as it was given', async () => {
    const { hyperv, vm } = await opened()
    const hv7 = vm('HV7')
    const name = 'a <b> & "c" 雪 \u{1F600}'
    const comment = ' line 1\r\nline 2\t]]> '
    const { value: id, evidence } = await hyperv.create(hv7, { name, comment })
    expect(evidence.length).toBeGreaterThan(4)
    const { value } = await hyperv.read(hv7)
    expect(value!.checkpoints).toHaveLength(1)
    const { fields } = value!.checkpoints[0]!
    expect(fields).toMatchObject({
      id: { field: 'ConfigurationID', form: 'value', raw: id },
      vm: { field: 'VirtualSystemIdentifier', raw: hv7 },
      name: { field: 'ElementName', raw: name },
      comment: { field: 'Notes', raw: [comment] },
      parent: { field: 'Parent', form: 'null' },
      kind: { raw: 'Microsoft:Hyper-V:Snapshot:Realized' },
      savedState: { field: 'IsSaved', raw: false },
      typeNames: { raw: ['Msvm_VirtualSystemSettingData'] },
    })
    expect(fields.createdTime!.raw).toMatch(/^2026-01-15T09:0\d:\d\d(\.\d+)?Z$/)
    expect(value!.fields).toMatchObject({
      vmId: { raw: hv7 },
      vmName: { raw: 'HV7' },
      vmState: { field: 'EnabledState', raw: 3 },
      position: { field: 'Msvm_MostCurrentSnapshotInBranch', raw: id },
      checkpointType: { raw: 3 },
    })
  })

  test('leaves the name to the product where none is asked for', async () => {
    const { hyperv, vm } = await opened()
    await hyperv.create(vm('HV7'), {})
    expect(raws((await hyperv.read(vm('HV7'))).value, 'name')).toEqual([expect.stringMatching(/^HV7 - \(/)])
  })

  test.each([{ refuseWql: false }, { refuseWql: true }])(
    'shows a branched tree, renames, comments and removes a checkpoint in its middle (%o)',
    async (wsman) => {
      const { hyperv, vm } = await opened({ switches: { wsman } })
      const hv7 = vm('HV7')
      const create = async (name: string): Promise<Guid> => (await hyperv.create(hv7, { name })).value
      const root = await create('root')
      const middle = await create('middle')
      const leaf = await create('leaf')
      await hyperv.restore(hv7, root)
      const branch = await create('branch')
      await hyperv.rename(hv7, branch, 'branch, renamed')
      await hyperv.setComment(hv7, branch, '')
      await hyperv.setComment(hv7, leaf, 'leaf notes')

      const tree = (await hyperv.read(hv7)).value
      expect(raws(tree, 'id')).toEqual([root, middle, leaf, branch])
      expect(raws(tree, 'name')).toEqual(['root', 'middle', 'leaf', 'branch, renamed'])
      expect(values(tree, 'parent', hv7)).toEqual([null, root, middle, root])
      expect(values(tree, 'comment', hv7)).toEqual(['', '', 'leaf notes', ''])
      expect(tree!.fields.position!.raw).toBe(branch)

      await hyperv.remove(hv7, middle)
      const after = (await hyperv.read(hv7)).value
      expect(raws(after, 'id')).toEqual([root, leaf, branch])
      expect(values(after, 'parent', hv7)).toEqual([null, root, root])
    },
  )

  test('what cannot be carried is refused before a checkpoint is made', async () => {
    const { hyperv, vm } = await opened()
    await expect(hyperv.create(vm('HV7'), { name: 'a\0b' })).rejects.toMatchObject({ code: 'SNAPCHECK_CANNOT_CARRY' })
    await expect(hyperv.create(vm('HV7'), { comment: '\uD800' })).rejects.toMatchObject({ code: 'SNAPCHECK_CANNOT_CARRY' })
    expect((await hyperv.read(vm('HV7'))).value!.checkpoints).toEqual([])
  })

  test("the product's refusals carry its code and their evidence", async () => {
    const { hyperv, vm, store } = await opened()
    const { value: id } = await hyperv.create(vm('HV4'), {})
    const running = await hyperv.restore(vm('HV4'), id).catch((error: unknown) => error)
    expect(running).toMatchObject({
      code: 'SNAPCHECK_PRODUCT_REFUSED',
      productCode: '32775',
      observed: 'ReturnValue 32775 (invalid state)',
    })
    expect(store.get(evidenceOf(running).at(-1)!)!.body).toContain('<p:ReturnValue>32775</p:ReturnValue>')
    for (const attempt of [
      () => hyperv.create(nobody, {}),
      () => hyperv.remove(vm('HV4'), nobody),
      () => hyperv.rename(vm('HV4'), nobody, 'x'),
    ]) {
      await expect(attempt()).rejects.toMatchObject({ code: 'SNAPCHECK_PRODUCT_REFUSED', productCode: expect.any(String) })
    }
  })

  test('a job that takes longer than the limit is not waited for any longer', async () => {
    const { hyperv, vm } = await opened({}, { job: 0 })
    await expect(hyperv.create(vm('HV7'), {})).rejects.toMatchObject({ code: 'SNAPCHECK_JOB_TIMEOUT' })
  })

  test('a host that is not there, and a wrong password', async () => {
    const { hyperv, vm } = await opened({ faults: new Set(['host-unreachable'] as const) })
    await expect(hyperv.read(vm('HV7'))).rejects.toMatchObject({ code: 'SNAPCHECK_UNREACHABLE' })
    const { lab } = await opened()
    const endpoint = lab.endpoints['hyperv-wmi']
    const transport = httpTransport({ ...endpoint, credentials: { ...endpoint.credentials, password: 'wrong' } })
    const stranger = hypervWmi({ transport, clock: lab.clock, trail: evidenceTrail(), nextId: guidSequence('x') })
    closing.push(() => stranger.close())
    await expect(stranger.identify()).rejects.toMatchObject({ code: 'SNAPCHECK_ACCESS_DENIED' })
  })

  test('two sessions with one seed leave the same evidence, without port or password', async () => {
    const bodies = async (): Promise<readonly string[]> => {
      const { hyperv, vm, store, lab } = await opened()
      await hyperv.identify()
      await hyperv.create(vm('HV7'), { name: 'x', comment: 'y' })
      await hyperv.read(vm('HV7'))
      const { url, credentials } = lab.endpoints['hyperv-wmi']
      for (const secret of [
        new URL(url).port,
        credentials.password,
        Buffer.from(`${credentials.user}:${credentials.password}`).toString('base64'),
      ]) {
        for (const { body } of store.all()) expect(body).not.toContain(secret)
      }
      return store.all().map(({ digest }) => digest)
    }
    const first = await bodies()
    expect(first.length).toBeGreaterThan(10)
    expect(await bodies()).toEqual(first)
  })
})
