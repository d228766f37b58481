/** Namespaces by the prefix that the recorded Hyper-V host and ws-man.md section 1 use for them. */
export const namespaces = {
  s: 'http://www.w3.org/2003/05/soap-envelope',
  a: 'http://schemas.xmlsoap.org/ws/2004/08/addressing',
  n: 'http://schemas.xmlsoap.org/ws/2004/09/enumeration',
  x: 'http://schemas.xmlsoap.org/ws/2004/09/transfer',
  w: 'http://schemas.dmtf.org/wbem/wsman/1/wsman.xsd',
  b: 'http://schemas.dmtf.org/wbem/wsman/1/cimbinding.xsd',
  m: 'http://schemas.microsoft.com/wbem/wsman/1/wsman.xsd',
  f: 'http://schemas.microsoft.com/wbem/wsman/1/wsmanfault',
  cim: 'http://schemas.dmtf.org/wbem/wscim/1/common',
  xsi: 'http://www.w3.org/2001/XMLSchema-instance',
  wsmid: 'http://schemas.dmtf.org/wbem/wsman/identity/1/wsmanidentity.xsd',
  wmiError: 'http://schemas.dmtf.org/wbem/wscim/1/cim-schema/2/MSFT_WmiError',
  xml: 'http://www.w3.org/XML/1998/namespace',
} as const

/** The address of an answer and of every reference that a host emits (recorded). */
export const anonymousAddress = `${namespaces.a}/role/anonymous`

export const wqlDialect = 'http://schemas.microsoft.com/wbem/wsman/1/WQL'
/** Three spellings are in use; this is the one of MS-WSMV and openwsman's header (ws-man.md section 1). */
export const associationDialect = 'http://schemas.dmtf.org/wbem/wsman/1/cimbinding/associationFilter'

/** Actions of requests; that of an answer has `Response` after it (recorded for Enumerate and Pull). */
export const actions = {
  get: `${namespaces.x}/Get`,
  put: `${namespaces.x}/Put`,
  create: `${namespaces.x}/Create`,
  delete: `${namespaces.x}/Delete`,
  enumerate: `${namespaces.n}/Enumerate`,
  pull: `${namespaces.n}/Pull`,
  release: `${namespaces.n}/Release`,
} as const

/** What follows a namespace URI to name one of its FaultDetail values (ws-man.md section 9, recorded). */
export const faultDetailPrefix = 'http://schemas.dmtf.org/wbem/wsman/1/wsman/faultDetail/'

/** HTTP of WS-Management: POST to this path with this type (ws-man.md section 1, documented). */
export const wsmanPath = '/wsman'
export const soapContentType = 'application/soap+xml;charset=UTF-8'
