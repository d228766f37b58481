import { afterEach, describe, expect, test } from 'vitest'
import type { Guid } from '../../checkpoint/guid.ts'
import { normalise } from '../../checkpoint/normalise.ts'
import type { CheckpointReading, VmReading } from '../../checkpoint/reading.ts'
import { guidSequence } from '../../foundation/seed.ts'
import { startLab, type LabOptions } from '../../lab/lab.ts'
import { httpTransport } from '../../protocols/http/httpTransport.ts'
import { evidenceTrail } from '../../recording/trail.ts'
import type { ReadExtra } from '../port.ts'
import { hypervWmi } from './hypervWmi.ts'

const closing: (() => Promise<void>)[] = []
afterEach(async () => {
  for (const close of closing.splice(0).toReversed()) await close()
})

async function opened(vmName: string, options: Partial<LabOptions> = {}) {
  const lab = await startLab({ seed: 'depth', startState: 'depth', ...options })
  const transport = httpTransport(lab.endpoints['hyperv-wmi'])
  const hyperv = hypervWmi({ transport, clock: lab.clock, trail: evidenceTrail(), nextId: guidSequence('depth', 'message') })
  closing.push(
    () => lab.close(),
    () => hyperv.close(),
  )
  const vm = lab.vms.find(({ name }) => name === vmName)!.id
  const read = async (...also: readonly ReadExtra[]): Promise<VmReading> => (await hyperv.read(vm, also)).value!
  return { lab, hyperv, vm, read }
}

const byId = ({ checkpoints }: VmReading, id: Guid): CheckpointReading => checkpoints.find(({ fields }) => fields.id!.raw === id)!
const chains = ({ fields }: VmReading): readonly (readonly string[])[] => fields.diskChains!.raw as string[][]
const folder = String.raw`C:\Users\Public\Documents\Hyper-V\Virtual Hard Disks` + '\\'
const isDifferencing = (base: string): unknown =>
  expect.stringMatching(new RegExp(`\\\\${base}_[0-9A-F]{8}(-[0-9A-F]{4}){3}-[0-9A-F]{12}\\.avhdx$`))

describe('disks', () => {
  test.each([{ refuseWql: false }, { refuseWql: true }])(
    'a checkpoint adds one .avhdx per disk beside its parent, and keeps the files that were (C-089, %o)',
    async (wsman) => {
      const { hyperv, vm, read } = await opened('FS3', { switches: { wsman } })
      const before = (await read('disks')).fields.disks!.raw
      const { value: id } = await hyperv.create(vm, { name: 'one' })
      const after = await read('disks')
      expect(byId(after, id).fields.disks).toEqual({ field: 'HostResource', form: 'value', raw: before })
      expect(after.checkpoints[0]!.fields.disks!.raw).toEqual([`${folder}FS3.vhdx`, `${folder}FS3-data.vhdx`])
      expect(after.fields.disks!.raw).toEqual([isDifferencing('FS3'), isDifferencing('FS3-data')])
      expect(chains(after).map((chain) => chain.length)).toEqual([3, 3])
      expect(chains(after).map((chain) => chain.at(-1))).toEqual([`${folder}FS3.vhdx`, `${folder}FS3-data.vhdx`])
      expect(chains(after).map((chain) => chain.slice(0, 2))).toEqual(
        [0, 1].map((slot) => [(after.fields.disks!.raw as string[])[slot], (before as string[])[slot]]),
      )
    },
  )

  test('are not read unless they are asked for', async () => {
    const { read } = await opened('FS3')
    const { fields, checkpoints } = await read()
    expect(fields).not.toHaveProperty('disks')
    expect(checkpoints[0]!.fields).not.toHaveProperty('disks')
  })

  test('of a removed checkpoint are merged after its job has ended, while the VM runs (C-081, C-082)', async () => {
    const { lab, hyperv, vm, read } = await opened('DC1')
    const { value: middle } = await hyperv.create(vm, {})
    const { value: leaf } = await hyperv.create(vm, {})
    await hyperv.remove(vm, middle)
    const merging = await read('disks')
    expect(merging.checkpoints.map(({ fields }) => fields.id!.raw)).not.toContain(middle)
    expect(merging.fields).toMatchObject({ operationalStatus: { field: 'OperationalStatus', raw: [2, 32772] }, vmState: { raw: 2 } })
    expect(chains(merging)[0]).toHaveLength(4)
    await lab.clock.sleep(30_000)
    const merged = await read('disks')
    expect(merged.fields.operationalStatus!.raw).toEqual([2])
    expect(chains(merged)[0]).toHaveLength(3)
    expect(chains(merged)[0]![1]).toBe((byId(merged, leaf).fields.disks!.raw as string[])[0])
  })

  test('a host on which merging is a service in use says 11', async () => {
    const { hyperv, vm, read } = await opened('DC1', { switches: { world: { mergingStatus: 'in-service' } } })
    const { value: middle } = await hyperv.create(vm, {})
    await hyperv.create(vm, {})
    await hyperv.remove(vm, middle)
    expect((await read()).fields.operationalStatus!.raw).toEqual([11, 32772])
  })
})

describe('the VM', () => {
  test('is started, turned off, saved and paused, and a state that it is in already is left alone', async () => {
    const { hyperv, vm, read } = await opened('DC1')
    const meaning = async (): Promise<unknown> => normalise('vmState', (await read()).fields.vmState!, vm).value
    for (const state of ['saved', 'running', 'paused', 'running', 'off', 'off', 'running'] as const) {
      await hyperv.setVmState(vm, state)
      expect(await meaning()).toBe(state)
    }
    await hyperv.setVmState(vm, 'off')
    await expect(hyperv.setVmState(vm, 'paused')).rejects.toMatchObject({ code: 'SNAPCHECK_PRODUCT_REFUSED', productCode: '32775' })
  })

  test('tells its host, its last applied checkpoint and the host’s clock', async () => {
    const { lab, hyperv, vm, read } = await opened('AP5')
    const witness = lab.world.checkpointsOf(vm)[0]!.id
    expect((await read()).fields).toMatchObject({
      host: { field: 'CSName', raw: 'HV01' },
      lastApplied: { field: 'Msvm_LastAppliedSnapshot', form: 'null' },
    })
    await hyperv.create(vm, {})
    await hyperv.restore(vm, witness)
    const applied = await read('clock')
    expect(applied.fields).toMatchObject({ lastApplied: { raw: witness }, position: { raw: witness } })
    const told = (await hyperv.hostTime()).value
    expect(told).toEqual({ field: 'LocalDateTime', form: 'value', raw: applied.fields.hostTime!.raw })
    expect(Date.parse(String(told.raw))).toBe(lab.clock.now())
  })

  test('shows its jobs by codes, a failed one with its own (C-112)', async () => {
    const { hyperv, vm, read } = await opened('LX2')
    await hyperv.setCheckpointType(vm, 4)
    await expect(hyperv.create(vm, {})).rejects.toMatchObject({ code: 'SNAPCHECK_PRODUCT_REFUSED', productCode: '32768' })
    const { jobs } = (await read('jobs')).fields
    expect(jobs!.raw).toEqual([
      { InstanceID: expect.any(String), JobType: 2, JobState: 7, ErrorCode: 0 },
      { InstanceID: expect.any(String), JobType: 70, JobState: 10, ErrorCode: 32768 },
    ])
  })

  test('that another job holds refuses a create with 32775', async () => {
    const { lab, hyperv, vm } = await opened('DC1')
    lab.world.occupy(vm, 30_000)
    await expect(hyperv.create(vm, {})).rejects.toMatchObject({ productCode: '32775' })
    await lab.clock.sleep(31_000)
    await hyperv.create(vm, {})
  })
})

describe('kinds', () => {
  test('standard, production and fallback show by saved state and by the setting they were taken with (C-049, C-051)', async () => {
    const seen = async (vmName: string, type: 3 | 5): Promise<unknown> => {
      const { hyperv, vm, read } = await opened(vmName)
      await hyperv.setCheckpointType(vm, type)
      const { value: id } = await hyperv.create(vm, {})
      const tree = await read()
      expect(tree.fields.checkpointType!.raw).toBe(type)
      const { savedState, userKind, automatic, kind } = byId(tree, id).fields
      expect([automatic, kind]).toMatchObject([
        { field: 'IsAutomaticSnapshot', raw: false },
        { raw: 'Microsoft:Hyper-V:Snapshot:Realized' },
      ])
      return [savedState!.raw, userKind!.raw]
    }
    expect(await seen('DC1', 5)).toEqual([true, 5])
    expect(await seen('DC1', 3)).toEqual([false, 3])
    expect(await seen('LX2', 3)).toEqual([true, 3])
  })

  test('type 2 refuses every create (C-050), and a type that does not exist is refused itself', async () => {
    const { hyperv, vm, read } = await opened('DC1')
    await hyperv.setCheckpointType(vm, 2)
    await expect(hyperv.create(vm, {})).rejects.toMatchObject({ productCode: '32775' })
    await expect(hyperv.setCheckpointType(vm, 7 as never)).rejects.toMatchObject({ productCode: '32773' })
    expect((await read()).checkpoints).toHaveLength(1)
  })

  test('a recovery checkpoint is listed with its kind (C-083), also of a VM that takes none of its own', async () => {
    const { hyperv, vm, read } = await opened('DC1')
    await hyperv.setCheckpointType(vm, 2)
    const { value: id } = await hyperv.create(vm, { kind: 'recovery', name: 'backup' })
    expect(byId(await read(), id).fields).toMatchObject({
      kind: { raw: 'Microsoft:Hyper-V:Snapshot:Recovery' },
      name: { raw: 'backup' },
      savedState: { raw: false },
    })
  })

  test('a VM with a pass-through disk takes none (C-087)', async () => {
    const { hyperv, vm } = await opened('PT6')
    await expect(hyperv.create(vm, {})).rejects.toMatchObject({ productCode: '32770' })
  })

  test('files stand below the checkpoint’s own GUID (C-090)', async () => {
    const { hyperv, vm, read } = await opened('DC1')
    const { value: id } = await hyperv.create(vm, {})
    expect(byId(await read(), id).fields.files).toEqual({
      field: 'ConfigurationFile',
      form: 'value',
      raw: {
        ConfigurationFile: `Snapshots\\${id}.vmcx`,
        GuestStateFile: `Snapshots\\${id}.vmgs`,
        SnapshotDataRoot: String.raw`C:\ProgramData\Microsoft\Windows\Hyper-V`,
        SuspendDataRoot: `Snapshots\\${id}`,
      },
    })
  })
})

describe('removing', () => {
  test('a subtree takes everything below along, and nothing else', async () => {
    const { hyperv, vm, read } = await opened('AP5')
    const create = async (name: string): Promise<Guid> => (await hyperv.create(vm, { name })).value
    const root = await create('root')
    const doomed = await create('doomed')
    await create('below')
    await hyperv.restore(vm, root)
    const other = await create('other branch')
    await hyperv.removeSubtree(vm, doomed)
    const left = await read()
    expect(left.checkpoints.map(({ fields }) => fields.id!.raw).slice(1)).toEqual([root, other])
    expect(left.fields.position!.raw).toBe(other)
  })
})

describe('limits', () => {
  test('the 51st checkpoint is refused and leaves nothing (C-084)', async () => {
    const { hyperv, vm, read } = await opened('AP5')
    for (let count = 1; count < 50; count++) await hyperv.create(vm, {})
    await expect(hyperv.create(vm, {})).rejects.toMatchObject({ productCode: '32768' })
    const { checkpoints, fields } = await read('disks')
    expect(checkpoints).toHaveLength(50)
    expect(chains({ fields, checkpoints })[0]).toHaveLength(51)
  })

  test.each([
    ['refuse', undefined],
    ['truncate', 100],
    ['accept', 101],
  ] as const)('a name of 101 characters: %s', async (longNames, length) => {
    const { hyperv, vm, read } = await opened('AP5', { switches: { world: { longNames } } })
    const { value: id } = await hyperv.create(vm, { name: 'é'.repeat(100) })
    const renamed = hyperv.rename(vm, id, 'x'.repeat(101))
    if (length === undefined) await expect(renamed).rejects.toMatchObject({ productCode: '32773' })
    else await renamed
    expect(String(byId(await read(), id).fields.name!.raw)).toHaveLength(length ?? 100)
  })
})
