import { describe, expect, test } from 'vitest'
import { parseXml } from '../../xml/tree.ts'
import { readEmbedded, writeEmbedded } from './embedded.ts'
import { readBatch, readEnumerate, readPull, writeEnumerate, writeEnumerateResponse, writePull, writePullResponse } from './enumeration.ts'
import { readEnvelope, writeEnvelope } from './envelope.ts'
import { intervalOf, datetimeOf } from './datetime.ts'
import { readIdentifyResponse, writeIdentifyResponse } from './identify.ts'
import { readInput, readOutput, writeInput, writeOutput } from './invoke.ts'
import { anonymousAddress, associationDialect, namespaces, wqlDialect } from './namespaces.ts'
import { readObjectPath, referenceOfPath } from './objectPath.ts'
import { classUri, readClassUri } from './resourceUri.ts'

const { a, b, n, s, w, wsmid, xsi } = namespaces
const v2 = 'root/virtualization/v2'
const service = classUri(v2, 'Msvm_VirtualSystemSnapshotService')
const vm = {
  resourceUri: classUri(v2, 'Msvm_ComputerSystem'),
  selectors: [
    { name: 'CreationClassName', value: 'Msvm_ComputerSystem' },
    { name: 'Name', value: 'GUID' },
  ],
}
const parse = (text: string) => parseXml(text, 'test')
const epr = (uri: string, selectors: string): string =>
  `<a:Address>${anonymousAddress}</a:Address><a:ReferenceParameters><w:ResourceURI>${uri}</w:ResourceURI><w:SelectorSet>${selectors}</w:SelectorSet></a:ReferenceParameters>`

describe('method calls (ws-man.md section 7)', () => {
  test('a REF parameter holds its children without a wrapper', () => {
    const input = writeInput(service, 'CreateSnapshot', [
      { name: 'AffectedSystem', value: vm },
      { name: 'SnapshotSettings', value: '' },
      { name: 'SnapshotType', value: 2 },
    ])
    const content = epr(
      vm.resourceUri,
      '<w:Selector Name="CreationClassName">Msvm_ComputerSystem</w:Selector><w:Selector Name="Name">GUID</w:Selector>',
    )
    expect(input).toContain(
      `<p:AffectedSystem xmlns:a="${a}" xmlns:w="${w}">${content}</p:AffectedSystem><p:SnapshotSettings></p:SnapshotSettings><p:SnapshotType>2</p:SnapshotType>`,
    )
    expect(readInput(parse(input))).toEqual({
      method: 'CreateSnapshot',
      resourceUri: service,
      parameters: new Map(Object.entries({ AffectedSystem: vm, SnapshotSettings: '', SnapshotType: '2' })),
    })
  })

  test('the answer of an asynchronous CreateSnapshot, with and without the wrapper that hand-made peers write', () => {
    const job = epr(classUri(v2, 'Msvm_ConcreteJob'), '<w:Selector Name="InstanceID">JOB</w:Selector>')
    const expected = { resourceUri: classUri(v2, 'Msvm_ConcreteJob'), selectors: [{ name: 'InstanceID', value: 'JOB' }] }
    for (const content of [job, `<a:EndpointReference>${job}</a:EndpointReference>`]) {
      const output = `<p:CreateSnapshot_OUTPUT xmlns:p="${service}" xmlns:a="${a}" xmlns:w="${w}" xmlns:xsi="${xsi}"><p:Job>${content}</p:Job><p:ResultingSnapshot xsi:nil="true"/><p:ReturnValue>4096</p:ReturnValue></p:CreateSnapshot_OUTPUT>`
      const { parameters } = readOutput(parse(output), (_method, parameter) =>
        parameter === 'ReturnValue' ? { type: 'uint32', array: false } : undefined,
      )
      expect(Object.fromEntries(parameters)).toEqual({ Job: expected, ResultingSnapshot: null, ReturnValue: 4096 })
    }
    const written = writeOutput(service, 'CreateSnapshot', [
      { name: 'Job', value: expected },
      { name: 'ResultingSnapshot', value: null },
      { name: 'ReturnValue', value: 4096 },
    ])
    expect(written).toContain('<p:ResultingSnapshot xsi:nil="true"/><p:ReturnValue>4096</p:ReturnValue>')
  })

  test('an embedded instance travels as CIM-XML in CDATA', () => {
    const settings = writeEmbedded({
      className: 'Msvm_VirtualSystemSettingData',
      properties: [
        { name: 'InstanceID', type: 'string', array: false, value: 'Microsoft:GUID' },
        { name: 'Notes', type: 'string', array: true, value: ['one', 'a]]>b <&'] },
      ],
    })
    expect(settings.cimXml).toBe(
      '<INSTANCE CLASSNAME="Msvm_VirtualSystemSettingData"><PROPERTY NAME="InstanceID" TYPE="string"><VALUE>Microsoft:GUID</VALUE></PROPERTY>' +
        '<PROPERTY.ARRAY NAME="Notes" TYPE="string"><VALUE.ARRAY><VALUE>one</VALUE><VALUE>a]]&gt;b &lt;&amp;</VALUE></VALUE.ARRAY></PROPERTY.ARRAY></INSTANCE>',
    )
    const input = writeInput(service, 'ModifySystemSettings', [{ name: 'SystemSettings', value: settings }])
    expect(input).toContain(`<p:SystemSettings><![CDATA[${settings.cimXml}]]></p:SystemSettings>`)
    const two = writeInput(service, 'AddResourceSettings', [{ name: 'ResourceSettings', value: [settings, settings] }])
    expect(readInput(parse(two)).parameters.get('ResourceSettings')).toEqual([settings.cimXml, settings.cimXml])
  })

  test('null, the empty text and system properties in what a host writes', () => {
    const host = `<INSTANCE CLASSNAME="Msvm_Error"><QUALIFIER NAME="dynamic" TYPE="boolean"><VALUE>TRUE</VALUE></QUALIFIER>
      <PROPERTY NAME="__PATH" CLASSORIGIN="___SYSTEM" TYPE="string"><VALUE>\\\\H\\root:X.A="1"</VALUE></PROPERTY>
      <PROPERTY NAME="Nothing" PROPAGATED="true" TYPE="string"></PROPERTY><PROPERTY NAME="Empty" TYPE="string"><VALUE></VALUE></PROPERTY>
      <PROPERTY.ARRAY NAME="None" TYPE="string"><VALUE.ARRAY></VALUE.ARRAY></PROPERTY.ARRAY>
      <PROPERTY NAME="Flag" TYPE="boolean"><VALUE>TRUE</VALUE></PROPERTY><PROPERTY NAME="When" TYPE="datetime"><VALUE>20200330022238.631000+060</VALUE></PROPERTY>
      <PROPERTY NAME="Long" TYPE="datetime"><VALUE>00000000000500.000000:000</VALUE></PROPERTY></INSTANCE>`
    const values = Object.fromEntries(readEmbedded(host, 'test').properties.map(({ name, value }) => [name, value]))
    expect(values).toEqual({
      __PATH: String.raw`\\H\root:X.A="1"`,
      Nothing: null,
      Empty: '',
      None: [],
      Flag: true,
      When: { datetime: '2020-03-30T02:22:38.631+01:00' },
      Long: { interval: 'P0DT0H5M0S' },
    })
  })

  test.each([
    '<OTHER/>',
    '<INSTANCE/>',
    '<INSTANCE CLASSNAME="X"><PROPERTY NAME="A"/></INSTANCE>',
    '<INSTANCE CLASSNAME="X"><PROPERTY NAME="A" TYPE="uint8"><VALUE>x</VALUE></PROPERTY></INSTANCE>',
  ])('refuses %s', (text) => {
    expect(() => readEmbedded(text, 'test')).toThrowError(expect.objectContaining({ code: 'SNAPCHECK_PROTOCOL' }))
  })
})

describe('enumerations (ws-man.md section 6)', () => {
  test('MaxElements is of namespace w in Enumerate and of n in Pull', () => {
    const enumerate = `<n:Enumerate xmlns:n="${n}" xmlns:w="${w}" xmlns:b="${b}"><w:OptimizeEnumeration/><w:MaxElements>50</w:MaxElements><w:EnumerationMode>EnumerateObjectAndEPR</w:EnumerationMode>
      <b:PolymorphismMode>IncludeSubClassProperties</b:PolymorphismMode><w:Filter Dialect="${wqlDialect}">SELECT * FROM X</w:Filter></n:Enumerate>`
    const request = {
      optimize: true,
      maxElements: 50,
      mode: 'EnumerateObjectAndEPR',
      polymorphism: 'IncludeSubClassProperties',
      filter: { kind: 'wql', query: 'SELECT * FROM X' },
    } as const
    expect(readEnumerate(parse(enumerate))).toEqual(request)
    const holder = `<holder xmlns:n="${n}" xmlns:w="${w}" xmlns:a="${a}">`
    expect(readEnumerate(parse(`${holder}${writeEnumerate(request)}</holder>`).children[0]!)).toEqual(request)
    expect(writePull({ context: 'uuid:1', maxElements: 50 })).toBe(
      '<n:Pull><n:EnumerationContext>uuid:1</n:EnumerationContext><n:MaxElements>50</n:MaxElements></n:Pull>',
    )
    expect(readPull(parse(`<n:Pull xmlns:n="${n}"><n:EnumerationContext>uuid:1</n:EnumerationContext></n:Pull>`))).toEqual({
      context: 'uuid:1',
    })
  })

  test('an association filter, in the order that openwsman writes', () => {
    const filter = {
      kind: 'associated',
      object: vm,
      associationClass: 'Msvm_SnapshotOfVirtualSystem',
      role: 'Antecedent',
      resultClass: 'Msvm_VirtualSystemSettingData',
      resultRole: 'Dependent',
      includeProperties: ['ElementName'],
    } as const
    const written = writeEnumerate({ filter })
    expect(written).toContain(`<w:Filter Dialect="${associationDialect}"><b:AssociatedInstances xmlns:b="${b}"><b:Object><a:Address>`)
    expect(written.indexOf('b:AssociationClassName')).toBeLessThan(written.indexOf('b:ResultClassName'))
    expect(readEnumerate(parse(`<x xmlns:n="${n}" xmlns:w="${w}" xmlns:a="${a}">${written}</x>`).children[0]!)).toEqual({ filter })
  })

  test.each([
    [
      'EndOfSequence of namespace n although the answer is an optimised one, with a context',
      `<n:EnumerationContext>x</n:EnumerationContext><w:Items/><n:EndOfSequence/>`,
      null,
      true,
    ],
    ['EndOfSequence of namespace w', `<n:EnumerationContext/><w:Items/><w:EndOfSequence/>`, null, true],
    ['more to come', `<n:EnumerationContext>x</n:EnumerationContext>`, 'x', false],
  ])('reads %s', (_title, content, context, end) => {
    expect(readBatch(parse(`<n:EnumerateResponse xmlns:n="${n}" xmlns:w="${w}">${content}</n:EnumerateResponse>`))).toEqual({
      context,
      items: [],
      end,
    })
  })

  test('items as objects, as references and as both', () => {
    const instance = { className: 'X', resourceUri: classUri(v2, 'X'), properties: new Map([['A', '1']]) }
    const items = [{ instance }, { reference: vm }, { instance, reference: vm }]
    const wrap = (body: string) => parse(`<x xmlns:n="${n}" xmlns:w="${w}" xmlns:a="${a}">${body}</x>`).children[0]
    expect(readBatch(wrap(writePullResponse({ context: 'c', items, end: false })))).toEqual({ context: 'c', items, end: false })
    const optimised = writeEnumerateResponse({ context: null, items, end: true })
    expect(optimised).toMatch(
      /^<n:EnumerateResponse><n:EnumerationContext\/><w:Items>.*<\/w:Items><w:EndOfSequence\/><\/n:EnumerateResponse>$/s,
    )
    expect(readBatch(wrap(optimised))).toEqual({ context: null, items, end: true })
  })
})

describe('requests of other people’s clients', () => {
  test('pywinrm: mustUnderstand without a namespace binds nobody; an unknown header with it does', () => {
    const document = `<q:Envelope xmlns:q="${s}" xmlns:a="${a}" xmlns:w="${w}" xmlns:z="urn:z"><q:Header><a:To mustUnderstand="true">http://windows-host:5985/wsman</a:To>
      <a:ReplyTo><a:Address>${anonymousAddress}</a:Address></a:ReplyTo><z:One mustUnderstand="true"/><z:Two q:mustUnderstand="1"/><w:MaxEnvelopeSize>153600</w:MaxEnvelopeSize>
      <w:Locale xml:lang="en-US" q:mustUnderstand="false"/><w:OptionSet><w:Option Name="A">b</w:Option></w:OptionSet></q:Header><q:Body/></q:Envelope>`
    const message = readEnvelope(document, 'test')
    expect(message.notUnderstood).toEqual([{ namespace: 'urn:z', name: 'Two' }])
    expect(message.headers).toEqual({
      to: 'http://windows-host:5985/wsman',
      replyTo: anonymousAddress,
      maxEnvelopeSize: 153600,
      locale: 'en-US',
      options: [{ name: 'A', value: 'b' }],
    })
    expect(message.body).toBeUndefined()
  })

  test('a request with every header is read as it was meant', () => {
    const headers = {
      action: 'act',
      messageId: 'uuid:1',
      to: 'http://h/wsman',
      replyTo: anonymousAddress,
      resourceUri: service,
      selectors: [{ name: 'K', value: 'v' }],
      options: [{ name: 'O', value: '1' }],
      maxEnvelopeSize: 512000,
      operationTimeout: 'PT60S',
      locale: 'en-US',
      dataLocale: 'en-US',
      sessionId: 'uuid:2',
    }
    const message = readEnvelope(writeEnvelope({ kind: 'request', headers }), 'test')
    expect(message.headers).toEqual(headers)
    expect(message.notUnderstood).toEqual([])
  })

  test('SOAP 1.1 is refused', () => {
    const document = '<s:Envelope xmlns:s="http://schemas.xmlsoap.org/soap/envelope/"><s:Body/></s:Envelope>'
    expect(() => readEnvelope(document, 'host')).toThrowError(expect.objectContaining({ code: 'SNAPCHECK_PROTOCOL', place: 'host' }))
  })

  test('libvirt: paths in single quotes, relative, with several keys', () => {
    expect(readObjectPath(`Msvm_ComputerSystem.CreationClassName='Msvm_ComputerSystem',Name='GUID'`)).toEqual({
      host: null,
      namespace: null,
      className: 'Msvm_ComputerSystem',
      keys: vm.selectors,
    })
    const path = readObjectPath(String.raw`\\HV01\root\virtualization\v2:Msvm_VirtualSystemSettingData.InstanceID="Microsoft:GUID\\0"`)
    expect(path).toEqual({
      host: 'HV01',
      namespace: String.raw`root\virtualization\v2`,
      className: 'Msvm_VirtualSystemSettingData',
      keys: [{ name: 'InstanceID', value: String.raw`Microsoft:GUID\0` }],
    })
    expect(referenceOfPath(path, 'root/cimv2').resourceUri).toBe(classUri(v2, 'Msvm_VirtualSystemSettingData'))
    for (const bad of ['', 'a b', 'X.', 'X.A=', `X.A="1`, `X.A="1",`, 'X=@y'])
      expect(() => readObjectPath(bad), bad).toThrowError(expect.objectContaining({ code: 'SNAPCHECK_PROTOCOL' }))
  })
})

test('Identify as ws-man.md section 4 shows it', () => {
  const identity = {
    productVendor: 'Microsoft Corporation',
    productVersion: 'OS: 10.0.20348 SP: 0.0 Stack: 3.0',
    securityProfiles: ['one', 'two'],
  }
  expect(readIdentifyResponse(parse(writeIdentifyResponse(identity)))).toEqual(identity)
  const anonymous = `<i:IdentifyResponse xmlns:i="${wsmid}"><i:ProtocolVersion>${w}</i:ProtocolVersion><i:ProductVendor>Microsoft Corporation</i:ProductVendor><i:ProductVersion>OS: 0.0.0 SP: 0.0 Stack: 3.0</i:ProductVersion></i:IdentifyResponse>`
  expect(readIdentifyResponse(parse(anonymous))).toEqual({
    ...identity,
    productVersion: 'OS: 0.0.0 SP: 0.0 Stack: 3.0',
    securityProfiles: [],
  })
})

test('times and intervals as hosts write them', () => {
  expect(datetimeOf(Date.parse('2026-05-04T03:02:01.120Z'))).toEqual({ datetime: '2026-05-04T03:02:01.12Z' })
  expect(datetimeOf(Date.parse('2026-05-04T03:02:10Z'))).toEqual({ datetime: '2026-05-04T03:02:10Z' })
  expect(intervalOf(100_000)).toEqual({ interval: 'P0DT0H1M40S' })
  expect(intervalOf(90_061_050)).toEqual({ interval: 'P1DT1H1M1.05S' })
})

test('resource URIs compare without regard to case', () => {
  expect(readClassUri('HTTP://schemas.microsoft.com/wbem/wsman/1/WMI/root/cimv2/*')).toEqual({ namespace: 'root/cimv2', className: '*' })
  for (const other of [
    'http://schemas.dmtf.org/wbem/wscim/1/cim-schema/2/X',
    'http://schemas.microsoft.com/wbem/wsman/1/wmi/root',
    'http://schemas.microsoft.com/wbem/wsman/1/wmi/root/',
  ])
    expect(readClassUri(other)).toBeUndefined()
})
