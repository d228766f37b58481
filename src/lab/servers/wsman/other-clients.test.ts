import { connect } from 'node:net'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { startLab, type Lab } from '../../lab.ts'
import { createSnapshot, enumerateAll, enumeration, everything, openwsman, pywinrm, wmi, wql } from './testing/envelopes.ts'
import { found, postRaw, textOf, type RawAnswer } from './testing/raw-client.ts'

const identify = '<wsmid:Identify xmlns:wsmid="http://schemas.dmtf.org/wbem/wsman/identity/1/wsmanidentity.xsd"/>'

describe("other people's clients", () => {
  let lab: Lab
  beforeAll(async () => void (lab = await startLab({ seed: 'clients' })))
  afterAll(() => lab.close())

  it('libvirt: WQL on the whole namespace, then Pull with the class URI and without MaxElements, one item each', async () => {
    const query =
      'SELECT * FROM Msvm_ComputerSystem WHERE Name != __SERVER AND (EnabledState != 0 and EnabledState != 3 and EnabledState != 32769)'
    let answer = await postRaw(
      lab,
      openwsman(
        `${enumeration}/Enumerate`,
        everything,
        `<wsen:Enumerate><wsman:Filter Dialect="${wql}">${query}</wsman:Filter></wsen:Enumerate>`,
      ),
    )
    const names: string[] = []
    while (found(answer.body, 'EndOfSequence').length === 0) {
      const context = textOf(answer.body, 'EnumerationContext')
      answer = await postRaw(
        lab,
        openwsman(
          `${enumeration}/Pull`,
          `${wmi}Msvm_ComputerSystem`,
          `<wsen:Pull><wsen:EnumerationContext>${context}</wsen:EnumerationContext></wsen:Pull>`,
        ),
      )
      expect(found(answer.body, 'Msvm_ComputerSystem')).toHaveLength(1)
      names.push(textOf(answer.body, 'ElementName')!)
    }
    expect(names).toEqual(['HV4', 'HV1'])
    expect(textOf(answer.body, 'EnumerationContext')).toBeUndefined()
  })

  it('libvirt: one VM by its GUID in lower case, its snapshots by ASSOCIATORS OF', async () => {
    const vm = lab.vms[0]!
    const ask = async (query: string): Promise<RawAnswer> =>
      postRaw(
        lab,
        openwsman(
          `${enumeration}/Enumerate`,
          everything,
          `<wsen:Enumerate><wsman:OptimizeEnumeration/><wsman:MaxElements>10</wsman:MaxElements><wsman:Filter Dialect="${wql}">${query}</wsman:Filter></wsen:Enumerate>`,
        ),
      )
    const one = await ask(`SELECT * FROM Msvm_ComputerSystem WHERE Name != __SERVER AND Name = '${vm.id.toLowerCase()}'`)
    expect(found(one.body, 'ElementName').map(({ text }) => text)).toEqual(['HV4'])
    const path = `{Msvm_ComputerSystem.CreationClassName='Msvm_ComputerSystem',Name='${vm.id}'}`
    const snapshots = await ask(
      `ASSOCIATORS OF ${path} WHERE AssocClass = Msvm_SnapshotOfVirtualSystem ResultClass = Msvm_VirtualSystemSettingData`,
    )
    expect(found(snapshots.body, 'VirtualSystemType').map(({ text }) => text)).toEqual(['Microsoft:Hyper-V:Snapshot:Realized'])
    const settings = await ask(
      `ASSOCIATORS OF ${path} WHERE AssocClass = Msvm_SettingsDefineState ResultClass = Msvm_VirtualSystemSettingData`,
    )
    expect(found(settings.body, 'VirtualSystemType').map(({ text }) => text)).toEqual(['Microsoft:Hyper-V:System:Realized'])
  })

  it('pywinrm: mustUnderstand without a namespace, another To, and every header in another order', async () => {
    const selectors = `<w:SelectorSet><w:Selector Name="Name">${lab.vms[1]!.id}</w:Selector></w:SelectorSet>`
    const answer = await postRaw(
      lab,
      pywinrm('http://schemas.xmlsoap.org/ws/2004/09/transfer/Get', `${wmi}Msvm_ComputerSystem`, '', selectors),
    )
    expect(answer.status).toBe(200)
    expect(textOf(answer.body, 'ElementName')).toBe('HV1')
    expect(answer.text).toContain('<a:RelatesTo>uuid:11111111-1111-1111-1111-111111111113</a:RelatesTo>')
  })

  it('curl below: what is posted without credentials is refused and never acted on', async () => {
    const refused = await postRaw(lab, createSnapshot(lab.vms[0]!.id), { anonymous: true })
    expect(refused).toMatchObject({ status: 401, text: '' })
    expect(refused.headers['www-authenticate']).toMatch(/^Basic realm=/)
    expect(lab.world.jobs()).toEqual([])
    expect((await postRaw(lab, createSnapshot(lab.vms[0]!.id), { headers: { authorization: 'Basic d3Jvbmc6d3Jvbmc=' } })).status).toBe(401)
    expect(lab.world.jobs()).toEqual([])
  })

  it('Identify carries the mark, with less for whom nobody knows', async () => {
    const document = `<s:Envelope xmlns:s="http://www.w3.org/2003/05/soap-envelope"><s:Header/><s:Body>${identify}</s:Body></s:Envelope>`
    const known = await postRaw(lab, document)
    expect(known.headers['x-snapcheck-lab']).toBe('1')
    expect(textOf(known.body, 'ProductVendor')).toBe('snapcheck lab (simulator)')
    expect(textOf(known.body, 'ProductVersion')).toBe('OS: 10.0.26100 SP: 0.0 Stack: 3.0')
    const unknown = await postRaw(lab, document, { anonymous: true, headers: { wsmanidentify: 'unauthenticated' } })
    expect(textOf(unknown.body, 'ProductVersion')).toBe('OS: 0.0.0 SP: 0.0 Stack: 3.0')
    expect(found(unknown.body, 'SecurityProfiles')).toEqual([])
    expect((await postRaw(lab, document, { anonymous: true })).status).toBe(401)
    const sly = { anonymous: true, headers: { wsmanidentify: 'unauthenticated' } }
    expect((await postRaw(lab, enumerateAll(`${wmi}Msvm_ComputerSystem`), sly)).status).toBe(401)
  })

  it('UTF-16 with a byte order mark, which MS-WSMV allows', async () => {
    const document = Buffer.from(`\uFEFF${enumerateAll(`${wmi}Msvm_ComputerSystem`)}`, 'utf16le')
    const answer = await postRaw(lab, document, { headers: { 'content-type': 'application/soap+xml;charset=UTF-16' } })
    expect(found(answer.body, 'ElementName').map(({ text }) => text)).toEqual(['HV01', 'HV4', 'HV1', 'HV7'])
  })

  it('one that sends too much, and one that hangs up half way, leave the next one served', async () => {
    expect((await postRaw(lab, 'x'.repeat(17 * 1024 * 1024))).status).toBe(413)
    const { port } = new URL(lab.endpoints['hyperv-wmi'].url)
    await new Promise<void>((resolve) => {
      const socket = connect(Number(port), '127.0.0.1', () => {
        socket.write('POST /wsman HTTP/1.1\r\nhost: x\r\ncontent-length: 1000\r\n\r\n<s:Env', () => socket.destroy())
      })
      socket.once('close', () => resolve())
    })
    expect((await postRaw(lab, enumerateAll(`${wmi}Msvm_ComputerSystem`))).status).toBe(200)
  })

  it('every answer carries the mark, faults and refusals too', async () => {
    for (const answer of [
      await postRaw(lab, 'x'),
      await postRaw(lab, '', { path: '/other' }),
      await postRaw(lab, '', { anonymous: true }),
      await postRaw(lab, '', { method: 'GET' }),
    ]) {
      expect(answer.headers['x-snapcheck-lab']).toBe('1')
    }
  })
})
