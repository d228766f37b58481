import { describe, expect, test } from 'vitest'
import { readEnvelope, writeEnvelope } from './envelope.ts'
import { faultAction, readFault, writeFault, type OutgoingFault } from './fault.ts'
import { faults, wbemStatus, type FaultKind } from './faultTable.ts'
import { namespaces } from './namespaces.ts'

const { s, a, w, f, b, wmiError, xsi } = namespaces

/** @param prefixes of the sender's own choice: QNames in content are resolved through them. */
const envelope = (fault: string, prefixes = `xmlns:s="${s}" xmlns:a="${a}" xmlns:w="${w}"`): string =>
  `<s:Envelope ${prefixes}><s:Body>${fault}</s:Body></s:Envelope>`
const read = (document: string) => readFault(readEnvelope(document, 'test').body)

/** The form recorded from Server 2012 R2, as ws-man.md section 9 gives it. */
const recordedForm = `<s:Fault>
  <s:Code><s:Value>s:Sender</s:Value><s:Subcode><s:Value>a:DestinationUnreachable</s:Value></s:Subcode></s:Code>
  <s:Reason><s:Text xml:lang="en-US">Localised.</s:Text></s:Reason>
  <s:Detail>
    <w:FaultDetail>http://schemas.dmtf.org/wbem/wsman/1/wsman/faultDetail/InvalidResourceURI</w:FaultDetail>
    <f:WSManFault xmlns:f="${f}" Code="2150858752" Machine="host"><f:Message>
      <f:ProviderFault provider="WMI Provider" path="WsmWmiPl.dll">
        <f:WSManFault Code="2150858752" Machine="host"><f:Message>The inner text.</f:Message></f:WSManFault>
        <f:ExtendedError><e:__ExtendedStatus xmlns:e="x" xmlns:xsi="${xsi}" xsi:type="e:T"><e:StatusCode>2147749904</e:StatusCode></e:__ExtendedStatus></f:ExtendedError>
      </f:ProviderFault></f:Message></f:WSManFault>
  </s:Detail>
</s:Fault>`

/** The quota fault of CIM-style clients, whose subcode says InternalError (ws-man.md section 9). */
const wmiForm = `<s:Fault><s:Code><s:Value>s:Receiver</s:Value><s:Subcode><s:Value>w:InternalError</s:Value></s:Subcode></s:Code>
  <s:Reason><s:Text xml:lang="en-US">Localised.</s:Text></s:Reason>
  <s:Detail><p:MSFT_WmiError xmlns:b="${b}" b:IsCIM_Error="true" xmlns:p="${wmiError}">
    <p:CIMStatusCode>27</p:CIMStatusCode><p:Message>The text.</p:Message><p:MessageID>HRESULT 0x803381a6</p:MessageID>
    <p:error_Category>30</p:error_Category><p:error_Code>2150859174</p:error_Code><p:error_Type>HRESULT</p:error_Type>
  </p:MSFT_WmiError></s:Detail></s:Fault>`

describe('faults of real hosts', () => {
  test('the WSManFault form, with the provider’s own status', () => {
    expect(read(envelope(recordedForm))).toEqual({
      kind: 'notFound',
      code: 'Sender',
      subcode: { namespace: a, name: 'DestinationUnreachable' },
      detail: 'InvalidResourceURI',
      wsmanCode: 0x80338000,
      providerStatus: wbemStatus.invalidClass,
      form: 'WSManFault',
      reason: 'Localised.',
      message: 'The inner text.',
    })
  })

  test('the MSFT_WmiError form: the code decides where the subcode is general', () => {
    expect(read(envelope(wmiForm))).toMatchObject({
      kind: 'operationsQuota',
      wsmanCode: 0x803381a6,
      form: 'MSFT_WmiError',
      message: 'The text.',
    })
  })

  test('prefixes are the sender’s', () => {
    const foreign = `<q:Fault><q:Code><q:Value>q:Sender</q:Value><q:Subcode><q:Value>zz:CannotProcessFilter</q:Value></q:Subcode></q:Code><q:Reason><q:Text xml:lang="ja">x</q:Text></q:Reason></q:Fault>`
    const document = `<q:Envelope xmlns:q="${s}" xmlns:zz="${namespaces.n}"><q:Body>${foreign}</q:Body></q:Envelope>`
    expect(read(document)).toMatchObject({
      kind: 'cannotProcessFilter',
      subcode: { namespace: namespaces.n, name: 'CannotProcessFilter' },
      form: 'none',
    })
  })

  test('what the table does not know has no kind', () => {
    const unknown = recordedForm.replace('a:DestinationUnreachable', 'w:Nonsense').replaceAll('2150858752', '4711')
    expect(read(envelope(unknown))).toMatchObject({ kind: undefined, wsmanCode: 4711 })
    expect(read(envelope('<s:Other/>'))).toBeUndefined()
  })
})

describe('faults as the lab sends them', () => {
  const sent = (fault: OutgoingFault) =>
    read(writeEnvelope({ kind: 'response', headers: { action: faultAction(fault.kind) }, body: writeFault(fault) }))
  const common = { reason: 'Grund & Folge', language: 'de-DE', machine: 'HV01' }

  test.each(Object.keys(faults) as FaultKind[])('%s is recognised again', (kind) => {
    const read = sent({ kind, ...common })
    const { code, subcode, detail, wsmanCode } = faults[kind]
    expect(read).toMatchObject({ kind, code, detail, wsmanCode, reason: common.reason })
    expect(read!.subcode).toEqual(subcode === null ? null : { namespace: namespaces[subcode[0]], name: subcode[1] })
  })

  test('in the CIM form, and with the provider’s status', () => {
    expect(sent({ kind: 'operationsQuota', form: 'MSFT_WmiError', ...common })).toMatchObject({
      kind: 'operationsQuota',
      form: 'MSFT_WmiError',
      message: common.reason,
    })
    const provider = sent({
      kind: 'internalError',
      wsmanCode: wbemStatus.invalidMethodParameters,
      providerStatus: wbemStatus.invalidMethodParameters,
      ...common,
    })
    expect(provider).toMatchObject({ kind: 'internalError', providerStatus: 0x8004102f, message: common.reason })
    expect(sent({ kind: 'unsupportedFeature', detail: 'EnumerationMode', ...common })).toMatchObject({
      kind: 'unsupportedFeature',
      detail: 'EnumerationMode',
    })
  })

  test('the action is that of the namespace whose fault it is', () => {
    expect(faultAction('notFound')).toBe(`${a}/fault`)
    expect(faultAction('schemaValidation')).toBe('http://schemas.dmtf.org/wbem/wsman/1/wsman/fault')
    expect(faultAction('cannotProcessFilter')).toBe(`${namespaces.n}/fault`)
  })
})
