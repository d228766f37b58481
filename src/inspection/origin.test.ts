import { describe, expect, it } from 'vitest'
import { labMark } from '../foundation/lab-mark.ts'
import { inspectFiles } from './inspect.ts'
import { temporaryFolder, type TemporaryFolder } from './testing/files.ts'
import { guid, inventoryVm } from './testing/objects.ts'

describe('who answered', () => {
  const participants = async (folder: TemporaryFolder, connection: unknown): Promise<unknown> => {
    const value = { ems: connection, vms: [inventoryVm({ VMCheckpoints: [], ServerConnection: connection })] }
    return (await inspectFiles([folder.write('file', JSON.stringify(value))])).participants.map(({ build, origin }) => [build, origin])
  }

  it.each([
    ['a product build', { ServerInterfaceVersion: '2.1.0', ProductVersion: '3.2.7510.0' }, ['3.2.7510.0', 'product']],
    ['an interface version alone', { ServerInterfaceVersion: '2.1.0' }, [null, 'unidentified']],
    [
      "the lab's mark",
      { ServerInterfaceVersion: '2.1.0', ProductVersion: '3.2.7510.0', CompanyName: labMark.vendor },
      ['3.2.7510.0', 'simulator'],
    ],
  ])('%s', async (_what, connection, expected) => {
    using folder = temporaryFolder()
    expect(await participants(folder, connection)).toEqual([expected])
  })

  it('two builds in one file identify neither', async () => {
    using folder = temporaryFolder()
    const vms = ['3.2.1.0', '3.2.2.0'].map((ProductVersion) =>
      inventoryVm({ VMCheckpoints: [], ServerConnection: { ServerInterfaceVersion: '2', ProductVersion } }),
    )
    const { participants: all } = await inspectFiles([folder.write('file', JSON.stringify({ vms }))])
    expect(all.map(({ build, origin }) => [build, origin])).toEqual([[null, 'unidentified']])
  })

  it('an Identify answer of the lab marks what lies beside it', async () => {
    using folder = temporaryFolder()
    const envelope = (body: string): string =>
      `<s:Envelope xmlns:s="http://www.w3.org/2003/05/soap-envelope"><s:Header/><s:Body>${body}</s:Body></s:Envelope>`
    const identify = (vendor: string): string =>
      envelope(
        `<i:IdentifyResponse xmlns:i="http://schemas.dmtf.org/wbem/wsman/identity/1/wsmanidentity.xsd"><i:ProductVendor>${vendor}</i:ProductVendor><i:ProductVersion>OS: 10.0.20348 SP: 0.0 Stack: 3.0</i:ProductVersion></i:IdentifyResponse>`,
      )
    const uri = 'http://schemas.microsoft.com/wbem/wsman/1/wmi/root/virtualization/v2/Msvm_ComputerSystem'
    const system = folder.write(
      'system.xml',
      envelope(
        `<p:Msvm_ComputerSystem xmlns:p="${uri}"><p:Name>${guid(1)}</p:Name><p:ElementName>one</p:ElementName></p:Msvm_ComputerSystem>`,
      ),
    )
    const origin = async (vendor: string): Promise<unknown> =>
      (await inspectFiles([system, folder.write('identify.xml', identify(vendor))])).stories[0]!.views[0]!.origin
    expect(await origin('Microsoft Corporation')).toBe('product')
    expect(await origin(labMark.vendor)).toBe('simulator')
  })
})
