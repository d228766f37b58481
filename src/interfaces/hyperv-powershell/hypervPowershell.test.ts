import { afterAll, beforeAll, expect, test } from 'vitest'
import type { Guid } from '../../checkpoint/guid.ts'
import { normalise } from '../../checkpoint/normalise.ts'
import { lazySession } from '../../protocols/powershell/session/lazy.ts'
import { describeWithPowerShell, executable } from '../../protocols/powershell/session/testing/powershell.ts'
import { evidenceOf, evidenceTrail } from '../../recording/trail.ts'
import { nobody, openRig, values, type Rig } from '../powershell/testing/rig.ts'
import { hypervPowershell } from './hypervPowershell.ts'

describeWithPowerShell('hyperv-powershell against the lab', () => {
  let rig: Rig
  beforeAll(async () => {
    rig = await openRig(hypervPowershell)
  }, 120_000)
  afterAll(() => rig[Symbol.asyncDispose]())

  const names = async (vm: Guid): Promise<readonly unknown[]> => values((await rig.through.read(vm)).value, 'name', vm)
  const emptied = async (name: string): Promise<Guid> => {
    const vm = rig.vm(name)
    for (const { id } of rig.lab.world.checkpointsOf(vm).toReversed()) await rig.through.remove(vm, id)
    return vm
  }

  test('says who answers, and that it is a simulator', async () => {
    const { value } = await rig.through.identify()
    expect(value).toMatchObject({ product: 'Hyper-V (snapcheck lab)', origin: 'simulator', build: null })
  })

  test('a VM that the host does not have is null, and changes of it are not shown', async () => {
    expect((await rig.through.read(nobody)).value).toBeNull()
    await expect(rig.through.create(nobody, {})).rejects.toMatchObject({ code: 'SNAPCHECK_NOT_SHOWN' })
    await expect(rig.through.remove(rig.vm('HV7'), nobody)).rejects.toMatchObject({
      code: 'SNAPCHECK_NOT_SHOWN',
      observed: 'no-checkpoint',
    })
  })

  test('creates with a name and shows everything as it was given', async () => {
    const vm = await emptied('HV7')
    const name = 'a <b> & "c" \u96EA \u{1F600} `$(x)'
    const made: Guid[] = []
    const { value: id, evidence } = await rig.through.create(vm, { name, onMade: (each) => void made.push(each) })
    expect(made).toEqual([id])
    expect(evidence).toHaveLength(1)
    const { value } = await rig.through.read(vm)
    const { fields } = value!.checkpoints[0]!
    expect(fields).toMatchObject({
      id: { field: 'Id', raw: id.toLowerCase() },
      vm: { field: 'VMId', raw: vm.toLowerCase() },
      name: { field: 'Name', raw: name },
      comment: { field: 'Notes', raw: '' },
      parent: { field: 'ParentSnapshotId', form: 'null' },
      kind: { field: 'SnapshotType', raw: 'Standard' },
      automatic: { field: 'IsAutomaticCheckpoint', raw: false },
    })
    expect(fields.typeNames!.raw).toContain('Microsoft.HyperV.PowerShell.VMSnapshot')
    const created = normalise('createdTime', fields.createdTime!, vm)
    expect(created).toMatchObject({ rule: 'N-time-zoned', value: expect.stringMatching(/^2026-01-15T09:/) })
    expect(value!.fields).toMatchObject({
      vmName: { raw: 'HV7' },
      vmState: { field: 'State', raw: 'Off' },
      checkpointType: { field: 'CheckpointType', raw: 'Production' },
      host: { field: 'ComputerName', raw: rig.lab.world.hosts[0]!.name },
    })
    expect(normalise('position', value!.fields.position!, vm).value).toBe(id)
    expect(normalise('vmState', value!.fields.vmState!, vm).value).toBe('off')
  })

  test('leaves the name to the product where none is asked for', async () => {
    const vm = await emptied('HV7')
    await rig.through.create(vm, {})
    expect(await names(vm)).toEqual([expect.stringMatching(/^HV7 - \(/)])
  })

  test('shows a branched tree, renames, and removes a checkpoint in its middle, and then a subtree', async () => {
    const vm = await emptied('HV7')
    const create = async (name: string): Promise<Guid> => (await rig.through.create(vm, { name })).value
    const root = await create('root')
    const middle = await create('middle')
    const leaf = await create('leaf')
    await rig.through.restore(vm, root)
    const branch = await create('branch')
    await rig.through.rename(vm, branch, 'branch, renamed')

    const tree = (await rig.through.readTree(vm)).value
    expect(values(tree, 'id', vm)).toEqual([root, middle, leaf, branch])
    expect(values(tree, 'name', vm)).toEqual(['root', 'middle', 'leaf', 'branch, renamed'])
    expect(values(tree, 'parent', vm)).toEqual([null, root, middle, root])

    await rig.through.remove(vm, middle)
    expect(values((await rig.through.read(vm)).value, 'parent', vm)).toEqual([null, root, root])
    await rig.through.removeSubtree(vm, root)
    expect((await rig.through.read(vm)).value!.checkpoints).toEqual([])
  })

  test('a name with wildcard characters is one checkpoint and no pattern', async () => {
    const vm = await emptied('HV7')
    const wild = (await rig.through.create(vm, { name: '[a-z]*?' })).value
    await rig.through.create(vm, { name: 'b plain' })
    await rig.through.rename(vm, wild, '*')
    expect(await names(vm)).toEqual(['*', 'b plain'])
    await rig.through.restore(vm, wild)
    await rig.through.remove(vm, wild)
    expect(await names(vm)).toEqual(['b plain'])
  })

  test('sets the state, the notes and the checkpoint type of a VM', async () => {
    const vm = rig.vm('HV7')
    const seen: unknown[] = []
    for (const state of ['running', 'paused', 'running', 'saved', 'off', 'off'] as const) {
      await rig.through.setVmState(vm, state)
      const { fields } = (await rig.through.read(vm)).value!
      seen.push(normalise('vmState', fields.vmState!, vm).value)
    }
    expect(seen).toEqual(['running', 'paused', 'running', 'saved', 'off', 'off'])
    await rig.through.setVmNotes(vm, "it's\r\n$(notes)")
    await rig.through.setCheckpointType(vm, 5)
    expect((await rig.through.read(vm)).value!.fields).toMatchObject({
      vmNotes: { raw: "it's\r\n$(notes)" },
      checkpointType: { raw: 'Standard' },
    })
  })

  test("the product's refusals carry its id and their evidence", async () => {
    const vm = await emptied('HV7')
    await rig.through.setCheckpointType(vm, 2)
    const refused = await rig.through.create(vm, {}).catch((error: unknown) => error)
    await rig.through.setCheckpointType(vm, 3)
    expect(refused).toMatchObject({ code: 'SNAPCHECK_PRODUCT_REFUSED', productCode: 'InvalidOperation' })
    const { body, mediaType } = rig.store.get(evidenceOf(refused).at(-1)!)!
    expect(mediaType).toBe('text/plain')
    expect(body).toContain('CALL src/interfaces/hyperv-powershell/scripts/hyper-v.ps1')
    expect(body).toContain('TERMINATED')
    expect(body).toContain('"id":"InvalidOperation,Microsoft.HyperV.PowerShell.Commands.CheckpointVM"')
    const id = (await rig.through.create(vm, {})).value
    await expect(rig.through.rename(vm, id, '')).rejects.toMatchObject({ code: 'SNAPCHECK_PRODUCT_REFUSED' })
  })

  test('what it cannot do is refused before anything is sent', async () => {
    const vm = rig.vm('HV7')
    const before = rig.store.all().length
    const attempts = [
      rig.through.create(vm, { comment: 'c' }),
      rig.through.create(vm, { kind: 'recovery' }),
      rig.through.setComment(vm, nobody, 'c'),
      rig.through.hostTime(),
    ]
    for (const attempt of attempts) await expect(attempt).rejects.toMatchObject({ code: 'SNAPCHECK_UNSUPPORTED' })
    await expect(rig.through.rename(vm, nobody, '\uFFFE')).rejects.toMatchObject({ code: 'SNAPCHECK_CANNOT_CARRY' })
    expect(rig.store.all().length - before).toBeLessThanOrEqual(1)
  })

  test('goes on after it was closed, with a new process', async () => {
    await rig.through.close()
    expect((await rig.through.read(rig.vm('HV7'))).value).not.toBeNull()
  })

  test('a PowerShell without the module says so, and not that a VM is absent', async () => {
    const calls = lazySession({ executable, environment: { PSModulePath: '' } })
    const bare = hypervPowershell({ label: 'no module', calls, trail: evidenceTrail() })
    try {
      await expect(bare.read(nobody)).rejects.toMatchObject({ code: 'SNAPCHECK_POWERSHELL_MODULE' })
      await expect(bare.identify()).rejects.toMatchObject({ code: 'SNAPCHECK_POWERSHELL_MODULE' })
    } finally {
      await bare.close()
    }
  })
})

describeWithPowerShell('evidence of hyperv-powershell', () => {
  test('two sessions with one seed leave the same, without port or password', async () => {
    const digests = async (): Promise<readonly string[]> => {
      await using rig = await openRig(hypervPowershell)
      const vm = rig.vm('HV7')
      await rig.through.identify()
      const { value: id } = await rig.through.create(vm, { name: 'x' })
      await rig.through.read(vm)
      await rig.through.remove(vm, id)
      return rig.digests()
    }
    const first = await digests()
    expect(first).toHaveLength(4)
    expect(await digests()).toEqual(first)
  }, 60_000)
})
