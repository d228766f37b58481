/** Namespaces and relations of OData v3 in XML ([MS-ODATA] 2.2.6.2, 2.2.3.7.2). */
export const ns = {
  atom: 'http://www.w3.org/2005/Atom',
  app: 'http://www.w3.org/2007/app',
  data: 'http://schemas.microsoft.com/ado/2007/08/dataservices',
  metadata: 'http://schemas.microsoft.com/ado/2007/08/dataservices/metadata',
  edmx: 'http://schemas.microsoft.com/ado/2007/06/edmx',
  edm: 'http://schemas.microsoft.com/ado/2009/11/edm',
} as const

export const typeScheme = 'http://schemas.microsoft.com/ado/2007/08/dataservices/scheme'
