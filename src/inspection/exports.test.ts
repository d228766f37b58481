import { describe, expect, it } from 'vitest'
import { inspectFiles } from './inspect.ts'
import { exported, recordedCheckpoints, temporaryFolder, type Encoded } from './testing/files.ts'
import { guid, inspected, row, shown } from './testing/objects.ts'

const checkpoints = recordedCheckpoints()
const vm = 'Microsoft.SystemCenter.VirtualMachineManager.VM'

describe('Get-SCVMCheckpoint | Export-Clixml', () => {
  it('was cut out of the recording: nine checkpoints', () => expect(checkpoints).toHaveLength(9))

  it.each<Encoded>(['utf-16le with BOM', 'utf-16be with BOM', 'utf-16le', 'utf-8', 'utf-8 with BOM'])('is read in %s', async (encoded) => {
    using folder = temporaryFolder()
    const { kind, stories } = await inspected(folder, exported(checkpoints), encoded)
    expect(kind).toBe('scvmm-objects-clixml')
    expect(stories[0]!.views.flatMap((view) => view.checkpoints)).toHaveLength(9)
    const [first] = stories[0]!.views
    expect(first!.observations).toMatchObject({ vmName: { field: 'VM', raw: 'ERP_A1' }, vmDatabaseId: { field: 'VMId' } })
    expect(first!.checkpoints[0]!.observations.objectType?.raw).toBe('VMSnapshot')
  })

  it('is read where the objects are one list (-InputObject), and after an import (Deserialized.)', async () => {
    using folder = temporaryFolder()
    const list = `<Obj RefId="list"><LST>${checkpoints.join('').replaceAll('<T>Microsoft', '<T>Deserialized.Microsoft')}</LST></Obj>`
    const { stories } = await inspected(folder, exported([list]))
    const all = stories[0]!.views.flatMap((view) => view.checkpoints)
    expect(all).toHaveLength(9)
    expect(all[0]!.observations.typeNames?.raw).toEqual(expect.arrayContaining(['Microsoft.SystemCenter.VirtualMachineManager.VMSnapshot']))
  })

  it('takes the VM from the object that the first row holds and the others refer to', async () => {
    using folder = temporaryFolder()
    const object = `<Obj N="VM" RefId="vm"><TN><T>${vm}</T></TN><Props><S N="Name">one</S><S N="VMId">${guid(1)}</S><G N="ID">${guid(2)}</G><S N="LastRestoredCheckpointID">${guid(11)}</S></Props></Obj>`
    const clixmlRow = (number: number, held: string): string =>
      `<Obj><Props><S N="CheckpointID">${guid(number)}</S><S N="ParentCheckpointID">${guid(1)}</S><G N="VMId">${guid(2)}</G>${held}</Props></Obj>`
    const { stories } = await inspected(folder, exported([clixmlRow(10, object), clixmlRow(11, '<Ref N="VM" RefId="vm" />')]))
    expect(shown(stories)).toEqual([[guid(1), [guid(10), guid(11)]]])
    expect(stories[0]!.views[0]!.observations).toMatchObject({ position: { normalised: guid(11) }, vmId: { field: 'VMId' } })
    expect(stories[0]!.views[0]!.checkpoints[0]!.observations.parent).toMatchObject({ normalised: null })
  })
})

describe('Get-SCVMCheckpoint | ConvertTo-Json', () => {
  it.each([
    ['a list', [row(10), row(11)]],
    ['one object', row(10)],
  ])('is read as %s', async (_what, value) => {
    using folder = temporaryFolder()
    const { kind, stories } = await inspected(folder, JSON.stringify(value), 'utf-16le with BOM')
    expect(kind).toBe('scvmm-objects-json')
    expect(shown(stories)).toEqual([[guid(2), (Array.isArray(value) ? value : [value]).map(({ CheckpointID }) => CheckpointID)]])
    expect(stories[0]!.views[0]!.checkpoints[0]!.observations.comment).toMatchObject({
      raw: ' kept as it is ',
      normalised: ' kept as it is ',
    })
  })

  it('tells null from absent, and unwraps what 5.1 puts around a time', async () => {
    using folder = temporaryFolder()
    const { Description: _left, ...without } = row(10)
    const { stories } = await inspected(
      folder,
      JSON.stringify([
        row(10, { Description: null }),
        { ...without, AddedTime: { value: '/Date(1400000000000)/', DisplayHint: 2, DateTime: 'words' } },
      ]),
    )
    const [first, second] = stories[0]!.views[0]!.checkpoints
    expect(first!.observations.comment).toMatchObject({ form: 'null', raw: null })
    expect(second!.observations.comment).toMatchObject({ form: 'absent', raw: null })
    expect(second!.observations.createdTime).toMatchObject({ raw: '/Date(1400000000000)/' })
  })

  it('before and after of one VM are one series', async () => {
    using folder = temporaryFolder()
    const later = { ModifiedTime: '/Date(1500000000000)/' }
    const after = folder.write('a-after.json', JSON.stringify([row(10, later), row(11, later)]))
    const before = folder.write('b-before.json', JSON.stringify([row(10)]))
    const { stories } = await inspectFiles([after, before])
    expect(stories).toHaveLength(1)
    expect(stories[0]!.views.map(({ title }) => title.split('/').at(-1))).toEqual(['b-before.json', 'a-after.json'])
  })
})
