import { expect, test } from 'vitest'
import { checkpointEntity } from '../../../products/spf/entities.ts'
import { readMetadata } from '../../../protocols/odata/codec/metadata.ts'
import { spfSwitchTable } from './switches.ts'
import { desk, errorIn, json, propertiesIn, root, type Desk } from './testing/desk.ts'

async function row(lab: Desk, id: string): Promise<Record<string, unknown>> {
  return propertiesIn(await lab.ask('GET', `VMCheckPoints${lab.keyOf(id)}`, { headers: json }))
}

test('nobody without credentials, every answer with the mark', async () => {
  await using lab = await desk()
  const refused = await lab.ask('GET', '', { headers: { authorization: 'Basic wrong' } })
  expect(refused.status).toBe(401)
  expect(refused.headers.get('www-authenticate')).toMatch(/^Basic realm=/)
  expect(refused.headers.get('x-snapcheck-lab')).toBeTruthy()
  expect((await lab.ask('GET', '')).headers.get('x-snapcheck-lab')).toBeTruthy()
})

test('$metadata declares VMCheckPoint with the documented key and properties and no other (C-094, C-095)', async () => {
  await using lab = await desk()
  const response = await lab.ask('GET', '$metadata', { headers: { accept: 'application/xml' } })
  const set = readMetadata(await response.text(), 'metadata').find(({ name }) => name === 'VMCheckPoints')
  expect(set?.type).toBe('VMM.VMCheckPoint')
  expect(set?.key).toEqual(['ID', 'StampId'])
  const documented =
    'ID, StampId, Accessibility, AddedTime, CheckpointID, Confirm, Description, Enabled, ModifiedTime, Name, ParentCheckpointID, RunAsynchronously, VMCheckPointAction, VMId'
  expect(Object.keys(set?.properties ?? {}).join(', ')).toBe(documented)
  expect(checkpointEntity.properties.every(({ mark }) => mark === 'documented')).toBe(true)
})

test('the collection is VMCheckPoints in exactly this case (C-026)', async () => {
  await using lab = await desk()
  expect((await lab.ask('GET', 'VMCheckPoints')).status).toBe(200)
  for (const wrong of ['VMCheckpoints', 'vmcheckpoints', 'VMCheckPoint']) expect((await lab.ask('GET', wrong)).status).toBe(404)
})

test('both documented roots answer, any other does not (C-101)', async () => {
  await using lab = await desk()
  for (const path of [root, root.toLowerCase(), `/${lab.vmm.stampId}/services/systemcenter/vmm/`])
    expect((await lab.ask('GET', `${path}VMCheckPoints`)).status).toBe(200)
  for (const path of ['/', '/SC2012/Admin/Microsoft.Management.Odata.svc/', '/x/services/systemcenter/vmm/'])
    expect((await lab.ask('GET', `${path}VMCheckPoints`)).status).toBe(404)
})

test('the verbs: four documented and MERGE; any other gets 405 and what is allowed (C-093)', async () => {
  await using lab = await desk()
  const entity = `VMCheckPoints${lab.keyOf(lab.first.id)}`
  for (const method of ['PUT', 'DELETE', 'MERGE', 'PATCH']) {
    const response = await lab.ask(method, 'VMCheckPoints')
    expect([response.status, response.headers.get('allow')]).toEqual([405, 'GET, POST'])
  }
  for (const method of ['POST', 'PATCH']) {
    const response = await lab.ask(method, entity)
    expect([response.status, response.headers.get('allow')]).toEqual([405, 'GET, PUT, MERGE, DELETE'])
  }
  expect((await lab.ask('POST', '$metadata')).status).toBe(405)
  expect((await lab.ask('DELETE', entity)).status).toBe(204)
})

test('what the lab does not model says so', async () => {
  await using lab = await desk()
  const vm = lab.vmm.vms()[0]!
  expect((await lab.ask('PUT', `VirtualMachines${lab.keyOf(vm.id)}`, { headers: json, body: '{}' })).status).toBe(501)
})

test('a key in either order, of exactly these two parts', async () => {
  await using lab = await desk()
  const { id } = lab.first
  const swapped = `VMCheckPoints(StampId=guid'${lab.vmm.stampId}',ID=guid'${id.toUpperCase()}')`
  expect((await propertiesIn(await lab.ask('GET', swapped)))['ID']).toBe(id)
  expect((await lab.ask('GET', `VMCheckPoints(ID=guid'${id}')`)).status).toBe(400)
  expect((await lab.ask('GET', `VMCheckPoints(guid'${id}')`)).status).toBe(400)
  expect((await lab.ask('GET', `VMCheckPoints(ID=guid'${lab.vmm.stampId}',StampId=guid'${lab.vmm.stampId}')`)).status).toBe(404)
})

test('a row has the values of the VMM database, GUIDs in lower case as the samples print them', async () => {
  await using lab = await desk()
  const vm = lab.vmm.vm(lab.first.vm)!
  expect(await row(lab, lab.first.id)).toEqual({
    ID: lab.first.id,
    StampId: lab.vmm.stampId,
    Accessibility: 'Public',
    AddedTime: '2026-01-14T09:00:01.300+00:00',
    CheckpointID: lab.first.checkpointId.toLowerCase(),
    Confirm: null,
    Description: '',
    Enabled: true,
    ModifiedTime: '2026-01-15T09:00:00.000+00:00',
    Name: 'HV4 - (1/14/2026 - 9:00:00 AM)',
    ParentCheckpointID: vm.vmId.toLowerCase(),
    RunAsynchronously: null,
    VMCheckPointAction: null,
    VMId: vm.id,
  })
})

test('formats: by Accept, Atom without one, 415 for what is none (C-102)', async () => {
  await using lab = await desk()
  const type = async (accept: string): Promise<string | null> =>
    (await lab.ask('GET', 'VMCheckPoints', { headers: { accept } })).headers.get('content-type')
  expect(await type('application/json;odata=verbose')).toBe('application/json;odata=verbose;charset=utf-8')
  expect(await type('application/json')).toBe('application/json;odata=minimalmetadata;charset=utf-8')
  expect(await type('*/*')).toBe('application/atom+xml;type=feed;charset=utf-8')
  expect((await lab.ask('GET', 'VMCheckPoints', { headers: { accept: 'text/csv' } })).status).toBe(415)
  expect((await lab.ask('POST', 'VMCheckPoints', { headers: { 'content-type': 'text/plain' }, body: 'x' })).status).toBe(415)
})

test('filters by what a property is; unknown properties, types and query options are refused', async () => {
  await using lab = await desk()
  const count = async (query: string): Promise<number> => {
    const response = await lab.ask('GET', `VMCheckPoints?${query}`, { headers: json })
    return response.status === 200 ? ((await response.json()) as { value: unknown[] }).value.length : -response.status
  }
  expect(await count(`$filter=VMId%20eq%20guid'${lab.first.vm}'%20and%20StampId%20eq%20guid'${lab.vmm.stampId}'`)).toBe(1)
  expect(await count(`$filter=(VMId+eq+guid'${lab.first.vm}')`)).toBe(1)
  expect(await count("$filter=Name%20eq%20'HV4'")).toBe(0)
  expect(await count("$filter=Nmae%20eq%20'HV4'")).toBe(-400)
  expect(await count(`$filter=VMId%20eq%20'${lab.first.vm}'`)).toBe(-400)
  expect(await count("$filter=substringof('HV',Name)")).toBe(-400)
  expect(await count('$orderby=Name')).toBe(-400)
})

test('a POST with the two ids alone makes a checkpoint (C-096)', async () => {
  await using lab = await desk()
  const body = JSON.stringify({ StampId: lab.vmm.stampId, VMId: lab.first.vm })
  const response = await lab.ask('POST', 'VMCheckPoints', { headers: json, body })
  const pending = await propertiesIn(response)
  expect(response.status).toBe(201)
  expect(response.headers.get('location')).toBe(
    `${lab.origin}${root}VMCheckPoints(ID=guid'${String(pending['ID'])}',StampId=guid'${lab.vmm.stampId}')`,
  )
  // As dn785083 shows a row: there, and without its CheckpointID.
  expect(pending).toMatchObject({ CheckpointID: null, ParentCheckpointID: null })
  await lab.clock.sleep(10_000)
  expect(await row(lab, String(pending['ID']))).toMatchObject({
    Name: 'HV4 - (01/15/2026 09:00:00)',
    Description: '',
    CheckpointID: expect.any(String),
  })
})

test.each([
  ['VMId missing', (lab: Desk) => ({ StampId: lab.vmm.stampId }), 400],
  ['StampId missing', (lab: Desk) => ({ VMId: lab.first.vm }), 400],
  ['a stamp that is not there', (lab: Desk) => ({ StampId: lab.first.vm, VMId: lab.first.vm }), 404],
  ['a VM that is not there', (lab: Desk) => ({ StampId: lab.vmm.stampId, VMId: lab.vmm.stampId }), 404],
  ['the Hyper-V GUID as VMId', (lab: Desk) => ({ StampId: lab.vmm.stampId, VMId: lab.vmm.vm(lab.first.vm)!.vmId.toLowerCase() }), 404],
  ['an unknown property', (lab: Desk) => ({ StampId: lab.vmm.stampId, VMId: lab.first.vm, Notes: 'x' }), 400],
  ['a value of another type', (lab: Desk) => ({ StampId: lab.vmm.stampId, VMId: lab.first.vm, Name: 5 }), 400],
] as const)('a POST with %s is refused and makes nothing', async (_what, given, status) => {
  await using lab = await desk()
  const response = await lab.ask('POST', 'VMCheckPoints', { headers: json, body: JSON.stringify(given(lab)) })
  expect(response.status).toBe(status)
  expect(await errorIn(response)).toMatchObject({ code: '' })
  await lab.clock.sleep(10_000)
  expect(lab.vmm.checkpoints()).toHaveLength(2)
})

test('a body that breaks off is refused', async () => {
  await using lab = await desk()
  expect((await lab.ask('POST', 'VMCheckPoints', { headers: json, body: '{"StampId":' })).status).toBe(400)
  expect((await lab.ask('POST', 'VMCheckPoints', { headers: { 'content-type': 'application/atom+xml' }, body: '<entry>' })).status).toBe(
    400,
  )
})

test.each([
  ['true', { true: 201, false: 400, null: 400 }],
  ['null', { true: 400, false: 400, null: 201 }],
  ['any', { true: 201, false: 201, null: 201 }],
] as const)('Confirm where the service wants %s', async (confirm, statuses) => {
  for (const [value, status] of Object.entries(statuses)) {
    await using lab = await desk({ confirm })
    const body = JSON.stringify({ StampId: lab.vmm.stampId, VMId: lab.first.vm, Confirm: JSON.parse(value) as boolean | null })
    expect((await lab.ask('POST', 'VMCheckPoints', { headers: json, body })).status).toBe(status)
  }
})

test('MERGE changes what it names, PUT resets the Description that it leaves out (dn458374)', async () => {
  await using lab = await desk()
  const entity = `VMCheckPoints${lab.keyOf(lab.first.id)}`
  const change = async (method: string, body: string): Promise<Record<string, unknown>> => {
    expect((await lab.ask(method, entity, { headers: json, body })).status).toBe(204)
    await lab.clock.sleep(10_000)
    return row(lab, lab.first.id)
  }
  expect(await change('MERGE', '{"Description":"text"}')).toMatchObject({ Name: 'HV4 - (1/14/2026 - 9:00:00 AM)', Description: 'text' })
  expect(await change('MERGE', '{"Name":"new","VMCheckPointAction":"Set"}')).toMatchObject({ Name: 'new', Description: 'text' })
  expect(await change('PUT', '{"Name":"newer"}')).toMatchObject({ Name: 'newer', Description: '' })
  expect(await change('PUT', '{"Description":"again"}')).toMatchObject({ Name: 'newer', Description: 'again' })
})

test('Restore by PUT with the action alone restores and resets no text (C-098)', async () => {
  await using lab = await desk()
  const entity = `VMCheckPoints${lab.keyOf(lab.first.id)}`
  await lab.ask('MERGE', entity, { headers: json, body: '{"Description":"text"}' })
  await lab.clock.sleep(10_000)
  expect((await lab.ask('PUT', entity, { headers: json, body: '{"VMCheckPointAction":"Restore"}' })).status).toBe(204)
  await lab.clock.sleep(10_000)
  expect(await row(lab, lab.first.id)).toMatchObject({ Description: 'text', Name: lab.first.name })
  expect(lab.world.vm(lab.vmm.vm(lab.first.vm)!.vmId)?.lastApplied).toBe(lab.first.checkpointId)
  expect((await lab.ask('MERGE', entity, { headers: json, body: '{"VMCheckPointAction":"Delete"}' })).status).toBe(400)
})

test('a locked VM answers with the number 2606 in the body, in every format', async () => {
  await using lab = await desk()
  const entity = `VMCheckPoints${lab.keyOf(lab.first.id)}`
  await lab.ask('MERGE', entity, { headers: json, body: '{"Name":"x"}' })
  for (const accept of ['application/json', 'application/json;odata=verbose', 'application/atom+xml']) {
    const response = await lab.ask('DELETE', entity, { headers: { accept } })
    expect([response.status, (await errorIn(response))?.code]).toEqual([500, '2606'])
  }
})

test('without x-ms-principal-id: refused, or as the switch says (C-100)', async () => {
  const anonymous = { authorization: `Basic ${Buffer.from('u:p').toString('base64')}` }
  await using strict = await desk()
  expect((await fetch(strict.origin + root, { headers: anonymous })).status).toBe(400)
  await using lax = await desk({ principalHeader: 'optional' })
  expect((await fetch(lax.origin + root, { headers: anonymous })).status).toBe(200)
})

test('RunAsynchronously = true is answered at once, whatever the switch', async () => {
  await using lab = await desk({ createAnswer: 'after-job' })
  const post = async (more: object): Promise<Record<string, unknown>> => {
    const body = JSON.stringify({ StampId: lab.vmm.stampId, VMId: lab.first.vm, ...more })
    return propertiesIn(await lab.ask('POST', 'VMCheckPoints', { headers: json, body }))
  }
  expect((await post({}))['CheckpointID']).toEqual(expect.any(String))
  expect((await post({ RunAsynchronously: true }))['CheckpointID']).toBeNull()
})

test('a job tells how it ended, and the VM names it', async () => {
  await using lab = await desk()
  await lab.ask('MERGE', `VMCheckPoints${lab.keyOf(lab.first.id)}`, { headers: json, body: '{"Name":" "}' })
  const vm = await propertiesIn(await lab.ask('GET', `VirtualMachines${lab.keyOf(lab.first.vm)}`, { headers: json }))
  const job = async (): Promise<Record<string, unknown>> =>
    propertiesIn(await lab.ask('GET', `Jobs${lab.keyOf(String(vm['MostRecentTaskId']))}`, { headers: json }))
  expect(await job()).toMatchObject({
    CmdletName: 'Set-SCVMCheckpoint',
    Status: 'Running',
    IsCompleted: false,
    TargetObjectID: lab.first.vm,
    EndTime: null,
  })
  await lab.clock.sleep(10_000)
  expect(await job()).toMatchObject({ Status: 'Failed', IsCompleted: true, ErrorInfo: { DisplayableErrorCode: '12711', IsSuccess: false } })
})

test('a Description that XML cannot hold is carried by JSON and refused in Atom', async () => {
  await using lab = await desk()
  const entity = `VMCheckPoints${lab.keyOf(lab.first.id)}`
  await lab.ask('MERGE', entity, { headers: json, body: '{"Description":"a\\u0000\\ud800b"}' })
  await lab.clock.sleep(10_000)
  expect((await row(lab, lab.first.id))['Description']).toBe('a\u0000\ud800b')
  expect((await lab.ask('GET', entity, { headers: { accept: 'application/atom+xml' } })).status).toBe(500)
  expect((await lab.ask('GET', 'VMCheckPoints(%00)', { headers: { accept: 'application/atom+xml' } })).status).toBe(400)
})

test('every default has a mark and a source', () => {
  for (const { mark, source } of Object.values(spfSwitchTable)) {
    expect(mark).toMatch(/^(documented|observed|inferred|assumed)$/)
    expect(source).not.toBe('')
  }
})
