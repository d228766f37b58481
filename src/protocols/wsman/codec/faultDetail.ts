import { attribute, child, type XmlElement } from '../../xml/tree.ts'
import { element, text, type Markup } from './markup.ts'
import { namespaces } from './namespaces.ts'

/** The two forms in which a host gives its own code (ws-man.md section 9): to WS-Man clients, and to CIM-style clients. */
export type FaultForm = 'WSManFault' | 'MSFT_WmiError'

const { b, cim, f, wmiError, xsi } = namespaces

interface ProviderDetail {
  readonly form?: FaultForm
  readonly reason: string
  readonly machine: string
  readonly providerStatus?: number
}

interface ProviderFault {
  readonly form: FaultForm | 'none'
  readonly wsmanCode: number | null
  readonly providerStatus: number | null
  readonly message: string | null
}

const extendedStatus = 'http://schemas.microsoft.com/wbem/wsman/1/wmi/root/cimv2/__ExtendedStatus'

/** @param code null where no source tells it: then the detail is left out rather than invented. */
export function writeProviderDetail(fault: ProviderDetail, code: number | null): readonly Markup[] {
  if (code === null) return []
  return [fault.form === 'MSFT_WmiError' ? wmiErrorElement(fault, code) : wsmanFault(fault, code)]
}

function wsmanFault({ reason, machine, providerStatus }: ProviderDetail, code: number): Markup {
  const fault = (content: Markup): Markup =>
    element('f:WSManFault', { 'xmlns:f': f, Code: String(code), Machine: machine }, element('f:Message', {}, content))
  if (providerStatus === undefined) return fault(text(reason))
  const status = element(
    'e:__ExtendedStatus',
    { 'xmlns:e': extendedStatus, 'xmlns:xsi': xsi, 'xsi:type': 'e:__ExtendedStatus_Type' },
    element('e:StatusCode', {}, text(String(providerStatus))),
  )
  return fault(element('f:ProviderFault', { provider: 'WMI Provider' }, fault(text(reason)), element('f:ExtendedError', {}, status)))
}

function wmiErrorElement({ reason }: ProviderDetail, code: number): Markup {
  const one = (name: string, type: string, content: string): Markup => element(`p:${name}`, { 'xsi:type': `cim:${type}` }, text(content))
  return element(
    'p:MSFT_WmiError',
    { 'xmlns:xsi': xsi, 'xmlns:p': wmiError, 'xmlns:cim': cim, 'xmlns:b': b, 'b:IsCIM_Error': 'true', 'xsi:type': 'p:MSFT_WmiError_Type' },
    one('Message', 'cimString', reason),
    one('MessageID', 'cimString', `HRESULT 0x${code.toString(16)}`),
    one('error_Code', 'cimUnsignedInt', String(code)),
    one('error_Type', 'cimString', 'HRESULT'),
    one('error_WindowsErrorMessage', 'cimString', reason),
  )
}

export function readProviderFault(detail: XmlElement | undefined): ProviderFault {
  const wsman = child(detail, f, 'WSManFault')
  if (wsman !== undefined) {
    return {
      form: 'WSManFault',
      wsmanCode: number(attribute(wsman, '', 'Code')),
      providerStatus: number(descendant(wsman, '__ExtendedStatus', 'StatusCode')?.text),
      message: innermostMessage(wsman),
    }
  }
  const wmi = child(detail, wmiError, 'MSFT_WmiError')
  if (wmi === undefined) return { form: 'none', wsmanCode: null, providerStatus: null, message: null }
  const content = (name: string): string | undefined => child(wmi, wmiError, name)?.text.trim()
  return { form: 'MSFT_WmiError', wsmanCode: number(content('error_Code')), providerStatus: null, message: content('Message') ?? null }
}

function innermostMessage(fault: XmlElement): string | null {
  const message = child(fault, f, 'Message')
  const provider = child(message, f, 'ProviderFault')
  const inner = child(provider, f, 'WSManFault')
  return inner === undefined ? ((provider ?? message)?.text.trim() ?? null) : innermostMessage(inner)
}

/** An element of that name directly inside one of the other name, at any depth. */
function descendant(from: XmlElement, holder: string, name: string): XmlElement | undefined {
  const here = from.name === holder ? from.children.find((inner) => inner.name === name) : undefined
  if (here !== undefined) return here
  for (const inner of from.children) {
    const found = descendant(inner, holder, name)
    if (found !== undefined) return found
  }
  return undefined
}

function number(content: string | undefined): number | null {
  return content === undefined || content === '' || Number.isNaN(Number(content)) ? null : Number(content) >>> 0
}
