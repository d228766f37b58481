import { describe, expect, it } from 'vitest'
import { exported, temporaryFolder } from './testing/files.ts'
import { guid, inspected, inventoryVm, row, shown } from './testing/objects.ts'

describe('an inventory of those shapes', () => {
  it('may lack keys and hold others', async () => {
    using folder = temporaryFolder()
    const { kind, stories } = await inspected(
      folder,
      JSON.stringify({ other: { vms: 1 }, vms: [inventoryVm({ VMCheckpoints: [row(10)], Another: [] })] }),
    )
    expect(kind).toBe('scvmm-inventory-json')
    expect(shown(stories)).toEqual([[guid(2), [guid(10)]]])
  })

  it('may hold its VMs by their ids, as the CLIXML does', async () => {
    using folder = temporaryFolder()
    const { stories } = await inspected(
      folder,
      JSON.stringify({ vms: { [guid(2)]: { Properties: inventoryVm({ VMId: guid(1), VMCheckpoints: [] }) } } }),
    )
    expect(shown(stories)).toEqual([[guid(1), []]])
  })

  it('says that what depth cut off was cut off, and never that it is absent', async () => {
    using folder = temporaryFolder()
    const { stories, notices } = await inspected(folder, JSON.stringify({ vms: [inventoryVm({ VMCheckpoints: 'one - (x) one - (y)' })] }))
    expect(notices).toEqual(['truncated-by-depth'])
    const [cut] = stories[0]!.views[0]!.checkpoints
    expect(cut).toMatchObject({
      id: null,
      observations: {
        id: { form: 'truncated-by-depth' },
        comment: { form: 'truncated-by-depth' },
        typeNames: { form: 'truncated-by-depth' },
      },
    })
    expect(Object.values(cut!.observations).some(({ form }) => form === 'absent')).toBe(false)
  })

  it('says the same of CLIXML whose list holds texts', async () => {
    using folder = temporaryFolder()
    const list = '<Obj N="VMCheckpoints"><LST><S>Microsoft.SystemCenter.VirtualMachineManager.VMSnapshot</S></LST></Obj>'
    const object = `<Obj><Props><S N="Name">one</S><S N="VMId">${guid(1)}</S><S N="LastRestoredCheckpointID">${guid(9)}</S>${list}</Props></Obj>`
    const { kind, stories, notices } = await inspected(folder, exported([object]))
    expect(kind).toBe('scvmm-objects-clixml')
    expect(notices).toEqual(['truncated-by-depth'])
    expect(stories[0]!.views[0]!.checkpoints).toHaveLength(1)
  })

  it('an empty list that depth cut off is the empty text: no checkpoints', async () => {
    using folder = temporaryFolder()
    const { stories, notices } = await inspected(folder, JSON.stringify({ vms: [inventoryVm({ VMCheckpoints: '' })] }))
    expect([stories[0]!.views[0]!.checkpoints, notices]).toEqual([[], []])
  })

  it('without VMCheckpoints says nothing of position', async () => {
    using folder = temporaryFolder()
    const { stories, notices } = await inspected(folder, JSON.stringify({ vms: [inventoryVm({})] }))
    expect(stories[0]!.views[0]!.observations.position).toBeUndefined()
    expect(notices).toEqual(['no-checkpoint-list'])
  })

  it('leaves out a VM that has no GUID at all, and says so', async () => {
    using folder = temporaryFolder()
    const { stories, notices } = await inspected(
      folder,
      JSON.stringify({ vms: [{ Name: 'nobody', LastRestoredCheckpointID: '', VMCheckpoints: [] }] }),
    )
    expect([stories, notices]).toEqual([[], ['no-vm-identity']])
  })

  it('with the same VM twice tells the observations of the two apart', async () => {
    using folder = temporaryFolder()
    const twice = inventoryVm({ VMId: guid(1), VMCheckpoints: [] })
    const { stories } = await inspected(folder, JSON.stringify({ vms: [twice, twice] }))
    expect(new Set(stories[0]!.views.map(({ id }) => id)).size).toBe(2)
  })
})

describe('WS-Management answers that hold snapshots', () => {
  it('show the tree of the VM', async () => {
    using folder = temporaryFolder()
    const uri = 'http://schemas.microsoft.com/wbem/wsman/1/wmi/root/virtualization/v2/'
    const instance = (name: string, properties: Readonly<Record<string, string>>): string =>
      `<p:${name} xmlns:p="${uri}${name}">${Object.entries(properties)
        .map(([key, value]) => `<p:${key}>${value}</p:${key}>`)
        .join('')}</p:${name}>`
    const setting = (id: string, type: string, parent: string): string =>
      instance('Msvm_VirtualSystemSettingData', {
        InstanceID: `Microsoft:${id}`,
        VirtualSystemIdentifier: guid(1),
        VirtualSystemType: type,
        ElementName: 'n',
        Notes: 'note',
        Parent: parent,
      })
    const path = (id: string): string => `\\\\HOST\\root\\virtualization\\v2:Msvm_VirtualSystemSettingData.InstanceID="Microsoft:${id}"`
    const items = [
      instance('Msvm_ComputerSystem', { Name: 'HOST', ElementName: 'HOST' }),
      instance('Msvm_ComputerSystem', { Name: guid(1), ElementName: 'one' }),
      setting(guid(1), 'Microsoft:Hyper-V:System:Realized', path(guid(11))),
      setting(guid(10), 'Microsoft:Hyper-V:Snapshot:Realized', ''),
      setting(guid(11), 'Microsoft:Hyper-V:Snapshot:Realized', path(guid(10))),
    ]
    const n = 'http://schemas.xmlsoap.org/ws/2004/09/enumeration'
    const pull = `<s:Envelope xmlns:s="http://www.w3.org/2003/05/soap-envelope" xmlns:n="${n}"><s:Header/><s:Body><n:PullResponse><n:Items>${items.join('')}</n:Items><n:EndOfSequence/></n:PullResponse></s:Body></s:Envelope>`
    const { stories } = await inspected(folder, pull)
    const [view] = stories[0]!.views
    expect(view!.observations).toMatchObject({ position: { normalised: guid(11) }, vmNotes: { raw: 'note' } })
    expect(view!.checkpoints.map(({ id, observations: { parent } }) => [id, parent?.normalised])).toEqual([
      [guid(10), null],
      [guid(11), guid(10)],
    ])
  })
})
