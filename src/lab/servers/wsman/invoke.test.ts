import { describe, expect, it } from 'vitest'
import { startLab, type Lab } from '../../lab.ts'
import { createSnapshot, enumerateAll, get, invoke, reference, wmi } from './testing/envelopes.ts'
import { found, postRaw, textOf, type RawAnswer } from './testing/raw-client.ts'

const snapshots = 'Msvm_VirtualSystemSnapshotService'
const management = 'Msvm_VirtualSystemManagementService'

const returned = ({ body }: RawAnswer): number => Number(textOf(body, 'ReturnValue'))
const jobIn = ({ body }: RawAnswer): string | undefined => found(found(body, 'Job')[0], 'Selector')[0]?.text
const subcode = ({ body }: RawAnswer): string | undefined => found(body, 'Subcode')[0]?.children[0]?.text

function onCheckpoint(method: string, parameter: string, checkpoint: string): string {
  return invoke(snapshots, method, { [parameter]: reference('Msvm_VirtualSystemSettingData', { InstanceID: `Microsoft:${checkpoint}` }) })
}

function modify(properties: string, className = 'Msvm_VirtualSystemSettingData'): string {
  return invoke(management, 'ModifySystemSettings', {
    SystemSettings: `<![CDATA[<INSTANCE CLASSNAME="${className}">${properties}</INSTANCE>]]>`,
  })
}

const text = (name: string, value: string): string => `<PROPERTY NAME="${name}" TYPE="string"><VALUE>${value}</VALUE></PROPERTY>`
const notes = (...values: readonly string[]): string =>
  `<PROPERTY.ARRAY NAME="Notes" TYPE="string"><VALUE.ARRAY>${values.map((value) => `<VALUE>${value}</VALUE>`).join('')}</VALUE.ARRAY></PROPERTY.ARRAY>`

/** Waits, and tells how the job of an answer has ended. */
async function ended(lab: Lab, answer: RawAnswer): Promise<Readonly<Record<'state' | 'error', number>>> {
  expect(returned(answer)).toBe(4096)
  await lab.clock.sleep(10_000)
  const { body } = await postRaw(lab, get('Msvm_ConcreteJob', { InstanceID: jobIn(answer)! }))
  return { state: Number(textOf(body, 'JobState')), error: Number(textOf(body, 'ErrorCode')) }
}

async function affected(lab: Lab, job: string): Promise<readonly (readonly [string, string])[]> {
  const { body } = await postRaw(lab, enumerateAll(`${wmi}Msvm_AffectedJobElement`))
  return found(body, 'Msvm_AffectedJobElement')
    .filter((row) => found(row.children[1], 'Selector')[0]?.text === job)
    .map((row) => [found(row.children[0], 'Selector').at(-1)!.text, textOf(row, 'ElementEffects')!])
}

describe('CreateSnapshot', () => {
  it('answers 4096 and a job, without the snapshot, which is found through the job once that has ended', async () => {
    await using lab = await startLab({ seed: 'create' })
    const vm = lab.vms[0]!.id
    const answer = await postRaw(lab, createSnapshot(vm))
    expect(returned(answer)).toBe(4096)
    expect(answer.body!.children.map(({ name }) => name)).toEqual(['Job', 'ResultingSnapshot', 'ReturnValue'])
    expect(found(answer.body, 'Job')[0]!.children.map(({ name }) => name)).toEqual(['Address', 'ReferenceParameters'])
    expect(found(answer.body, 'ResultingSnapshot')[0]!.attributes.map(({ name, value }) => [name, value])).toEqual([['nil', 'true']])

    const job = jobIn(answer)!
    expect(textOf((await postRaw(lab, get('Msvm_ConcreteJob', { InstanceID: job }))).body, 'JobState')).toBe('4')
    expect(await affected(lab, job)).toEqual([[vm, '0']])
    await lab.clock.sleep(10_000)
    const done = (await postRaw(lab, get('Msvm_ConcreteJob', { InstanceID: job }))).body
    expect([textOf(done, 'JobState'), textOf(done, 'JobType'), textOf(done, 'ErrorCode')]).toEqual(['7', '70', '0'])
    const made = lab.world.checkpointsOf(vm)[1]!
    expect(await affected(lab, job)).toEqual([
      [vm, '0'],
      [`Microsoft:${made.id}`, '5'],
    ])

    const settings = (await postRaw(lab, get('Msvm_VirtualSystemSettingData', { InstanceID: `Microsoft:${made.id}` }))).body
    expect(textOf(settings, 'ElementName')).toBe('HV4 - (1/15/2026 - 9:00:00 AM)')
    expect(textOf(settings, 'Parent')).toBe(
      `\\\\HV01\\root\\virtualization\\v2:Msvm_VirtualSystemSettingData.InstanceID="Microsoft:${made.parent}"`,
    )
  })

  it('shows the VM as busy meanwhile', async () => {
    await using lab = await startLab({ seed: 'busy' })
    await postRaw(lab, createSnapshot(lab.vms[0]!.id))
    const { body } = await postRaw(lab, get('Msvm_ComputerSystem', { Name: lab.vms[0]!.id }))
    expect(found(body, 'OperationalStatus').map(({ text: value }) => value)).toEqual(['11', '32768'])
  })

  it('takes the Name of the VM alone, an embedded setting of either class, and no wrapper', async () => {
    await using lab = await startLab({ seed: 'forms' })
    const [first, second, third] = lab.vms.map(({ id }) => reference('Msvm_ComputerSystem', { Name: id }))
    const create = (parameters: Readonly<Record<string, string>>): Promise<RawAnswer> =>
      postRaw(lab, invoke(snapshots, 'CreateSnapshot', parameters))
    expect(returned(await create({ AffectedSystem: first! }))).toBe(4096)
    expect(
      returned(
        await create({
          SnapshotType: '2',
          AffectedSystem: second!,
          SnapshotSettings: '&lt;INSTANCE CLASSNAME="Msvm_VirtualSystemSnapshotSettingData"/>',
        }),
      ),
    ).toBe(4096)
    expect(returned(await create({ AffectedSystem: third!, SnapshotSettings: '&lt;INSTANCE CLASSNAME="Msvm_Dream"/>' }))).toBe(32773)
    expect(returned(await create({ AffectedSystem: third!, SnapshotType: '3' }))).toBe(32770)
    expect(returned(await create({ AffectedSystem: reference('Msvm_ComputerSystem', { Name: 'HV01' }) }))).toBe(32773)
    expect(subcode(await create({ AffectedSystem: `<a:EndpointReference>${third}</a:EndpointReference>` }))).toBe('w:SchemaValidationError')
    expect(subcode(await create({ AffectedSystem: third!, SnapshotType: 'many' }))).toBe('w:SchemaValidationError')
    expect(subcode(await create({ AffectedSystem: third!, SnapshotName: 'mine' }))).toBe('w:SchemaValidationError')
  })

  it('forgets the job five minutes after its end', async () => {
    await using lab = await startLab({ seed: 'forget' })
    const job = jobIn(await postRaw(lab, createSnapshot(lab.vms[0]!.id)))!
    await lab.clock.sleep(2_000 + 300_000)
    const gone = await postRaw(lab, get('Msvm_ConcreteJob', { InstanceID: job }))
    expect([gone.status, subcode(gone)]).toEqual([500, 'a:DestinationUnreachable'])
    expect(await affected(lab, job)).toEqual([])
  })
})

describe('apply and destroy', () => {
  it('apply answers 32775 on a running VM and a job on an off one', async () => {
    await using lab = await startLab({ seed: 'apply' })
    const vm = lab.vms[0]!.id
    const witness = lab.world.vm(vm)!.position!
    expect(returned(await postRaw(lab, onCheckpoint('ApplySnapshot', 'Snapshot', witness)))).toBe(32775)
    lab.world.setVmState(vm, 'off')
    expect(await ended(lab, await postRaw(lab, onCheckpoint('ApplySnapshot', 'Snapshot', witness)))).toEqual({ state: 7, error: 0 })
    const { body } = await postRaw(lab, enumerateAll(`${wmi}Msvm_LastAppliedSnapshot`))
    expect(found(found(body, 'Antecedent')[0], 'Selector')[0]!.text).toBe(`Microsoft:${witness}`)
    expect(textOf((await postRaw(lab, get('Msvm_ComputerSystem', { Name: vm }))).body, 'EnabledState')).toBe('6')
  })

  it('destroy removes one, destroy tree all below; each has a parameter name of its own', async () => {
    await using lab = await startLab({ seed: 'destroy' })
    const vm = lab.vms[2]!.id
    for (let count = 0; count < 4; count++) expect((await ended(lab, await postRaw(lab, createSnapshot(vm)))).state).toBe(7)
    const [first, second, third] = lab.world.checkpointsOf(vm).map(({ id }) => id)
    expect(subcode(await postRaw(lab, onCheckpoint('DestroySnapshot', 'Snapshot', first!)))).toBe('w:SchemaValidationError')
    expect((await ended(lab, await postRaw(lab, onCheckpoint('DestroySnapshot', 'AffectedSnapshot', second!)))).state).toBe(7)
    expect(lab.world.checkpoint(third!)!.parent).toBe(first)
    expect((await ended(lab, await postRaw(lab, onCheckpoint('DestroySnapshotTree', 'SnapshotSettingData', third!)))).state).toBe(7)
    expect(lab.world.checkpointsOf(vm).map(({ id }) => id)).toEqual([first])
    expect(returned(await postRaw(lab, onCheckpoint('DestroySnapshot', 'AffectedSnapshot', third!)))).toBe(32773)
  })
})

describe('ModifySystemSettings', () => {
  it('renames and writes notes, of what is sent only, whatever characters they hold', async () => {
    await using lab = await startLab({ seed: 'modify' })
    const checkpoint = lab.world.vm(lab.vms[0]!.id)!.position!
    const id = text('InstanceID', `Microsoft:${checkpoint.toLowerCase()}`)
    expect(
      await ended(lab, await postRaw(lab, modify(id + text('ElementName', 'a &lt;b&gt; &amp; ]]&gt; <![CDATA[<c>]]]]><![CDATA[> ä 😀')))),
    ).toEqual({ state: 7, error: 0 })
    expect(lab.world.checkpoint(checkpoint)).toMatchObject({ name: 'a <b> & ]]> <c> ä 😀', notes: [''] })
    await ended(lab, await postRaw(lab, modify(id + notes('first\nline', ''))))
    expect(lab.world.checkpoint(checkpoint)).toMatchObject({ name: 'a <b> & ]]> <c> ä 😀', notes: ['first\nline', ''] })
    const { body } = await postRaw(lab, get('Msvm_VirtualSystemSettingData', { InstanceID: `Microsoft:${checkpoint}` }))
    expect(found(body, 'Notes').map(({ text: value }) => value)).toEqual(['first\nline', ''])
  })

  it('of a whole instance, read-only values included, ends in an exception of the job and changes nothing', async () => {
    await using lab = await startLab({ seed: 'whole' })
    const checkpoint = lab.world.vm(lab.vms[0]!.id)!.position!
    const before = lab.world.checkpoint(checkpoint)
    const whole =
      text('InstanceID', `Microsoft:${checkpoint}`) +
      text('ElementName', 'renamed') +
      text('VirtualSystemType', 'Microsoft:Hyper-V:Snapshot:Realized')
    const { state, error } = await ended(lab, await postRaw(lab, modify(whole)))
    expect(state).toBe(10)
    expect(error).toBeGreaterThan(0)
    expect(lab.world.checkpoint(checkpoint)).toEqual(before)
  })

  it('refuses a blank or long name, an unknown object, class or property, and settings that are no CIM-XML', async () => {
    await using lab = await startLab({ seed: 'refuse' })
    const id = text('InstanceID', `Microsoft:${lab.vms[0]!.id}`)
    for (const properties of [
      id + text('ElementName', ' '),
      id + text('ElementName', 'x'.repeat(101)),
      text('ElementName', 'x'),
      text('InstanceID', 'Microsoft:nobody'),
      id + text('Nonsense', 'x'),
    ]) {
      expect(returned(await postRaw(lab, modify(properties)))).toBe(32773)
    }
    expect(returned(await postRaw(lab, modify(id, 'Msvm_ProcessorSettingData')))).toBe(32773)
    expect(returned(await postRaw(lab, invoke(management, 'ModifySystemSettings', { SystemSettings: 'not xml' })))).toBe(32773)
    const tree = '<p:Msvm_VirtualSystemSettingData><p:ElementName>x</p:ElementName></p:Msvm_VirtualSystemSettingData>'
    expect(subcode(await postRaw(lab, invoke(management, 'ModifySystemSettings', { SystemSettings: tree })))).toBe(
      'w:SchemaValidationError',
    )
    expect(lab.world.vm(lab.vms[0]!.id)!.name).toBe('HV4')
  })
})
