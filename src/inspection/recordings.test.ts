import { describe, expect, it } from 'vitest'
import { inspectFiles } from './inspect.ts'
import { recorded } from './testing/files.ts'
import { only } from './testing/only-story.ts'

describe('Azure Arc', () => {
  const files = [
    '01-vm-before',
    '02-create-operation-status',
    '03-vm-after-create',
    '04-delete-operation-status',
    '05-vm-after-delete',
  ].map((name) => recorded('azure-arc-scvmm-checkpoint', `${name}.json`))

  it('shows before, with and after; the operations are of the same VM and show none', async () => {
    const inspection = await inspectFiles(files)
    const story = only(inspection)
    expect(inspection.files).toHaveLength(5)
    expect(story.views.map(({ checkpoints }) => checkpoints.length)).toEqual([0, 1, 0])
    const [before, during] = story.views
    expect(before!.observations.position?.form).toBe('absent')
    expect(during!.observations.position?.normalised).toBe(during!.checkpoints[0]!.id)
    expect(during!.checkpoints[0]!.observations.comment?.raw).toBe('az-pwsh-test-checkpoint-description')
    expect(during!.checkpoints[0]!.observations.parent?.normalised).toBe('315359D1-EE82-468B-95FB-FC1AADED28E9')
    expect(during).toMatchObject({ interface: 'scvmm-arc', origin: 'unidentified', vm: '6B323902-95F9-4404-98BF-A042DBAC88EE' })
  })
})

describe('WS-Management answers of a host', () => {
  const file = (name: string): string => recorded('go-wsman-hyperv-host', `${name}.xml`)
  const runs = [
    'recorded_computersystem_pull_2',
    'recorded_computersystem_pull_3',
    'recorded_computersystem_pull_4',
    'recorded_computersystem_pull_5',
  ]

  it('show the VMs of one enumeration together, the host left out', async () => {
    const story = only(await inspectFiles(runs.map(file)))
    expect(story.views).toHaveLength(3)
    expect(new Set(story.views.map(({ stage }) => stage)).size).toBe(1)
    expect(story.views[0]).toMatchObject({ interface: 'hyperv-wmi', origin: 'unidentified', witness: false })
    expect(story.views[0]!.evidence).toHaveLength(4)
    expect(story.views.map(({ observations }) => observations.vmState?.raw)).toEqual(['2', '2', '2'])
  })

  it('of two runs are never one series: their GUIDs are placeholders that start again', async () => {
    const later = [
      'recorded_computersystem_pull_vm_running_a',
      'recorded_computersystem_pull_vm_running_b',
      'recorded_computersystem_pull_vm_running_c_eos',
    ]
    const { stories } = await inspectFiles([...runs, ...later].map(file))
    expect(stories.map(({ views }) => views.length)).toEqual([3, 3])
  })

  it('of jobs and switches are read and show no VM', async () => {
    const others = [
      'recorded_affectedjobelement_pull_same_job_effect0',
      'recorded_pull_virtualethernetswitch',
      'pull_response_xsinil_real',
      'recorded_affectedjobelement_enumerate',
    ]
    const inspection = await inspectFiles(others.map(file))
    expect(inspection).toMatchObject({ stories: [], problems: [] })
    expect(inspection.files).toHaveLength(4)
  })
})

describe('objects of the Hyper-V module', () => {
  const file = (name: string): string => recorded('fog-hyperv-get-vm', `${name}.json`)

  it('show VMs, and no position where no snapshots are listed', async () => {
    const story = only(await inspectFiles([file('get_vm')]))
    expect(story.views.map(({ vm, observations }) => [vm, observations.vmName?.raw, observations.position])).toEqual([
      ['416E49FD-28DD-413C-9743-AA3E69E4807D', 'mockvm1', undefined],
      ['20FF7FE3-FD54-425C-AA97-FBF3C2E7A868', 'mockvm2', undefined],
    ])
  })

  it('are all known', async () => {
    const names = [
      'cluster',
      'cluster_node',
      'vhd',
      'vm',
      'vm_bios',
      'vm_dvd_drive',
      'vm_firmware',
      'vm_floppy_disk_drive',
      'vm_hard_disk_drive',
      'vm_host',
      'vm_network_adapter',
      'vm_switch',
    ]
    const { files, problems, participants } = await inspectFiles(names.map((name) => file(`get_${name}`)))
    expect(problems).toEqual([])
    expect(new Set(files.map(({ kind }) => kind))).toEqual(new Set(['hyperv-objects-json']))
    expect(participants.map(({ build, origin }) => [build, origin])).toEqual([
      [null, 'unidentified'],
      ['6.3.9600', 'product'],
    ])
  })
})
