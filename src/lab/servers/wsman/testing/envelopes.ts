export const wmi = 'http://schemas.microsoft.com/wbem/wsman/1/wmi/root/virtualization/v2/'
export const everything = `${wmi}*`
export const enumeration = 'http://schemas.xmlsoap.org/ws/2004/09/enumeration'
export const wql = 'http://schemas.microsoft.com/wbem/wsman/1/WQL'
const anonymous = 'http://schemas.xmlsoap.org/ws/2004/08/addressing/role/anonymous'

const ours =
  'xmlns:s="http://www.w3.org/2003/05/soap-envelope" xmlns:a="http://schemas.xmlsoap.org/ws/2004/08/addressing" xmlns:n="http://schemas.xmlsoap.org/ws/2004/09/enumeration" xmlns:w="http://schemas.dmtf.org/wbem/wsman/1/wsman.xsd" xmlns:b="http://schemas.dmtf.org/wbem/wsman/1/cimbinding.xsd"'

export interface Envelope {
  readonly action: string
  readonly resourceUri: string
  readonly body?: string
  readonly selectors?: Readonly<Record<string, string>>
  readonly extra?: string
}

/** The plainest form: Action, ResourceURI, MessageID. */
export function envelope({ action, resourceUri, body = '', selectors = {}, extra = '' }: Envelope): string {
  const set = Object.entries(selectors).map(([name, value]) => `<w:Selector Name="${name}">${value}</w:Selector>`)
  const selectorSet = set.length === 0 ? '' : `<w:SelectorSet>${set.join('')}</w:SelectorSet>`
  return `<s:Envelope ${ours}><s:Header><a:Action s:mustUnderstand="true">${action}</a:Action><a:MessageID>uuid:11111111-2222-4333-8444-555555555555</a:MessageID><w:ResourceURI s:mustUnderstand="true">${resourceUri}</w:ResourceURI>${selectorSet}${extra}</s:Header><s:Body>${body}</s:Body></s:Envelope>`
}

export function enumerateAll(
  resourceUri: string,
  inside = '<w:OptimizeEnumeration/><w:MaxElements>100</w:MaxElements>',
  extra = '',
): string {
  return envelope({ action: `${enumeration}/Enumerate`, resourceUri, body: `<n:Enumerate>${inside}</n:Enumerate>`, extra })
}

export function enumerateWql(query: string, resourceUri = everything): string {
  const escaped = query.replaceAll('&', '&amp;').replaceAll('<', '&lt;')
  return enumerateAll(
    resourceUri,
    `<w:OptimizeEnumeration/><w:MaxElements>100</w:MaxElements><w:Filter Dialect="${wql}">${escaped}</w:Filter>`,
  )
}

export function get(className: string, selectors: Readonly<Record<string, string>>): string {
  return envelope({ action: 'http://schemas.xmlsoap.org/ws/2004/09/transfer/Get', resourceUri: wmi + className, selectors })
}

/** A reference inside a parameter, without a wrapper. */
export function reference(className: string, keys: Readonly<Record<string, string>>): string {
  const set = Object.entries(keys).map(([name, value]) => `<w:Selector Name="${name}">${value}</w:Selector>`)
  return `<a:Address>${anonymous}</a:Address><a:ReferenceParameters><w:ResourceURI>${wmi}${className}</w:ResourceURI><w:SelectorSet>${set.join('')}</w:SelectorSet></a:ReferenceParameters>`
}

export function invoke(className: string, method: string, parameters: Readonly<Record<string, string>>): string {
  const written = Object.entries(parameters).map(([name, value]) => `<p:${name}>${value}</p:${name}>`)
  return envelope({
    action: `${wmi}${className}/${method}`,
    resourceUri: wmi + className,
    selectors: { CreationClassName: className },
    body: `<p:${method}_INPUT xmlns:p="${wmi}${className}">${written.join('')}</p:${method}_INPUT>`,
  })
}

export function createSnapshot(vm: string): string {
  return invoke('Msvm_VirtualSystemSnapshotService', 'CreateSnapshot', {
    AffectedSystem: reference('Msvm_ComputerSystem', { CreationClassName: 'Msvm_ComputerSystem', Name: vm }),
    SnapshotSettings: '',
    SnapshotType: '2',
  })
}

/** openwsman 2.8 and libvirt: prefixes wsa, wsman and wsen, To and MessageID must be understood, no MaxEnvelopeSize, Locale, timeout. */
export function openwsman(action: string, resourceUri: string, body: string): string {
  return `<?xml version="1.0" encoding="UTF-8"?>
<s:Envelope xmlns:s="http://www.w3.org/2003/05/soap-envelope" xmlns:wsa="http://schemas.xmlsoap.org/ws/2004/08/addressing" xmlns:wsman="http://schemas.dmtf.org/wbem/wsman/1/wsman.xsd" xmlns:wsen="http://schemas.xmlsoap.org/ws/2004/09/enumeration">
  <s:Header>
    <wsa:Action s:mustUnderstand="true">${action}</wsa:Action>
    <wsa:To s:mustUnderstand="true">http://127.0.0.1:5985/wsman</wsa:To>
    <wsman:ResourceURI s:mustUnderstand="true">${resourceUri}</wsman:ResourceURI>
    <wsa:MessageID s:mustUnderstand="true">uuid:a8c2c3a4-0001-1001-8001-0123456789ab</wsa:MessageID>
    <wsa:ReplyTo><wsa:Address>${anonymous}</wsa:Address></wsa:ReplyTo>
  </s:Header>
  <s:Body>${body}</s:Body>
</s:Envelope>`
}

/** pywinrm: prefix env, mustUnderstand without a namespace, a To that is not the host, Action last. */
export function pywinrm(action: string, resourceUri: string, body: string, selectors = ''): string {
  return `<?xml version="1.0" encoding="utf-8"?>
<env:Envelope xmlns:xsd="http://www.w3.org/2001/XMLSchema" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance" xmlns:env="http://www.w3.org/2003/05/soap-envelope" xmlns:a="http://schemas.xmlsoap.org/ws/2004/08/addressing" xmlns:b="http://schemas.dmtf.org/wbem/wsman/1/cimbinding.xsd" xmlns:n="http://schemas.xmlsoap.org/ws/2004/09/enumeration" xmlns:x="http://schemas.xmlsoap.org/ws/2004/09/transfer" xmlns:w="http://schemas.dmtf.org/wbem/wsman/1/wsman.xsd" xmlns:p="http://schemas.microsoft.com/wbem/wsman/1/wsman.xsd" xmlns:cfg="http://schemas.microsoft.com/wbem/wsman/1/config"><env:Header><a:To>http://windows-host:5985/wsman</a:To><a:ReplyTo><a:Address mustUnderstand="true">${anonymous}</a:Address></a:ReplyTo><w:MaxEnvelopeSize mustUnderstand="true">153600</w:MaxEnvelopeSize><a:MessageID>uuid:11111111-1111-1111-1111-111111111113</a:MessageID><w:Locale mustUnderstand="false" xml:lang="en-US"></w:Locale><p:DataLocale mustUnderstand="false" xml:lang="en-US"></p:DataLocale><w:OperationTimeout>PT60S</w:OperationTimeout><w:ResourceURI mustUnderstand="true">${resourceUri}</w:ResourceURI><a:Action mustUnderstand="true">${action}</a:Action>${selectors}</env:Header><env:Body>${body}</env:Body></env:Envelope>`
}
