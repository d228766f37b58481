import { describe, expect, test } from 'vitest'
import type { Guid } from '../../checkpoint/guid.ts'
import { normalise } from '../../checkpoint/normalise.ts'
import type { VmReading } from '../../checkpoint/reading.ts'
import type { ReadExtra } from '../port.ts'
import { rig, type Rig } from './testing/rig.ts'

const minute = 60_000

async function read({ spf }: Rig, vm: Guid, ...also: readonly ReadExtra[]): Promise<VmReading> {
  const { value } = await spf.read(vm, also)
  if (value === null) throw new Error('SPF does not show the VM')
  return value
}

const standing = async (lab: Rig, vm: Guid): Promise<unknown> => normalise('position', (await read(lab, vm)).fields.position!, vm).value
const ids = async (lab: Rig, vm: Guid): Promise<readonly unknown[]> =>
  (await read(lab, vm)).checkpoints.map(({ fields }) => normalise('id', fields.id!, vm).value)

describe('the VM', () => {
  test('is started and stopped by its Operation (dn458378); no page tells how to save or pause it', async () => {
    await using lab = await rig({ startState: 'depth' })
    const vm = lab.vm('DC1')
    const meaning = async (): Promise<unknown> => normalise('vmState', (await read(lab, vm)).fields.vmState!, vm).value
    for (const state of ['off', 'off', 'running'] as const) {
      await lab.spf.setVmState(vm, state)
      expect([await meaning(), lab.world.vm(vm)!.state]).toEqual([state, state])
    }
    for (const state of ['saved', 'paused'] as const)
      await expect(lab.spf.setVmState(vm, state)).rejects.toMatchObject({ code: 'SNAPCHECK_UNSUPPORTED' })
  })

  test('tells its host, and its jobs by codes, failed ones with their number (C-112)', async () => {
    await using lab = await rig({ startState: 'depth' })
    const vm = lab.vm('PT6')
    await expect(lab.spf.create(vm, {})).rejects.toMatchObject({ productCode: '12711' })
    const { host, jobs } = (await read(lab, vm, 'jobs')).fields
    expect(host).toMatchObject({ field: 'VMHostName', raw: 'HV01' })
    expect(jobs!.raw).toEqual([
      expect.objectContaining({ CmdletName: 'New-SCVMCheckpoint', Status: 'Failed', IsCompleted: true, DisplayableErrorCode: '12711' }),
    ])
  })

  test('of the library is shown and takes no checkpoint, also after every refresher has run (C-086)', async () => {
    await using lab = await rig({ startState: 'depth' })
    const vm = lab.vm('GOLD8')
    await lab.clock.sleep(31 * minute)
    await expect(lab.spf.create(vm, { name: 'x' })).rejects.toMatchObject({ code: 'SNAPCHECK_PRODUCT_REFUSED', productCode: '1730' })
    expect(await read(lab, vm)).toMatchObject({ fields: { vmState: { raw: 'Stored' } }, checkpoints: [] })
  })

  test('that another administrator’s job holds refuses with 2606 and takes it afterwards (C-113)', async () => {
    await using lab = await rig({ startState: 'depth' })
    const vm = lab.vm('DC1')
    lab.vmm.occupy(
      lab.vmm.vms().find(({ vmId }) => vmId === vm)!,
      30_000,
    )
    await expect(lab.spf.create(vm, {})).rejects.toMatchObject({ productCode: '2606' })
    await lab.clock.sleep(31_000)
    await lab.spf.create(vm, {})
  })
})

test('what the service has no way for is refused before anything is sent, with the source that says so', async () => {
  await using lab = await rig({ startState: 'depth' })
  const vm = lab.vm('DC1')
  const before = lab.vmm.jobs().length
  for (const attempt of [
    () => lab.spf.removeSubtree(vm, vm),
    () => lab.spf.setCheckpointType(vm, 5),
    () => lab.spf.hostTime(),
    () => lab.spf.create(vm, { kind: 'recovery' }),
  ])
    await expect(attempt()).rejects.toMatchObject({
      code: 'SNAPCHECK_UNSUPPORTED',
      expected: expect.stringMatching(/^(documented|observed): /),
    })
  expect(lab.vmm.jobs()).toHaveLength(before)
})

describe('kinds', () => {
  test('type 2 refuses every create (C-050), 4 one without the guest, 3 falls back (C-051)', async () => {
    await using lab = await rig({ startState: 'depth' })
    const vm = lab.vm('LX2')
    for (const type of [2, 4] as const) {
      lab.world.modifySettings(vm, { checkpointType: type })
      await lab.clock.sleep(1_000)
      await expect(lab.spf.create(vm, {})).rejects.toMatchObject({ productCode: '12711' })
    }
    lab.world.modifySettings(vm, { checkpointType: 3 })
    await lab.clock.sleep(1_000)
    const { value: id } = await lab.spf.create(vm, {})
    expect(lab.world.checkpoint(id)?.savedState).toBe(true)
  })

  test.each([
    ['leaves recovery checkpoints out, and what hangs from them hangs from the next one above', false],
    ['lists recovery checkpoints', true],
  ] as const)('VMM %s (C-083)', async (_what, listsRecovery) => {
    await using lab = await rig({ startState: 'depth', vmm: { listsRecovery } })
    const vm = lab.vm('DC1')
    const [witness] = await ids(lab, vm)
    const { job } = lab.world.createCheckpoint(vm, { through: 'hyper-v', kind: 'Recovery' })
    await lab.clock.sleep(5_000)
    const recovery = job!.affected.find(({ kind }) => kind === 'checkpoint')!.id
    const { value: user } = await lab.spf.create(vm, {})
    await lab.clock.sleep(31 * minute)
    expect(await ids(lab, vm)).toEqual(listsRecovery ? [witness, recovery, user] : [witness, user])
    const parent = (await read(lab, vm)).checkpoints.at(-1)!.fields.parent!
    expect(normalise('parent', parent, vm).value).toBe(listsRecovery ? recovery : witness)
  })
})

describe('positions and stale rows', () => {
  test('an apply outside moves the position with a refresh and not before (C-067)', async () => {
    await using lab = await rig({ startState: 'depth' })
    const vm = lab.vm('AP5')
    const [witness] = await ids(lab, vm)
    const { value: newer } = await lab.spf.create(vm, {})
    lab.world.applyCheckpoint(witness as Guid)
    await lab.clock.sleep(10_000)
    expect(await standing(lab, vm)).toBe(newer)
    await lab.clock.sleep(31 * minute)
    expect(await standing(lab, vm)).toBe(witness)
  })

  test('restoring a row whose checkpoint is gone fails as a job, touches nothing, and a refresh cures it (C-066)', async () => {
    await using lab = await rig({ startState: 'depth' })
    const vm = lab.vm('DC1')
    const { value: gone } = await lab.spf.create(vm, {})
    lab.world.destroyCheckpoint(gone)
    await lab.clock.sleep(10_000)
    const before = lab.world.vm(vm)
    for (const attempt of ['restore', 'remove'] as const)
      await expect(lab.spf[attempt](vm, gone)).rejects.toMatchObject({ productCode: '12711' })
    expect(lab.world.vm(vm)).toMatchObject({ state: 'running', position: before!.position })
    expect(await ids(lab, vm)).toContain(gone)
    await lab.clock.sleep(31 * minute)
    expect(await ids(lab, vm)).toEqual([before!.position])
    await lab.spf.create(vm, {})
  })

  test('restoring a production checkpoint stops a running VM and leaves it off (C-075, C-076)', async () => {
    await using lab = await rig({ startState: 'depth' })
    const vm = lab.vm('DC1')
    const { value: id } = await lab.spf.create(vm, {})
    await lab.spf.restore(vm, id)
    expect((await read(lab, vm)).fields.vmState!.raw).toBe('PowerOff')
  })
})

test.each([
  ['to-host', '12711'],
  ['truncate', undefined],
] as const)('a name of 101 characters: %s', async (longNames, productCode) => {
  await using lab = await rig({ startState: 'depth', vmm: { longNames } })
  const vm = lab.vm('DC1')
  const created = lab.spf.create(vm, { name: 'ü'.repeat(101) })
  if (productCode !== undefined) {
    await expect(created).rejects.toMatchObject({ productCode })
    return
  }
  const { value: id } = await created
  expect(lab.world.checkpoint(id)?.name).toBe('ü'.repeat(100))
})
