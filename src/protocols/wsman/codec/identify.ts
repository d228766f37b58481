import { SnapcheckError } from '../../../foundation/errors.ts'
import { child, children, type XmlElement } from '../../xml/tree.ts'
import { element, text, textElement, type Markup } from './markup.ts'
import { namespaces } from './namespaces.ts'

const { w, wsmid } = namespaces
const declared = { 'xmlns:wsmid': wsmid } as const

export interface Identity {
  readonly productVendor: string
  /** `OS: 10.0.x SP: 0.0 Stack: 3.0`; without credentials a host leaves the numbers out (ws-man.md section 4, documented). */
  readonly productVersion: string
  readonly securityProfiles: readonly string[]
}

export function writeIdentify(): Markup {
  return element('wsmid:Identify', declared)
}

export function isIdentify(body: XmlElement | undefined): boolean {
  return body?.namespace === wsmid && body.name === 'Identify'
}

export function writeIdentifyResponse({ productVendor, productVersion, securityProfiles }: Identity): Markup {
  const profiles = securityProfiles.flatMap((profile) => textElement('wsmid:SecurityProfileName', profile))
  return element(
    'wsmid:IdentifyResponse',
    declared,
    element('wsmid:ProtocolVersion', {}, text(w)),
    element('wsmid:ProductVendor', {}, text(productVendor)),
    element('wsmid:ProductVersion', {}, text(productVersion)),
    ...(profiles.length === 0 ? [] : [element('wsmid:SecurityProfiles', {}, ...profiles)]),
  )
}

export function readIdentifyResponse(body: XmlElement | undefined): Identity {
  if (body?.namespace !== wsmid || body.name !== 'IdentifyResponse') {
    throw new SnapcheckError('SNAPCHECK_PROTOCOL', 'The body is no answer to Identify.', {
      observed: body?.name ?? 'an empty body',
      expected: 'IdentifyResponse',
    })
  }
  const content = (name: string): string => child(body, wsmid, name)?.text.trim() ?? ''
  return {
    productVendor: content('ProductVendor'),
    productVersion: content('ProductVersion'),
    securityProfiles: children(child(body, wsmid, 'SecurityProfiles'), wsmid, 'SecurityProfileName').map((profile) => profile.text.trim()),
  }
}
