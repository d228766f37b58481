import { expect, test } from 'vitest'
import { parseGuid, type Guid } from '../../checkpoint/guid.ts'
import type { CheckpointReading, VmReading } from '../../checkpoint/reading.ts'
import type { CheckpointInterface } from '../port.ts'
import { startLab, type Lab } from '../../lab/lab.ts'
import { httpTransport } from '../../protocols/http/httpTransport.ts'
import { formatNames } from '../../protocols/odata/codec/formats.ts'
import { scvmmSpf } from './scvmmSpf.ts'
import { rig, type Rig } from './testing/rig.ts'

const minute = 60_000

async function read({ spf, hv4 }: Rig): Promise<VmReading> {
  const { value } = await spf.read(hv4)
  if (value === null) throw new Error('SPF does not show HV4')
  return value
}

async function find(lab: Rig, id: Guid): Promise<CheckpointReading | undefined> {
  return (await read(lab)).checkpoints.find(({ fields }) => parseGuid(String(fields.id?.raw)) === id)
}

/** Made by somebody at Hyper-V Manager. */
async function onHost({ world, clock, hv4 }: Rig): Promise<Guid> {
  const { job } = world.createCheckpoint(hv4, { through: 'hyper-v' })
  await clock.sleep(10_000)
  return job!.affected.find(({ kind }) => kind === 'checkpoint')!.id
}

test('the lab is identified as a simulator by its mark', async () => {
  await using lab = await rig()
  expect((await lab.spf.identify()).value).toMatchObject({
    origin: 'simulator',
    build: null,
    identifiedBy: expect.stringContaining('x-snapcheck-lab'),
  })
})

test('a checkpoint made with name and comment reads back with both, and lives on the host under its GUID', async () => {
  await using lab = await rig()
  const { value: id } = await lab.spf.create(lab.hv4, { name: ' Vor dem Update <1> ', comment: "line 1\r\nline '2' ü 😀" })
  expect(lab.world.checkpoint(id)).toMatchObject({ name: ' Vor dem Update <1> ', vm: lab.hv4, createdThrough: 'vmm' })
  const row = await find(lab, id)
  expect(row?.fields).toMatchObject({
    id: { field: 'CheckpointID', form: 'value', raw: id.toLowerCase() },
    name: { field: 'Name', raw: ' Vor dem Update <1> ' },
    comment: { field: 'Description', raw: "line 1\r\nline '2' ü 😀" },
    typeNames: { field: 'odata.type', raw: ['VMM.VMCheckPoint'] },
  })
  // C-028: SCVMM's own ids are others.
  expect(row?.fields.databaseId?.raw).not.toBe(id.toLowerCase())
  expect(row?.fields.vm?.raw).not.toBe(lab.hv4.toLowerCase())
  expect(row?.fields.kind).toBeUndefined()
})

test('the VM shows its identity and its position; a VM without checkpoints stands on its own GUID (C-044)', async () => {
  await using lab = await rig()
  const hv7 = lab.world.vms().find(({ name }) => name === 'HV7')!.id
  const empty = (await lab.spf.read(hv7)).value
  expect(empty?.fields).toMatchObject({
    vmName: { raw: 'HV7' },
    vmId: { raw: hv7.toLowerCase() },
    position: { field: 'LastRestoredCheckpointId', raw: hv7.toLowerCase() },
  })
  const { value: id } = await lab.spf.create(lab.hv4, {})
  expect((await read(lab)).fields.position?.raw).toBe(id.toLowerCase())
})

test('roots name the VM as their parent, children their parent (C-043)', async () => {
  await using lab = await rig()
  const { value: child } = await lab.spf.create(lab.hv4, {})
  const [root, second] = (await read(lab)).checkpoints
  expect(root?.fields.parent?.raw).toBe(lab.hv4.toLowerCase())
  expect(second?.fields).toMatchObject({ id: { raw: child.toLowerCase() }, parent: { raw: root?.fields.id?.raw } })
})

test('without a name VMM gives its own form, by its own wall clock (C-031)', async () => {
  await using lab = await rig({ vmm: { utcOffsetMinutes: -420 } })
  const { value: id } = await lab.spf.create(lab.hv4, {})
  const row = await find(lab, id)
  expect(row?.fields.name?.raw).toBe('HV4 - (01/15/2026 02:00:00)')
  expect(row?.fields.createdTime?.raw).toMatch(/^2026-01-15T02:00:01\.\d{3}-07:00$/)
})

test('AddedTime without a zone stays as it is written', async () => {
  await using lab = await rig({ spf: { timeForm: 'unzoned' } })
  expect((await read(lab)).checkpoints[0]?.fields.createdTime?.raw).toBe('2026-01-14T09:00:01.300')
})

test('a rename reaches the host and keeps the comment; a comment keeps the name', async () => {
  await using lab = await rig()
  const { value: id } = await lab.spf.create(lab.hv4, { name: 'one', comment: 'first' })
  await lab.spf.rename(lab.hv4, id, 'two')
  await lab.spf.setComment(lab.hv4, id, 'second')
  expect((await find(lab, id))?.fields).toMatchObject({ name: { raw: 'two' }, comment: { raw: 'second' } })
  expect(lab.world.checkpoint(id)?.name).toBe('two')
  expect((await read(lab)).checkpoints).toHaveLength(2)
})

test('a rename that stays in the database is taken back by the next refresh (C-037)', async () => {
  await using lab = await rig({ vmm: { setNameRenamesOnHost: false } })
  const { value: id } = await lab.spf.create(lab.hv4, { name: 'one' })
  await lab.spf.rename(lab.hv4, id, 'two')
  expect((await find(lab, id))?.fields.name?.raw).toBe('two')
  await lab.clock.sleep(31 * minute)
  expect((await find(lab, id))?.fields.name?.raw).toBe('one')
})

test('a comment survives refreshes, and only ModifiedTime moves (C-040, C-053)', async () => {
  await using lab = await rig()
  const { value: id } = await lab.spf.create(lab.hv4, { comment: 'kept' })
  const before = await find(lab, id)
  await lab.clock.sleep(31 * minute)
  const after = await find(lab, id)
  const { modifiedTime: earlier, ...stable } = before!.fields
  expect(after?.fields).toMatchObject(stable)
  expect(after?.fields.modifiedTime?.raw).not.toBe(earlier?.raw)
})

test('remove takes it off the host and keeps its children under its parent (C-078)', async () => {
  await using lab = await rig()
  const { value: middle } = await lab.spf.create(lab.hv4, {})
  const { value: leaf } = await lab.spf.create(lab.hv4, {})
  await lab.spf.remove(lab.hv4, middle)
  expect(lab.world.checkpoint(middle)).toBeUndefined()
  const { checkpoints } = await read(lab)
  expect(checkpoints.map(({ fields }) => fields.id?.raw)).toEqual([checkpoints[0]?.fields.id?.raw, leaf.toLowerCase()])
  expect(checkpoints[1]?.fields.parent?.raw).toBe(checkpoints[0]?.fields.id?.raw)
})

test('restore puts a running VM back and moves the position', async () => {
  await using lab = await rig()
  const root = lab.world.checkpointsOf(lab.hv4)[0]!.id
  await lab.spf.create(lab.hv4, {})
  await lab.spf.restore(lab.hv4, root)
  expect(lab.world.vm(lab.hv4)).toMatchObject({ position: root, state: 'saved' })
  expect((await read(lab)).fields.position?.raw).toBe(root.toLowerCase())
})

test('what is made on the host shows with the 30-minute refresher and not before (C-062), with an empty comment (C-054)', async () => {
  await using lab = await rig()
  const id = await onHost(lab)
  await lab.clock.sleep(29 * minute)
  expect(await find(lab, id)).toBeUndefined()
  await lab.clock.sleep(1 * minute)
  expect((await find(lab, id))?.fields).toMatchObject({
    comment: { form: 'value', raw: '' },
    name: { raw: 'HV4 - (1/15/2026 - 9:00:00 AM)' },
  })
})

test('events that carry checkpoints show it within seconds', async () => {
  await using lab = await rig({ vmm: { eventsCarryCheckpoints: true } })
  const id = await onHost(lab)
  expect(await find(lab, id)).toBeDefined()
})

test('a stale row is still shown, and removing it fails with 12711 and keeps it until the refresh (C-065, C-066)', async () => {
  await using lab = await rig()
  const { value: id } = await lab.spf.create(lab.hv4, {})
  lab.world.destroyCheckpoint(id)
  await lab.clock.sleep(10_000)
  await expect(lab.spf.remove(lab.hv4, id)).rejects.toMatchObject({ code: 'SNAPCHECK_PRODUCT_REFUSED', productCode: '12711' })
  expect(await find(lab, id)).toBeDefined()
  await lab.clock.sleep(31 * minute)
  expect(await find(lab, id)).toBeUndefined()
})

test('a VM that a job holds refuses the second one with 2606, and takes it afterwards (C-113)', async () => {
  await using lab = await rig()
  const vm = lab.vmm.vms().find(({ name }) => name === 'HV4')!
  lab.vmm.newCheckpoint(vm, { name: 'first' })
  await expect(lab.spf.create(lab.hv4, { name: 'second' })).rejects.toMatchObject({
    code: 'SNAPCHECK_PRODUCT_REFUSED',
    productCode: '2606',
  })
  await lab.clock.sleep(10_000)
  await lab.spf.create(lab.hv4, { name: 'second' })
  expect((await read(lab)).checkpoints.map(({ fields }) => fields.name?.raw).slice(1)).toEqual(['first', 'second'])
})

test.each([
  ['blank', ' '],
  ['longer than 100', 'x'.repeat(101)],
  ['not for XML', 'a\u0000b'],
])('a name that is %s fails in the job with 12711 and leaves nothing', async (_what, name) => {
  await using lab = await rig()
  await expect(lab.spf.create(lab.hv4, { name })).rejects.toMatchObject({ productCode: '12711' })
  expect((await read(lab)).checkpoints).toHaveLength(1)
})

test('the 51st checkpoint is refused with 12711 and leaves no row (C-085)', async () => {
  await using lab = await rig()
  for (let count = 1; count < 50; count++) await lab.spf.create(lab.hv4, {})
  await expect(lab.spf.create(lab.hv4, {})).rejects.toMatchObject({ productCode: '12711' })
  expect((await read(lab)).checkpoints).toHaveLength(50)
})

test.each(['any', 'true', 'null'] as const)('creates whether the service takes %s as Confirm (C-097)', async (confirm) => {
  await using lab = await rig({ spf: { confirm } })
  await lab.spf.create(lab.hv4, { name: 'one' })
  await lab.spf.create(lab.hv4, { name: 'two' })
  expect((await read(lab)).checkpoints).toHaveLength(3)
})

test.each(formatNames)('speaks to a service that knows %s only', async (format) => {
  await using lab = await rig({ spf: { formats: [format] } })
  const { value: id } = await lab.spf.create(lab.hv4, { name: 'ü & <b>', comment: ' two\r\nlines ' })
  expect((await find(lab, id))?.fields).toMatchObject({
    name: { raw: 'ü & <b>' },
    comment: { raw: ' two\r\nlines ' },
    databaseId: { form: 'value' },
  })
  // Minimal metadata names no type beside the context.
  expect((await find(lab, id))?.fields.typeNames?.form).toBe(format === 'json-minimal' ? 'absent' : 'value')
})

test.each([
  '/SC2012/VMM/Microsoft.Management.Odata.svc',
  '/sc2012/vmm/microsoft.management.odata.svc/',
  '/ae122d5f-3aab-4d75-ad48-d6593246a49e/services/systemcenter/vmm',
  '/SC2012R2/VMM/Microsoft.Management.Odata.svc',
])('works below the root %s (C-101)', async (root) => {
  await using lab = await rig({ root })
  await lab.spf.create(lab.hv4, {})
  expect((await read(lab)).checkpoints).toHaveLength(2)
})

test('a service that answers after the job is done with the row as it is', async () => {
  await using lab = await rig({ spf: { createAnswer: 'after-job' } })
  const { value: id } = await lab.spf.create(lab.hv4, { name: 'one' })
  expect(lab.world.checkpoint(id)?.name).toBe('one')
  await expect(lab.spf.create(lab.hv4, { name: ' ' })).rejects.toMatchObject({ productCode: '12711' })
})

test('follows the next links of a service that pages', async () => {
  await using lab = await rig({ spf: { pageSize: 2 } })
  for (const name of ['a', 'b', 'c', 'd']) await lab.spf.create(lab.hv4, { name })
  expect((await read(lab)).checkpoints.map(({ fields }) => fields.name?.raw).slice(1)).toEqual(['a', 'b', 'c', 'd'])
})

test('waiting has an end', async () => {
  await using lab = await rig({ limits: { jobTimeout: 500, pollInterval: 100 } })
  await expect(lab.spf.create(lab.hv4, {})).rejects.toMatchObject({ code: 'SNAPCHECK_JOB_TIMEOUT' })
})

test('a VM or checkpoint that is not there', async () => {
  await using lab = await rig()
  const stranger = parseGuid('00000000-1111-2222-3333-444444444444')!
  expect((await lab.spf.read(stranger)).value).toBeNull()
  await expect(lab.spf.create(stranger, {})).rejects.toMatchObject({ code: 'SNAPCHECK_NOT_SHOWN' })
  await expect(lab.spf.remove(lab.hv4, stranger)).rejects.toMatchObject({ code: 'SNAPCHECK_NOT_SHOWN' })
})

test('a second session after close sees the same', async () => {
  await using lab = await rig()
  const before = await read(lab)
  await lab.spf.close()
  expect(await read(lab)).toEqual(before)
})

test.each([
  ['none', 'own text', ['']],
  ['notes', 'own text', ['own text']],
  ['notes+marker', 'own text', [expect.stringMatching(/^own text #CLUSTER-INVARIANT#:\{[0-9a-f-]{36}\}$/)]],
] as const)('descriptionToNotes %s', async (descriptionToNotes, comment, notes) => {
  await using lab = await rig({ vmm: { descriptionToNotes } })
  const { value: id } = await lab.spf.create(lab.hv4, { comment })
  expect(lab.world.checkpoint(id)?.notes).toEqual(notes)
})

test('the fault comment-truncated keeps 16 characters and no half of one', async () => {
  await using lab = await rig({ faults: ['comment-truncated'] })
  const { value: id } = await lab.spf.create(lab.hv4, { comment: '123456789012345😀 and the rest' })
  expect((await find(lab, id))?.fields.comment?.raw).toBe('123456789012345😀')
  await lab.spf.setComment(lab.hv4, id, 'a comment longer than sixteen')
  expect((await find(lab, id))?.fields.comment?.raw).toBe('a comment longer')
})

test('the fault parent-lost shows every checkpoint as a root and harms nothing else', async () => {
  await using lab = await rig({ faults: ['parent-lost'] })
  const { value: middle } = await lab.spf.create(lab.hv4, {})
  const { value: leaf } = await lab.spf.create(lab.hv4, {})
  const { checkpoints } = await read(lab)
  expect(new Set(checkpoints.map(({ fields }) => fields.parent?.raw))).toEqual(new Set([lab.hv4.toLowerCase()]))
  await lab.spf.remove(lab.hv4, middle)
  expect(lab.world.checkpoint(leaf)?.parent).toBe(lab.world.checkpointsOf(lab.hv4)[0]?.id)
})

test('two labs of one seed answer alike', async () => {
  const tell = async (): Promise<VmReading> => {
    await using lab = await rig()
    await lab.spf.create(lab.hv4, { name: 'same' })
    return await read(lab)
  }
  expect(await tell()).toEqual(await tell())
})

/** As a run does it: the endpoint of the whole lab, and nothing else known. */
function connect({ endpoints, clock }: Lab, seen: string[] = []): CheckpointInterface {
  const { stampId, ...endpoint } = endpoints['scvmm-spf']
  const transport = httpTransport(endpoint)
  const listening = {
    ...transport,
    send: async (...request: Parameters<typeof transport.send>) => {
      const response = await transport.send(...request)
      seen.push(response.body, response.headers['location'] ?? '')
      return response
    },
  }
  return scvmmSpf({ transport: listening, clock, stampId, trail: { gather: async (work) => ({ value: await work(), evidence: [] }) } })
}

test('two runs of the whole lab with one seed see the same bytes, whatever the port', async () => {
  const bytes = async (): Promise<readonly string[]> => {
    await using lab = await startLab({ seed: '1/scenario' })
    const seen: string[] = []
    const spf = connect(lab, seen)
    await spf.identify()
    await spf.create(lab.vms[0]!.id, { comment: 'x' })
    await spf.close()
    return seen
  }
  const first = await bytes()
  expect(first.length).toBeGreaterThan(10)
  expect(await bytes()).toEqual(first)
})

test('the fault vmm-unreachable', async () => {
  await using lab = await startLab({ seed: '1', faults: new Set(['vmm-unreachable'] as const) })
  await expect(connect(lab).identify()).rejects.toMatchObject({ code: 'SNAPCHECK_UNREACHABLE' })
})
