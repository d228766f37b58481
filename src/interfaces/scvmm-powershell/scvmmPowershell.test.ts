import { afterAll, beforeAll, expect, test } from 'vitest'
import type { Guid } from '../../checkpoint/guid.ts'
import { normalise } from '../../checkpoint/normalise.ts'
import type { LabOptions } from '../../lab/lab.ts'
import { describeWithPowerShell } from '../../protocols/powershell/session/testing/powershell.ts'
import { evidenceOf } from '../../recording/trail.ts'
import { nobody, openRig, values, type Rig } from '../powershell/testing/rig.ts'
import { scvmmPowershell } from './scvmmPowershell.ts'

const open = (refreshes = false, options: Partial<LabOptions> = {}): Promise<Rig> =>
  openRig((connection) => scvmmPowershell({ ...connection, computer: 'localhost', refreshes }), options)

describeWithPowerShell('scvmm-powershell against the lab', () => {
  let rig: Rig
  beforeAll(async () => {
    rig = await open()
  }, 120_000)
  afterAll(() => rig[Symbol.asyncDispose]())

  const emptied = async (name: string): Promise<Guid> => {
    const vm = rig.vm(name)
    const read = (await rig.through.read(vm)).value
    for (const id of values(read, 'id', vm).toReversed()) await rig.through.remove(vm, id as Guid)
    return vm
  }

  test('says who answers, and that it is a simulator', async () => {
    const { value } = await rig.through.identify()
    expect(value).toMatchObject({ product: 'System Center Virtual Machine Manager (snapcheck lab)', origin: 'simulator' })
  })

  test('a VM that VMM does not have is null, and changes of it are not shown', async () => {
    expect((await rig.through.read(nobody)).value).toBeNull()
    await expect(rig.through.create(nobody, {})).rejects.toMatchObject({ code: 'SNAPCHECK_NOT_SHOWN', observed: 'no-vm' })
    await expect(rig.through.rename(rig.vm('HV7'), nobody, 'x')).rejects.toMatchObject({ observed: 'no-checkpoint' })
  })

  test('creates with a name and a comment, and shows everything as it was given', async () => {
    const vm = await emptied('HV7')
    const [name, comment] = ['a <b> & "c" \u96EA \u{1F600} `$(x)', ' line 1\r\nline 2\t\u2019 ']
    const made: Guid[] = []
    const { value: id } = await rig.through.create(vm, { name, comment, onMade: (each) => void made.push(each) })
    expect(made).toEqual([id])
    expect(rig.lab.world.checkpoint(id)?.name).toBe(name)
    const { value } = await rig.through.read(vm, ['jobs'])
    const { fields } = value!.checkpoints[0]!
    expect(fields).toMatchObject({
      id: { field: 'CheckpointID', raw: id },
      databaseId: { field: 'ID', form: 'value' },
      name: { field: 'Name', raw: name },
      comment: { field: 'Description', raw: comment },
      parent: { field: 'ParentCheckpointID', raw: vm },
    })
    expect(fields.vm!.raw).toBe(value!.fields.vmDatabaseId!.raw)
    expect(fields.databaseId!.raw).not.toBe(id.toLowerCase())
    expect(fields.typeNames!.raw).toContain('Microsoft.SystemCenter.VirtualMachineManager.VMSnapshot')
    expect(fields.typeNames!.raw).toContain('Microsoft.SystemCenter.VirtualMachineManager.VMCheckpoint')
    expect(normalise('createdTime', fields.createdTime!, vm).value).toMatch(/^2026-01-15T09:/)
    expect(value!.fields).toMatchObject({
      vmId: { field: 'VMId', raw: vm },
      vmName: { raw: 'HV7' },
      vmState: { field: 'VirtualMachineState', raw: 'PowerOff' },
      position: { field: 'LastRestoredCheckpointID', raw: id },
    })
    const jobs = value!.fields.jobs!.raw as readonly { readonly CmdletName: string }[]
    expect(jobs[0]).toMatchObject({ CmdletName: 'New-SCVMCheckpoint', Status: 'Completed', IsCompleted: true })
  })

  test('leaves the name to the product where none is asked for', async () => {
    const vm = await emptied('HV7')
    await rig.through.create(vm, {})
    expect(values((await rig.through.read(vm)).value, 'name', vm)).toEqual([expect.stringMatching(/^HV7 - \(\d\d\/\d\d\/\d{4} /)])
  })

  test('shows a branched tree, renames, comments, and removes a checkpoint in its middle', async () => {
    const vm = await emptied('HV7')
    const create = async (name: string): Promise<Guid> => (await rig.through.create(vm, { name })).value
    const root = await create('root')
    const middle = await create('middle')
    const leaf = await create('leaf')
    await rig.through.restore(vm, root)
    const branch = await create('branch')
    await rig.through.rename(vm, branch, 'branch, renamed')
    await rig.through.setComment(vm, leaf, 'leaf notes')

    const tree = (await rig.through.readTree(vm)).value
    expect(values(tree, 'id', vm)).toEqual([root, middle, leaf, branch])
    expect(values(tree, 'name', vm)).toEqual(['root', 'middle', 'leaf', 'branch, renamed'])
    expect(values(tree, 'comment', vm)).toEqual(['', '', 'leaf notes', ''])
    expect(values(tree, 'parent', vm)).toEqual([null, root, middle, root])
    await rig.through.setComment(vm, leaf, '')
    await rig.through.remove(vm, middle)
    const after = (await rig.through.read(vm)).value
    expect(values(after, 'comment', vm)).toEqual(['', '', ''])
    expect(values(after, 'parent', vm)).toEqual([null, root, root])
  })

  test('a name with wildcard characters is one checkpoint and no pattern', async () => {
    const vm = await emptied('HV7')
    const wild = (await rig.through.create(vm, { name: '[a-z]*?' })).value
    await rig.through.create(vm, { name: 'b plain' })
    await rig.through.rename(vm, wild, '*')
    await rig.through.restore(vm, wild)
    await rig.through.remove(vm, wild)
    expect(values((await rig.through.read(vm)).value, 'name', vm)).toEqual(['b plain'])
  })

  test('starts and stops a VM; saving and pausing is refused before anything is sent', async () => {
    const vm = rig.vm('HV7')
    for (const state of ['running', 'running', 'off'] as const) {
      await rig.through.setVmState(vm, state)
      expect(normalise('vmState', (await rig.through.read(vm)).value!.fields.vmState!, vm).value).toBe(state)
    }
    const attempts = [
      rig.through.setVmState(vm, 'saved'),
      rig.through.setVmState(vm, 'paused'),
      rig.through.removeSubtree(vm, nobody),
      rig.through.create(vm, { kind: 'recovery' }),
      rig.through.setVmNotes(vm, 'x'),
      rig.through.setCheckpointType(vm, 3),
      rig.through.hostTime(),
    ]
    for (const attempt of attempts) await expect(attempt).rejects.toMatchObject({ code: 'SNAPCHECK_UNSUPPORTED' })
  })

  test("the product's refusals carry VMM's number and their evidence", async () => {
    const vm = await emptied('HV7')
    const { value: id } = await rig.through.create(vm, { name: 'gone on the host' })
    const { job } = rig.lab.world.destroyCheckpoint(id)
    while (job!.state === 4) await rig.lab.clock.sleep(100)
    const refused = await rig.through.restore(vm, id).catch((error: unknown) => error)
    expect(refused).toMatchObject({ code: 'SNAPCHECK_PRODUCT_REFUSED', productCode: '12711' })
    expect(rig.store.get(evidenceOf(refused).at(-1)!)!.body).toContain('"id":"12711,')
  })
})

describeWithPowerShell('what VMM has not seen yet', () => {
  const outside = async (rig: Rig, vm: Guid): Promise<Guid> => {
    const { job } = rig.lab.world.createCheckpoint(vm, { through: 'hyper-v', name: 'outside' })
    while (job!.state === 4) await rig.lab.clock.sleep(100)
    return rig.lab.world.checkpointsOf(vm).at(-1)!.id
  }

  test.each([true, false])(
    'is shown by a read only where the run allows refreshes (%s)',
    async (refreshes) => {
      await using rig = await open(refreshes)
      const vm = rig.vm('HV7')
      const id = await outside(rig, vm)
      expect(values((await rig.through.readTree(vm)).value, 'id', vm)).not.toContain(id)
      expect(values((await rig.through.read(vm)).value, 'id', vm).includes(id)).toBe(refreshes)
      expect(rig.through.unsupported.some(({ what }) => what === 'refresh')).toBe(!refreshes)
    },
    60_000,
  )

  test('two sessions with one seed leave the same evidence, without port or password', async () => {
    const digests = async (): Promise<readonly string[]> => {
      await using rig = await open(true)
      const vm = rig.vm('HV7')
      await rig.through.identify()
      const { value: id } = await rig.through.create(vm, { name: 'x', comment: 'y' })
      await rig.through.read(vm, ['jobs'])
      await rig.through.remove(vm, id)
      return rig.digests()
    }
    const first = await digests()
    expect(first).toHaveLength(4)
    expect(await digests()).toEqual(first)
  }, 60_000)
})
