import { describe, expect, it } from 'vitest'
import { startLab, type Lab } from '../../lab.ts'
import { enumerateAll, enumerateWql, enumeration, envelope, everything, wmi } from './testing/envelopes.ts'
import { found, postRaw, textOf, type RawAnswer } from './testing/raw-client.ts'

const computerSystem = `${wmi}Msvm_ComputerSystem`

function pull(lab: Lab, context: string | undefined, maxElements = '', extra = ''): Promise<RawAnswer> {
  const count = maxElements === '' ? '' : `<n:MaxElements>${maxElements}</n:MaxElements>`
  return postRaw(
    lab,
    envelope({
      action: `${enumeration}/Pull`,
      resourceUri: computerSystem,
      body: `<n:Pull><n:EnumerationContext>${context}</n:EnumerationContext>${count}</n:Pull>`,
      extra,
    }),
  )
}

const contextIn = ({ body }: RawAnswer): string | undefined => textOf(body, 'EnumerationContext')
const subcode = ({ body }: RawAnswer): string | undefined => found(body, 'Subcode')[0]?.children[0]?.text

describe('enumeration', () => {
  it('gives a new context with every Pull, and ends with the last item', async () => {
    await using lab = await startLab({ seed: 'pull' })
    const first = contextIn(await postRaw(lab, enumerateAll(computerSystem, '')))
    const pulled = await pull(lab, first, '3')
    expect(found(pulled.body, 'Msvm_ComputerSystem')).toHaveLength(3)
    expect(contextIn(pulled)).not.toBe(first)
    expect(subcode(await pull(lab, first))).toBe('n:InvalidEnumerationContext')
    const last = await pull(lab, contextIn(pulled), '3')
    expect(found(last.body, 'Msvm_ComputerSystem')).toHaveLength(1)
    expect(found(last.body, 'EndOfSequence')).toHaveLength(1)
  })

  it('forgets a context that was released, and one that was idle for too long', async () => {
    await using lab = await startLab({ seed: 'idle' })
    const released = contextIn(await postRaw(lab, enumerateAll(computerSystem, '')))
    const answer = await postRaw(
      lab,
      envelope({
        action: `${enumeration}/Release`,
        resourceUri: computerSystem,
        body: `<n:Release><n:EnumerationContext>${released}</n:EnumerationContext></n:Release>`,
      }),
    )
    expect(answer).toMatchObject({ status: 200, body: undefined })
    expect(subcode(await pull(lab, released))).toBe('n:InvalidEnumerationContext')
    const idle = contextIn(await postRaw(lab, enumerateAll(computerSystem, '')))
    await lab.clock.sleep(59_999)
    const stillThere = await pull(lab, idle)
    expect(stillThere.status).toBe(200)
    await lab.clock.sleep(60_000)
    expect(subcode(await pull(lab, contextIn(stillThere)))).toBe('n:InvalidEnumerationContext')
  })

  it('keeps an answer below MaxEnvelopeSize, and refuses a size below the least', async () => {
    await using lab = await startLab({ seed: 'size' })
    const size = (bytes: number): string => `<w:MaxEnvelopeSize s:mustUnderstand="true">${bytes}</w:MaxEnvelopeSize>`
    const settings = `${wmi}Msvm_VirtualSystemSettingData`
    const some = await postRaw(lab, enumerateAll(settings, undefined, size(12_000)))
    expect(Buffer.byteLength(some.text)).toBeLessThan(12_000)
    expect(found(some.body, 'EndOfSequence')).toEqual([])
    const rest = await pull(lab, contextIn(some), '100')
    expect(found(some.body, 'InstanceID').length + found(rest.body, 'InstanceID').length).toBe(5)
    const tooSmall = await postRaw(lab, enumerateAll(settings, undefined, size(4_096)))
    expect(subcode(tooSmall)).toBe('w:EncodingLimit')
    expect(textOf(tooSmall.body, 'FaultDetail')).toMatch(/MinimumEnvelopeLimit$/)
  })

  it('gives references, or objects with references, where the mode asks for them', async () => {
    await using lab = await startLab({ seed: 'mode' })
    const optimised = '<w:OptimizeEnumeration/><w:MaxElements>100</w:MaxElements>'
    const references = await postRaw(lab, enumerateAll(computerSystem, `${optimised}<w:EnumerationMode>EnumerateEPR</w:EnumerationMode>`))
    expect(found(references.body, 'Items')[0]!.children.map(({ name }) => name)).toEqual([
      'EndpointReference',
      'EndpointReference',
      'EndpointReference',
      'EndpointReference',
    ])
    const both = await postRaw(
      lab,
      enumerateAll(computerSystem, `${optimised}<w:EnumerationMode>EnumerateObjectAndEPR</w:EnumerationMode>`),
    )
    expect(found(both.body, 'Item')[0]!.children.map(({ name }) => name)).toEqual(['Msvm_ComputerSystem', 'EndpointReference'])
    const unknown = await postRaw(lab, enumerateAll(computerSystem, '<w:EnumerationMode>EnumerateDreams</w:EnumerationMode>'))
    expect(subcode(unknown)).toBe('w:UnsupportedFeature')
    expect(textOf(unknown.body, 'FaultDetail')).toMatch(/EnumerationMode$/)
  })

  it('answers the quota fault in the second form when too many enumerations are open', async () => {
    await using lab = await startLab({ seed: 'quota', switches: { wsman: { concurrentOperations: 2 } } })
    for (const expected of [200, 200, 500]) expect((await postRaw(lab, enumerateAll(computerSystem, ''))).status).toBe(expected)
    const refused = await postRaw(lab, enumerateAll(computerSystem, ''))
    expect(textOf(found(refused.body, 'MSFT_WmiError')[0], 'error_Code')).toBe('2150859174')
  })
})

describe('association filter', () => {
  const filter = (object: string, inside: string, kind = 'AssociatedInstances'): string =>
    enumerateAll(
      everything,
      `<w:OptimizeEnumeration/><w:MaxElements>100</w:MaxElements><w:Filter Dialect="http://schemas.dmtf.org/wbem/wsman/1/cimbinding/associationFilter"><b:${kind}><b:Object>${object}</b:Object>${inside}</b:${kind}></w:Filter>`,
    )
  const vmReference = (name: string): string =>
    `<a:Address>x</a:Address><a:ReferenceParameters><w:ResourceURI>${computerSystem}</w:ResourceURI><w:SelectorSet><w:Selector Name="Name">${name}</w:Selector></w:SelectorSet></a:ReferenceParameters>`

  it('gives the objects at the other end, or the association objects', async () => {
    await using lab = await startLab({ seed: 'association' })
    const vm = lab.vms[0]!.id
    const settings = await postRaw(
      lab,
      filter(vmReference(vm), '<b:AssociationClassName>Msvm_MostCurrentSnapshotInBranch</b:AssociationClassName>'),
    )
    expect(found(settings.body, 'ConfigurationID').map(({ text }) => text)).toEqual([lab.world.vm(vm)!.position])
    const all = await postRaw(lab, filter(vmReference(vm), '', 'AssociationInstances'))
    expect(found(all.body, 'Items')[0]!.children.map(({ name }) => name)).toEqual([
      'Msvm_SnapshotOfVirtualSystem',
      'Msvm_MostCurrentSnapshotInBranch',
      'Msvm_SettingsDefineState',
    ])
    const byRole = await postRaw(lab, filter(vmReference(vm), '<b:Role>Dependent</b:Role>', 'AssociationInstances'))
    expect(found(byRole.body, 'Items')[0]!.children).toEqual([])
  })

  it('needs the URI of the whole namespace, and an object that exists', async () => {
    await using lab = await startLab({ seed: 'association' })
    const onClass = await postRaw(lab, filter(vmReference(lab.vms[0]!.id), '').replace(`>${everything}<`, `>${computerSystem}<`))
    expect(subcode(onClass)).toBe('n:FilterDialectRequestedUnavailable')
    expect(subcode(await postRaw(lab, filter(vmReference('00000000-0000-0000-0000-000000000001'), '')))).toBe('a:DestinationUnreachable')
  })
})

describe('WQL', () => {
  it.each([
    ["SELECT * FROM Msvm_ComputerSystem WHERE ElementName = 'hv7'", ['HV7']],
    ["select * from msvm_computersystem where EnabledState=2 and not (ElementName='HV4' or Name = __SERVER)", ['HV1']],
    ["SELECT * FROM Msvm_ComputerSystem WHERE EnabledState > 2 OR ElementName <> 'HV4' AND ProcessID IS NOT NULL", ['HV1', 'HV7']],
    ["SELECT * FROM Msvm_VirtualSystemSettingData WHERE Parent IS NULL AND VirtualSystemType='Microsoft:Hyper-V:System:Realized'", ['HV7']],
    ['SELECT * FROM Msvm_ComputerSystem WHERE ElementName = "it\'s not there"', []],
  ])('%s', async (query, names) => {
    await using lab = await startLab({ seed: 'wql' })
    const answer = await postRaw(lab, enumerateWql(query))
    expect(answer.status).toBe(200)
    expect(found(answer.body, 'ElementName').map(({ text }) => text)).toEqual(names)
  })

  it('selects by __PATH, with backslashes and quotes escaped', async () => {
    await using lab = await startLab({ seed: 'wql' })
    const checkpoint = lab.world.vm(lab.vms[0]!.id)!.position!
    const path = `\\\\\\\\HV01\\\\root\\\\virtualization\\\\v2:Msvm_VirtualSystemSettingData.InstanceID=\\"Microsoft:${checkpoint}\\"`
    const answer = await postRaw(lab, enumerateWql(`SELECT * FROM Msvm_VirtualSystemSettingData WHERE __PATH='${path}'`))
    expect(found(answer.body, 'ConfigurationID').map(({ text }) => text)).toEqual([checkpoint])
  })

  it.each([
    'SELECT ElementName FROM Msvm_ComputerSystem',
    'SELECT * FROM Msvm_ComputerSystem WHERE',
    "SELECT * FROM Msvm_ComputerSystem WHERE Nothing = 'x'",
    "SELECT * FROM Msvm_ComputerSystem WHERE ElementName LIKE 'HV%'",
    'SELECT * FROM Msvm_ComputerSystem WHERE EnabledState = many',
    "SELECT * FROM Msvm_ComputerSystem WHERE EnabledState = 'many'",
    'SELECT * FROM Msvm_NoSuchClass',
    'ASSOCIATORS OF {Msvm_ComputerSystem} WHERE ClassDefsOnly',
    'ASSOCIATORS OF {not a path}',
    `SELECT * FROM Msvm_ComputerSystem WHERE ${'('.repeat(5_000)}`,
    'SELECT * FROM Msvm_ComputerSystem; DROP',
    '',
  ])('refuses: %s', async (query) => {
    await using lab = await startLab({ seed: 'wql' })
    expect(subcode(await postRaw(lab, enumerateWql(query)))).toBe('n:CannotProcessFilter')
  })

  it('is refused with the URI of a class, and always where the switch says so', async () => {
    await using lab = await startLab({ seed: 'wql' })
    expect(subcode(await postRaw(lab, enumerateWql('SELECT * FROM Msvm_ComputerSystem', computerSystem)))).toBe('n:CannotProcessFilter')
    await using strict = await startLab({ seed: 'wql', switches: { wsman: { refuseWql: true } } })
    expect(subcode(await postRaw(strict, enumerateWql('SELECT * FROM Msvm_ComputerSystem')))).toBe('n:CannotProcessFilter')
  })
})
