import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { parseGuid, type Guid } from '../checkpoint/guid.ts'
import { changingMeasurements } from '../checkpoint/measurement.ts'
import { guidSequence } from '../foundation/seed.ts'
import type { CheckpointInterface } from '../interfaces/port.ts'
import { startLab, type Lab } from '../lab/lab.ts'
import { evidenceStore } from '../recording/evidence.ts'
import { safeties, type Safety } from './definition.ts'
import { guarded, opens, type Permit } from './guard.ts'
import { connectHost, connectVmm } from './live/connect.ts'

let lab: Lab
let vm: Guid
let existing: Guid

beforeEach(async () => {
  lab = await startLab({ seed: 'guard' })
  vm = lab.vms.find(({ name }) => name === 'HV4')!.id
  existing = lab.world.checkpointsOf(vm)[0]!.id
})
afterEach(() => lab.close())

const nowhere = parseGuid('00000000-0000-4000-8000-000000000001')!

/** Both real clients on a real server: what reaches it is seen in the lab's world. */
function interfaces(): readonly CheckpointInterface[] {
  const connecting = { clock: lab.clock, evidence: evidenceStore(), nextId: guidSequence('guard') }
  const { 'hyperv-wmi': host, 'scvmm-spf': spf } = lab.endpoints
  return [connectHost({ ...host, test: false }, connecting), connectVmm({ ...spf, test: false }, connecting)]
}

function permit(parts: Partial<Permit>): Permit {
  return { allow: 'writes', disposable: new Set([vm]), ceiling: 100, countCreate: () => true, uncountCreate: () => undefined, ...parts }
}

/** Every changing method of the port, as a story calls it. */
const changes: Readonly<Record<string, (through: CheckpointInterface) => Promise<unknown>>> = {
  create: (through) => through.create(vm, { name: 'x' }),
  rename: (through) => through.rename(vm, existing, 'x'),
  setComment: (through) => through.setComment(vm, existing, 'x'),
  restore: (through) => through.restore(vm, existing),
  remove: (through) => through.remove(vm, existing),
  removeSubtree: (through) => through.removeSubtree(vm, existing),
  setCheckpointType: (through) => through.setCheckpointType(vm, 3),
  setVmState: (through) => through.setVmState(vm, 'off'),
  setVmNotes: (through) => through.setVmNotes(vm, 'x'),
}

const world = (): string => JSON.stringify([lab.world.vm(vm), lab.world.checkpointsOf(vm)])

describe.each(Object.keys(changes))('%s', (name) => {
  test.each([
    ['--allow does not open it', 'SNAPCHECK_NOT_ALLOWED', { allow: 'reads' }],
    ['--allow opens refreshes only', 'SNAPCHECK_NOT_ALLOWED', { allow: 'refreshes' }],
    ['no VM is disposable', 'SNAPCHECK_NOT_DISPOSABLE', { disposable: new Set<Guid>() }],
    ['another VM is disposable', 'SNAPCHECK_NOT_DISPOSABLE', { disposable: new Set([nowhere]), allow: 'disrupts' }],
  ] as const)('sends nothing where %s', async (_title, code, parts) => {
    const before = world()
    for (const through of interfaces()) {
      const error: unknown = await changes[name]!(guarded(through, permit(parts))).catch((thrown: unknown) => thrown)
      expect(error, through.id).toMatchObject({ code, place: expect.stringContaining(`${through.id}, ${name}`) })
    }
    expect(world()).toBe(before)
  })
})

test('a probe that changes asks like any other change, one that reads does not', async () => {
  const before = world()
  const { probes } = guarded(interfaces()[1]!, permit({ allow: 'reads' }))
  for (const name of changingMeasurements)
    await expect(probes![name]!(vm, existing)).rejects.toMatchObject({
      code: 'SNAPCHECK_NOT_ALLOWED',
      place: expect.stringContaining(`probe ${name}`),
    })
  expect(world()).toBe(before)
  await expect(probes!.key!(vm, existing)).resolves.toMatchObject({ value: { inOrder: 200 } })
})

test('what is allowed goes through, on the VM that is disposable', async () => {
  for (const through of interfaces()) {
    const safe = guarded(through, permit({}))
    const { value } = await safe.create(vm, { name: `by ${through.id}` })
    expect(lab.world.checkpointsOf(vm).map(({ id }) => id)).toContain(value)
    await safe.remove(vm, value)
    expect(lab.world.checkpointsOf(vm).map(({ id }) => id)).not.toContain(value)
  }
})

test('looking needs no right but to look', async () => {
  const nothing = permit({ allow: 'reads', disposable: new Set() })
  for (const through of interfaces()) {
    const safe = guarded(through, nothing)
    expect((await safe.identify()).value.origin).toBe('simulator')
    expect((await safe.read(vm)).value?.checkpoints).toHaveLength(1)
    await safe.close()
  }
})

test('the ceiling counts creates, whichever interface they go through', async () => {
  let created = 0
  const counting = permit({ ceiling: 3, countCreate: () => ++created <= 3 })
  const [wmi, spf] = interfaces().map((through) => guarded(through, counting))
  await wmi!.create(vm, {})
  await spf!.create(vm, {})
  await wmi!.create(vm, {})
  for (const through of [wmi!, spf!]) await expect(through.create(vm, {})).rejects.toMatchObject({ code: 'SNAPCHECK_CEILING' })
  expect(lab.world.checkpointsOf(vm)).toHaveLength(4)
})

test('a create that SCVMM refuses while another job holds the VM (2606) does not count: it is asked for again', async () => {
  let created = 0
  const counting = permit({ ceiling: 1, countCreate: () => ++created <= 1, uncountCreate: () => void created-- })
  const [wmi, spf] = interfaces().map((through) => guarded(through, counting))
  lab.vmm.occupy(
    lab.vmm.vms().find(({ vmId }) => vmId === vm)!,
    5_000,
  )
  for (let time = 0; time < 3; time++) await expect(spf!.create(vm, {})).rejects.toMatchObject({ productCode: '2606' })
  await lab.clock.sleep(10_000)
  await spf!.create(vm, {})
  await expect(wmi!.create(vm, {})).rejects.toMatchObject({ code: 'SNAPCHECK_CEILING' })
})

test('each level opens itself and the ones before it', () => {
  const opened = (allow: Safety): readonly Safety[] => safeties.filter((wanted) => opens(allow, wanted))
  expect(safeties.map(opened)).toEqual([
    ['reads'],
    ['reads', 'refreshes'],
    ['reads', 'refreshes', 'writes'],
    ['reads', 'refreshes', 'writes', 'disrupts'],
  ])
})
