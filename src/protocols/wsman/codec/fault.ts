import { child, type XmlElement } from '../../xml/tree.ts'
import { faults, type FaultKind } from './faultTable.ts'
import { readProviderFault, writeProviderDetail, type FaultForm } from './faultDetail.ts'
import type { QName } from './headers.ts'
import { element, text, type Markup } from './markup.ts'
import { faultDetailPrefix, namespaces } from './namespaces.ts'

const { a, n, s, w } = namespaces

/** Why a host refused. Texts are in the host's language and never matched. */
export interface Fault {
  /** Undefined for a fault that the table does not know. */
  readonly kind: FaultKind | undefined
  /** SOAP code without prefix: Sender, Receiver, MustUnderstand, VersionMismatch. */
  readonly code: string
  readonly subcode: QName | null
  /** The tail of FaultDetail, e.g. `InvalidResourceURI`. */
  readonly detail: string | null
  readonly wsmanCode: number | null
  /** WBEM status of the WMI provider, e.g. 0x80041010. */
  readonly providerStatus: number | null
  readonly form: FaultForm | 'none'
  readonly reason: string
  readonly message: string | null
}

/** A fault as a server sends it; what is left out comes from the table. */
export interface OutgoingFault {
  readonly kind: FaultKind
  readonly reason: string
  readonly language: string
  /** The name that the host gives itself. */
  readonly machine: string
  readonly form?: FaultForm
  readonly detail?: string
  readonly wsmanCode?: number
  /** The WMI provider's own code, where it was the provider that refused. */
  readonly providerStatus?: number
}

const actionOf = { a: `${a}/fault`, w: 'http://schemas.dmtf.org/wbem/wsman/1/wsman/fault', n: `${n}/fault` } as const

/** The Action header of a fault: that of the namespace whose fault it is. */
export function faultAction(kind: FaultKind): string {
  return actionOf[faults[kind].subcode?.[0] ?? 'a']
}

export function writeFault(fault: OutgoingFault): Markup {
  const { code, subcode, detail: usual, wsmanCode } = faults[fault.kind]
  const detail = fault.detail ?? usual
  const provider = writeProviderDetail(fault, fault.wsmanCode ?? wsmanCode)
  const content = [...(detail === null ? [] : [element('w:FaultDetail', {}, text(faultDetailPrefix + detail))]), ...provider]
  return element(
    's:Fault',
    {},
    element(
      's:Code',
      {},
      element('s:Value', {}, text(`s:${code}`)),
      ...(subcode === null ? [] : [element('s:Subcode', {}, element('s:Value', {}, text(subcode.join(':'))))]),
    ),
    element('s:Reason', {}, element('s:Text', { 'xml:lang': fault.language }, text(fault.reason))),
    ...(content.length === 0 ? [] : [element('s:Detail', {}, ...content)]),
  )
}

/** Undefined where the body is no SOAP fault. Prefixes inside QNames are the sender's and are resolved. */
export function readFault(body: XmlElement | undefined): Fault | undefined {
  if (body?.namespace !== s || body.name !== 'Fault') return undefined
  const code = child(body, s, 'Code')
  const detail = child(body, s, 'Detail')
  const read = {
    code: qname(child(code, s, 'Value'))?.name ?? '',
    subcode: qname(child(child(code, s, 'Subcode'), s, 'Value')) ?? null,
    detail: child(detail, w, 'FaultDetail')?.text.trim().split('/').at(-1) ?? null,
    reason: child(child(body, s, 'Reason'), s, 'Text')?.text.trim() ?? '',
    ...readProviderFault(detail),
  }
  return { ...read, kind: kindOf(read) }
}

function qname(value: XmlElement | undefined): QName | undefined {
  if (value === undefined) return undefined
  const [name, prefix] = value.text.trim().split(':').toReversed()
  return { namespace: value.prefixes[prefix ?? ''] ?? '', name: name ?? '' }
}

const table = Object.entries(faults) as readonly (readonly [FaultKind, (typeof faults)[FaultKind]])[]

/** A known code decides; else subcode and detail; else the entry of that subcode which asks for no detail. */
function kindOf({ code, subcode, detail, wsmanCode }: Pick<Fault, 'code' | 'subcode' | 'detail' | 'wsmanCode'>): FaultKind | undefined {
  const find = (fits: (entry: (typeof faults)[FaultKind]) => boolean): FaultKind | undefined => table.find(([, entry]) => fits(entry))?.[0]
  const sameSubcode = (entry: (typeof faults)[FaultKind]): boolean =>
    subcode === null ? entry.subcode === null && entry.code === code : entry.subcode?.[1] === subcode.name
  return (
    find((entry) => wsmanCode !== null && entry.wsmanCode === wsmanCode) ??
    find((entry) => sameSubcode(entry) && entry.detail === detail) ??
    find((entry) => sameSubcode(entry) && entry.detail === null)
  )
}
