import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { startLab, type Lab } from '../../lab.ts'
import { enumerateAll, envelope, get, invoke, wmi } from './testing/envelopes.ts'
import { found, postRaw, textOf, type RawAnswer } from './testing/raw-client.ts'

const transfer = 'http://schemas.xmlsoap.org/ws/2004/09/transfer'
const subcode = ({ body }: RawAnswer): string | undefined => found(body, 'Subcode')[0]?.children[0]?.text
const detail = ({ body }: RawAnswer): string | undefined => textOf(body, 'FaultDetail')?.split('/').at(-1)
const code = ({ body }: RawAnswer): string | undefined =>
  found(body, 'WSManFault')[0]?.attributes.find(({ name }) => name === 'Code')?.value

describe('what the lab does not know gets the fault of the product', () => {
  let lab: Lab
  let vm: string
  beforeAll(async () => {
    lab = await startLab({ seed: 'faults' })
    vm = lab.vms[0]!.id
  })
  afterAll(() => lab.close())

  it.each<[string, () => string, string, string | undefined, string | undefined]>([
    [
      'a class',
      () => enumerateAll(`${wmi}Msvm_VirtualSystemSnapshotCapabilities`),
      'a:DestinationUnreachable',
      'InvalidResourceURI',
      '2150858752',
    ],
    [
      'a namespace',
      () => enumerateAll('http://schemas.microsoft.com/wbem/wsman/1/wmi/root/nothing/*'),
      'a:DestinationUnreachable',
      'InvalidResourceURI',
      '2150858752',
    ],
    ['a resource', () => enumerateAll('urn:x'), 'a:DestinationUnreachable', 'InvalidResourceURI', '2150858811'],
    ['an instance', () => get('Msvm_ComputerSystem', { Name: 'nobody' }), 'a:DestinationUnreachable', 'InvalidResourceURI', '2150858752'],
    [
      'a selector',
      () => get('Msvm_ComputerSystem', { Name: vm, Colour: 'red' }),
      'w:InvalidSelectors',
      'UnexpectedSelectors',
      '2150858843',
    ],
    ['no selector', () => get('Msvm_ComputerSystem', {}), 'w:InvalidSelectors', 'InsufficientSelectors', undefined],
    [
      'too few selectors',
      () => get('Msvm_ComputerSystem', { CreationClassName: 'Msvm_ComputerSystem' }),
      'w:InvalidSelectors',
      'AmbiguousSelectors',
      undefined,
    ],
    ['a selector twice', () => get('Msvm_ComputerSystem', { Name: vm, name: vm }), 'w:InvalidSelectors', 'DuplicateSelectors', undefined],
    [
      'another namespace',
      () => get('Msvm_ComputerSystem', { Name: vm, __cimnamespace: 'root/cimv2' }),
      'w:InternalError',
      undefined,
      undefined,
    ],
    ['a method', () => invoke('Msvm_VirtualSystemSnapshotService', 'FreezeSnapshot', {}), 'a:ActionNotSupported', undefined, undefined],
    ['a method of another class', () => invoke('Msvm_ConcreteJob', 'CreateSnapshot', {}), 'a:ActionNotSupported', undefined, undefined],
    [
      'an action',
      () => envelope({ action: `${transfer}/Put`, resourceUri: `${wmi}Msvm_ComputerSystem`, selectors: { Name: vm } }),
      'a:ActionNotSupported',
      undefined,
      undefined,
    ],
    [
      'a service without selector',
      () =>
        envelope({
          action: `${wmi}Msvm_VirtualSystemSnapshotService/CreateSnapshot`,
          resourceUri: `${wmi}Msvm_VirtualSystemSnapshotService`,
        }),
      'w:InternalError',
      undefined,
      String(0x8004102f),
    ],
    [
      'a number of elements',
      () => enumerateAll(`${wmi}Msvm_ComputerSystem`, '<w:OptimizeEnumeration/><w:MaxElements>none</w:MaxElements>'),
      'w:SchemaValidationError',
      undefined,
      undefined,
    ],
  ])('%s', async (_what, document, expectedSubcode, expectedDetail, expectedCode) => {
    const answer = await postRaw(lab, document())
    expect([answer.status, subcode(answer), detail(answer), code(answer)]).toEqual([500, expectedSubcode, expectedDetail, expectedCode])
  })

  it('a header that must be understood', async () => {
    const document = get('Msvm_ComputerSystem', { Name: vm }).replace(
      '</s:Header>',
      '<q:Dream xmlns:q="urn:q" s:mustUnderstand="true"/></s:Header>',
    )
    const answer = await postRaw(lab, document)
    expect(textOf(found(answer.body, 'Code')[0], 'Value')).toBe('s:MustUnderstand')
    expect((await postRaw(lab, document.replace(' s:mustUnderstand="true"/>', '/>'))).status).toBe(200)
  })

  it.each([
    ['no XML', 'hello', 400],
    ['half an envelope', '<s:Envelope xmlns:s="http://www.w3.org/2003/05/soap-envelope"><s:Body>', 400],
    ['a DTD', '<!DOCTYPE x [<!ENTITY e "e">]><x>&e;</x>', 400],
    ['SOAP 1.1', '<s:Envelope xmlns:s="http://schemas.xmlsoap.org/soap/envelope/"><s:Body/></s:Envelope>', 400],
    ['100 levels', `${'<x>'.repeat(100)}${'</x>'.repeat(100)}`, 400],
  ])('a body that is %s', async (_what, document, status) => {
    expect((await postRaw(lab, document)).status).toBe(status)
  })

  it('an address outside /wsman, and another verb', async () => {
    expect((await postRaw(lab, '', { path: '/wsman2' })).status).toBe(404)
    expect((await postRaw(lab, '', { method: 'PUT' })).status).toBe(405)
    expect((await postRaw(lab, get('Msvm_ComputerSystem', { Name: vm }), { path: '/WSMan?PSVersion=5.1' })).status).toBe(200)
  })

  it('in the second form where the switch says so', async () => {
    await using other = await startLab({ seed: 'faults', switches: { wsman: { faultForm: 'MSFT_WmiError' } } })
    const answer = await postRaw(other, get('Msvm_ComputerSystem', { Name: 'nobody' }))
    expect(subcode(answer)).toBe('a:DestinationUnreachable')
    expect(textOf(found(answer.body, 'MSFT_WmiError')[0], 'error_Code')).toBe('2150858752')
  })
})
