import { expect, test } from 'vitest'
import type { Guid } from '../../checkpoint/guid.ts'
import type { HttpTransport } from '../../protocols/http/transport.ts'
import type { CheckpointInterface, EvidenceTrail } from '../port.ts'
import { scvmmSpf } from './scvmmSpf.ts'
import { rig, type Rig } from './testing/rig.ts'

/** Like SPF as it may be: an answer to a POST that does not name the row, and events that bring rows at any moment. */
const anonymous = { spf: { pendingId: 'zero' }, vmm: { eventsCarryCheckpoints: true } } as const

/** Made by somebody at Hyper-V Manager just now: SCVMM's row of it comes while we create. */
async function justMadeOnHost({ world, clock, hv4 }: Rig, name?: string): Promise<Guid> {
  const { job } = world.createCheckpoint(hv4, { through: 'hyper-v', ...(name === undefined ? {} : { name }) })
  while (job!.state !== 7) await clock.sleep(100)
  return job!.affected.find(({ kind }) => kind === 'checkpoint')!.id
}

const trail: EvidenceTrail = { gather: async (work) => ({ value: await work(), evidence: [] }) }

/** The same service, with something that happens in the moment before a POST is sent. */
function beforePost({ transport, clock, vmm }: Rig, happens: () => Promise<unknown>): CheckpointInterface {
  const hooked: HttpTransport = {
    ...transport,
    send: async (request, signal) => {
      if (request.method === 'POST') await happens()
      return transport.send(request, signal)
    },
  }
  return scvmmSpf({ transport: hooked, clock, trail, stampId: vmm.stampId, limits: { jobTimeout: 20_000 } })
}

type Row = Readonly<Record<string, unknown>>

/** The same service with other rows in its answers. */
function answering({ transport, clock, vmm }: Rig, below: string, change: (rows: readonly Row[]) => readonly Row[]): CheckpointInterface {
  const changed: HttpTransport = {
    ...transport,
    send: async (request, signal) => {
      const response = await transport.send(request, signal)
      if (!request.path.startsWith(below)) return response
      const document = JSON.parse(response.body) as { readonly value: readonly Row[] }
      return { ...response, body: JSON.stringify({ ...document, value: change(document.value) }) }
    },
  }
  return scvmmSpf({ transport: changed, clock, trail, stampId: vmm.stampId })
}

const own = (lab: Rig, id: Guid): string | undefined => lab.world.checkpoint(id)?.createdThrough

test("a stranger's row that appears meanwhile is not taken for ours: the job's result tells (no name given)", async () => {
  await using lab = await rig(anonymous)
  const theirs = await justMadeOnHost(lab)
  const { value: made } = await lab.spf.create(lab.hv4, {})
  expect(made).not.toBe(theirs)
  expect(own(lab, made)).toBe('vmm')
})

test('nor is one that has the name that was asked for', async () => {
  await using lab = await rig(anonymous)
  const theirs = await justMadeOnHost(lab, 'before the update')
  const { value: made } = await lab.spf.create(lab.hv4, { name: 'before the update' })
  expect(made).not.toBe(theirs)
  expect(own(lab, made)).toBe('vmm')
})

test('nor is what another user of SCVMM made in between: with two jobs and no mark nothing is called ours', async () => {
  await using lab = await rig(anonymous)
  const vm = lab.vmm.vms().find(({ name }) => name === 'HV4')!
  const made: Guid[] = []
  const spf = beforePost(lab, async () => {
    lab.vmm.newCheckpoint(vm, {})
    await lab.clock.sleep(10_000)
  })
  await expect(spf.create(lab.hv4, { onMade: (id) => void made.push(id) })).rejects.toMatchObject({ code: 'SNAPCHECK_JOB_TIMEOUT' })
  expect(made).toEqual([])
  expect(lab.world.checkpointsOf(lab.hv4)).toHaveLength(3)
})

test.each(['name', 'comment'] as const)('with the mark of the run in its %s ours is known among two', async (where) => {
  await using lab = await rig(anonymous)
  const vm = lab.vmm.vms().find(({ name }) => name === 'HV4')!
  const spf = beforePost(lab, async () => {
    lab.vmm.newCheckpoint(vm, { name: "a stranger's" })
    await lab.clock.sleep(10_000)
  })
  const { value: made } = await spf.create(lab.hv4, { mark: '0123456789abcdef', [where]: 'ours [snapcheck 0123456789abcdef]' })
  expect(lab.world.checkpointsOf(lab.hv4)).toHaveLength(3)
  expect(lab.world.checkpointsOf(lab.hv4).at(-1)!.id).toBe(made)
})

test('two rows with the GUID of one VM are no VM to work on: nobody can tell which is meant', async () => {
  await using lab = await rig()
  const spf = answering(lab, '/VirtualMachines', (rows) => [...rows, { ...rows[0]!, ID: '00000000-1111-2222-3333-444444444444' }])
  await expect(spf.create(lab.hv4, {})).rejects.toMatchObject({ code: 'SNAPCHECK_PROTOCOL', observed: '2 rows' })
  expect(lab.world.checkpointsOf(lab.hv4)).toHaveLength(1)
})

test.each(['restore', 'rename'] as const)('%s waits for a job that the service lists a moment after its answer', async (what) => {
  await using lab = await rig({ startState: 'depth' })
  const vm = lab.vm('AP5')
  const root = lab.world.checkpointsOf(vm)[0]!.id
  await lab.spf.create(vm, { name: 'the newest' })
  let looks = 0
  const spf = answering(lab, '/Jobs', (rows) => (++looks <= 3 ? rows.filter(({ IsCompleted }) => IsCompleted === true) : rows))
  if (what === 'rename') await spf.rename(vm, root, 'renamed')
  else await spf.restore(vm, root)
  if (what === 'rename') expect(lab.world.checkpoint(root)!.name).toBe('renamed')
  else expect(lab.world.vm(vm)!.position).toBe(root)
})
