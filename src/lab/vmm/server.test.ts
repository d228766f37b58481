import { expect, test } from 'vitest'
import { virtualClock } from '../clock/virtual-clock.ts'
import type { VirtualClock } from '../clock/world-clock.ts'
import { createWorld, type World } from '../world/world.ts'
import type { VmmVm } from './model.ts'
import { createVmmServer, type VmmServer } from './server.ts'
import { vmmSwitchTable, type VmmSwitches } from './switches.ts'

interface Site {
  readonly clock: VirtualClock
  readonly world: World
  readonly vmm: VmmServer
  hv4(): VmmVm
}

const minute = 60_000

function site(switches: Partial<VmmSwitches> = {}): Site {
  const clock = virtualClock(Date.UTC(2026, 0, 15, 9))
  const world = createWorld({ seed: 'vmm', clock })
  const vmm = createVmmServer({ world, seed: 'vmm', switches })
  return { clock, world, vmm, hv4: () => vmm.vms().find(({ name }) => name === 'HV4')! }
}

test('what is there when the world begins is in the database, with ids of its own (C-028)', () => {
  const { vmm, world, hv4 } = site()
  expect(vmm.vms().map(({ vmId }) => vmId)).toEqual(world.vms().map(({ id }) => id))
  expect(vmm.checkpoints()).toHaveLength(2)
  expect(hv4().id).not.toBe(hv4().vmId.toLowerCase())
})

test('every default has a mark and a source', () => {
  for (const { mark, source } of Object.values(vmmSwitchTable)) {
    expect(mark).toMatch(/^(documented|observed|inferred|assumed)$/)
    expect(source).not.toBe('')
  }
})

test('the light refresher brings the state and no checkpoint, the heavy one both', async () => {
  const { clock, world, vmm, hv4 } = site({ eventDelay: 60 * minute })
  world.setVmState(hv4().vmId, 'off')
  world.createCheckpoint(hv4().vmId, { through: 'hyper-v' })
  await clock.sleep(1 * minute)
  expect(hv4().state).toBe('running')
  await clock.sleep(1 * minute)
  expect(hv4().state).toBe('off')
  expect(vmm.checkpointsOf(hv4().id)).toHaveLength(1)
  await clock.sleep(28 * minute)
  expect(vmm.checkpointsOf(hv4().id)).toHaveLength(2)
})

test('the event channel brings a state within its delay (C-063)', async () => {
  const { clock, world, hv4 } = site()
  world.setVmState(hv4().vmId, 'saved')
  await clock.sleep(2_000)
  expect(hv4().state).toBe('saved')
})

test('one discovery makes one row, however often it is refreshed (C-069), and its ID is the same wherever it is found', async () => {
  const found = async (): Promise<readonly string[]> => {
    const { clock, world, vmm, hv4 } = site()
    world.createCheckpoint(hv4().vmId, { through: 'hyper-v' })
    await clock.sleep(91 * minute)
    return vmm.checkpointsOf(hv4().id).map(({ id }) => id)
  }
  const ids = await found()
  expect(ids).toHaveLength(2)
  expect(await found()).toEqual(ids)
})

test.each([
  ['host-creation', 1_300],
  ['discovery', 30 * minute],
] as const)('AddedTime as %s', async (addedTime, after) => {
  const { clock, world, vmm, hv4 } = site({ addedTime })
  const began = clock.now()
  world.createCheckpoint(hv4().vmId, { through: 'hyper-v' })
  await clock.sleep(31 * minute)
  expect(vmm.checkpointsOf(hv4().id).at(-1)!.addedTime - began).toBe(after)
})

test('what the host renames, and deletes, follows with the refresh (C-036, C-065)', async () => {
  const { clock, world, vmm, hv4 } = site()
  const [known] = vmm.checkpointsOf(hv4().id)
  world.modifySettings(known!.checkpointId, { elementName: 'renamed outside' })
  await clock.sleep(31 * minute)
  expect(vmm.checkpoint(known!.id)).toMatchObject({ name: 'renamed outside', id: known!.id })
  world.destroyCheckpoint(known!.checkpointId)
  await clock.sleep(31 * minute)
  expect(vmm.checkpoint(known!.id)).toBeUndefined()
  expect(hv4().lastRestoredCheckpointId).toBe(hv4().vmId)
})

test('an apply on the host moves the position with the refresh (C-067)', async () => {
  const { clock, world, vmm, hv4 } = site()
  const [root] = vmm.checkpointsOf(hv4().id)
  vmm.newCheckpoint(hv4(), {})
  await clock.sleep(10_000)
  world.setVmState(hv4().vmId, 'off')
  world.applyCheckpoint(root!.checkpointId)
  await clock.sleep(10_000)
  expect(hv4().lastRestoredCheckpointId).not.toBe(root!.checkpointId)
  await clock.sleep(31 * minute)
  expect(hv4().lastRestoredCheckpointId).toBe(root!.checkpointId)
})

test.each([
  ['none', ''],
  ['notes', 'File server of the branch office'],
] as const)('Notes of an outside snapshot as Description: %s (C-055)', async (notesToDescription, description) => {
  const { clock, world, vmm } = site({ notesToDescription })
  const hv1 = vmm.vms().find(({ name }) => name === 'HV1')!
  world.createCheckpoint(hv1.vmId, { through: 'hyper-v' })
  await clock.sleep(31 * minute)
  expect(vmm.checkpointsOf(hv1.id).at(-1)!.description).toBe(description)
})

test('a job that a refresher overtakes leaves one row, with the Description that was given', async () => {
  const { clock, vmm, hv4 } = site({ heavyInterval: 2_301, descriptionToNotes: 'notes' })
  // The host is done at 2,300 ms, the notes at 2,500 ms: the refresher comes in between.
  const { job } = vmm.newCheckpoint(hv4(), { description: 'given' })
  await clock.sleep(10_000)
  expect(vmm.checkpointsOf(hv4().id).slice(1)).toEqual([expect.objectContaining({ id: job!.result.id, description: 'given' })])
})

test('after close no refresher runs', async () => {
  const { clock, world, vmm, hv4 } = site()
  vmm.close()
  world.createCheckpoint(hv4().vmId, { through: 'hyper-v' })
  await clock.sleep(100 * minute)
  expect(vmm.checkpointsOf(hv4().id)).toHaveLength(1)
})
