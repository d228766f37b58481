import { describe, expect, it } from 'vitest'
import type { Story, View } from '../judgement/observation.ts'
import { inspectFiles } from './inspect.ts'
import { inventories2017, inventory2014 } from './testing/files.ts'
import { only } from './testing/only-story.ts'

const named = (story: Story, name: string, stage = 0): View =>
  story.views.find((view) => view.stage === stage && view.observations.vmName?.raw === name) ?? expect.fail(`no ${name} at ${stage}`)
const checkpointsOf = (story: Story): number => story.views.reduce((sum, view) => sum + view.checkpoints.length, 0)

describe('the inventory of 2014 (CLIXML, SCVMM 2012 R2)', () => {
  it('shows 23 VMs with 9 checkpoints on 5 of them, as PROVENANCE.md counts', async () => {
    const story = only(await inspectFiles([inventory2014]))
    expect(story).toMatchObject({ scenario: 'inspect.1', acts: [] })
    expect(story.views).toHaveLength(23)
    expect(checkpointsOf(story)).toBe(9)
    expect(story.views.filter((view) => view.checkpoints.length > 0)).toHaveLength(5)
  })

  it('reads every field of a checkpoint, the two that are one object by reference included', async () => {
    const vm = named(only(await inspectFiles([inventory2014])), 'ERP_A1')
    const raw = (view: View['checkpoints'][number]): unknown =>
      Object.fromEntries(Object.entries(view.observations).map(([property, { field, raw }]) => [property, [field, raw]]))
    expect(vm.checkpoints.map(({ id }) => id)).toEqual(['09B80F26-86C7-4E63-85F4-B955DE2E0CE9', '8177F775-A05A-48A8-BA62-CDDC653FA8E7'])
    expect(raw(vm.checkpoints[0]!)).toEqual({
      id: ['CheckpointID', '09B80F26-86C7-4E63-85F4-B955DE2E0CE9'],
      databaseId: ['ID', '5d003a12-4b17-4a97-babc-50ca5abfa911'],
      vm: ['VMId', '0c5c2295-7984-4895-8f4b-7b8d5825bb99'],
      name: ['Name', 'ERP_A - (05/06/2014 14:32:10)'],
      comment: ['Description', ''],
      createdTime: ['AddedTime', '2014-05-06T14:32:17.087-07:00'],
      modifiedTime: ['ModifiedTime', '2014-06-03T13:04:24.523-07:00'],
      parent: ['ParentCheckpointID', '9F4E4BDD-F515-45F0-B106-9DF92025D045'],
      objectType: ['ObjectType', 'VMSnapshot'],
      typeNames: [
        'type names',
        ['VMSnapshot', 'VMCheckpoint', 'LibObjectBase', 'ClientObject']
          .map((name) => `Microsoft.SystemCenter.VirtualMachineManager.${name}`)
          .concat('System.Object'),
      ],
    })
    expect(vm).toMatchObject({
      vm: '9F4E4BDD-F515-45F0-B106-9DF92025D045',
      via: 'file',
      settled: 'file',
      witness: true,
      origin: 'product',
      interface: 'scvmm-powershell',
    })
    expect(vm.checkpoints[0]!.observations.parent).toMatchObject({ normalised: null, normalisation: 'N-root-is-vm' })
    expect(vm.observations.position?.normalised).toBe('8177F775-A05A-48A8-BA62-CDDC653FA8E7')
    expect(vm.observations.checkpointLocation?.raw).toBe('H:\\ERP_A\\')
  })

  it('takes null and the empty text of VMs in the library for what they are', async () => {
    const story = only(await inspectFiles([inventory2014]))
    const stored = story.views.filter((view) => view.observations.checkpointLocation?.form === 'null')
    expect(stored.length).toBeGreaterThan(0)
    for (const view of stored) expect(view.observations.position).toMatchObject({ form: 'value', raw: '', normalised: null })
  })

  it('knows the builds that the file states', async () => {
    const { participants, files } = await inspectFiles([inventory2014])
    expect(participants).toEqual([
      expect.objectContaining({ role: 'vmm-server', build: '3.2.7510.0', version: '2012 R2', origin: 'product' }),
      expect.objectContaining({ role: 'hyperv-host', build: '6.3.9600.17039', version: 'Windows Server 2012 R2', origin: 'product' }),
      expect.objectContaining({ role: 'hyperv-host', build: '6.3.9600.17031', origin: 'product' }),
    ])
    expect(files).toEqual([
      expect.objectContaining({
        kind: 'scvmm-inventory-clixml',
        bytes: 1_915_774,
        evidenceDigest: 'sha256:20462cd40088907aae567d105a999e2afe328bc1bf45167b94d3e574568fdf2e',
        provenance: expect.objectContaining({ sourceKind: 'third-party', file: expect.objectContaining({ recorded: '2014-06-03' }) }),
      }),
    ])
  })
})

describe('the inventories of 2017 (JSON, one server)', () => {
  it('are one series in the order of the times that they state, whatever the order of the paths', async () => {
    const story = only(await inspectFiles(inventories2017))
    expect(story.views.map(({ stage }) => stage)).toEqual([
      ...Array<number>(5).fill(0),
      ...Array<number>(54).fill(1),
      ...Array<number>(28).fill(2),
    ])
    expect([...new Set(story.views.map(({ title }) => title.slice(-15)))]).toEqual([
      'ry-2017-02.json',
      'ry-2017-06.json',
      'ry-2017-11.json',
    ])
    expect(checkpointsOf(story)).toBe(2 + 10 + 7)
    expect(await inspectFiles(inventories2017.toReversed())).toEqual(await inspectFiles(inventories2017))
  })

  it('name the VM by the file name in VMCPath, which the roots of all 14 trees confirm', async () => {
    const story = only(await inspectFiles(inventories2017))
    const trees = story.views.filter((view) => view.checkpoints.length > 0)
    for (const { vm, observations, checkpoints } of trees) {
      expect(observations.vmId).toMatchObject({ field: 'VMCPath (file name)', normalised: vm })
      expect(checkpoints[0]!.observations.parent).toMatchObject({ normalised: null, normalisation: 'N-root-is-vm' })
    }
    expect(trees).toHaveLength(14)
  })

  it('keep VMs without a configuration path under their own id, and say that the GUID is not known', async () => {
    const story = only(await inspectFiles(inventories2017))
    const failed = named(story, 'CFME-58014-JT', 1)
    expect(failed.observations.vmId).toMatchObject({ form: 'null', field: 'VMCPath' })
    expect(failed.observations.vmDatabaseId?.normalised).toBe(failed.vm)
    expect(failed.observations.position).toMatchObject({ form: 'null' })
  })

  it('are answers of three builds: the server was updated between them', async () => {
    const { participants, stories } = await inspectFiles(inventories2017)
    const vmm = participants.filter(({ role }) => role === 'vmm-server')
    expect(vmm.map(({ build }) => build)).toEqual(['3.2.8228.0', '3.2.8292.0', '3.2.8377.0'])
    expect([...new Set(stories[0]!.views.map(({ participant }) => participant))]).toEqual(vmm.map(({ id }) => id))
    expect(participants.filter(({ role }) => role === 'hyperv-host').map(({ build }) => build)).toEqual([
      '6.3.9600.18377',
      '6.3.9600.18592',
      '6.3.9600.18623',
    ])
  })

  it('state times as milliseconds and enums as numbers', async () => {
    const checkpoint = named(only(await inspectFiles(inventories2017)), 'WS2008R2Core', 2).checkpoints[0]!.observations
    expect(checkpoint.createdTime).toMatchObject({ raw: '/Date(1465573273343)/', normalised: '2016-06-10T15:41:13.343Z' })
    expect(checkpoint.objectType?.raw).toBe(46)
    expect(checkpoint.typeNames?.form).toBe('absent')
  })

  it('are another server than that of 2014', async () => {
    expect((await inspectFiles([inventory2014, ...inventories2017])).stories).toHaveLength(2)
  })
})
