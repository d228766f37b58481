import { atom } from './atom.ts'
import type { PayloadCodec } from './document.ts'
import { jsonLight, jsonVerbose } from './json.ts'

/** The payload formats of OData v3 that SPF documents (C-102). The first is what a service prefers among equals. */
export const formatNames = ['json-full', 'json-minimal', 'json-verbose', 'atom'] as const
export type FormatName = (typeof formatNames)[number]

export interface PayloadFormat {
  /** As a client asks for it and labels its own bodies. */
  readonly mediaType: string
  /** Content-Type of an answer by what it holds. */
  readonly contentTypes: Readonly<Record<'entity' | 'feed' | 'service' | 'error', string>>
  readonly codec: PayloadCodec
}

export const formats: Readonly<Record<FormatName, PayloadFormat>> = {
  'json-full': json('fullmetadata', jsonLight('full')),
  'json-minimal': json('minimalmetadata', jsonLight('minimal')),
  'json-verbose': json('verbose', jsonVerbose),
  atom: {
    mediaType: 'application/atom+xml',
    contentTypes: {
      entity: 'application/atom+xml;type=entry;charset=utf-8',
      feed: 'application/atom+xml;type=feed;charset=utf-8',
      service: 'application/atomsvc+xml;charset=utf-8',
      error: 'application/xml;charset=utf-8',
    },
    codec: atom,
  },
}

function json(metadata: string, codec: PayloadCodec): PayloadFormat {
  const mediaType = `application/json;odata=${metadata}`
  const contentType = `${mediaType};charset=utf-8`
  return { mediaType, contentTypes: { entity: contentType, feed: contentType, service: contentType, error: contentType }, codec }
}

/** `odata=light` was the name of minimalmetadata before OData v3 was final; nometadata carries no types either. */
const jsonByParameter: Readonly<Record<string, FormatName>> = {
  verbose: 'json-verbose',
  fullmetadata: 'json-full',
  minimalmetadata: 'json-minimal',
  light: 'json-minimal',
}
const xmlTypes = ['application/atom+xml', 'application/atomsvc+xml', 'application/xml', 'text/xml']

/** The format that a Content-Type, or one part of an Accept header, means; undefined when it is none of OData v3. */
export function formatOfMediaType(mediaType: string): FormatName | undefined {
  const [type, ...parameters] = mediaType
    .toLowerCase()
    .split(';')
    .map((part) => part.trim())
  if (xmlTypes.includes(type ?? '')) return 'atom'
  if (type !== 'application/json') return undefined
  const odata = parameters.find((parameter) => parameter.startsWith('odata='))?.slice('odata='.length)
  return odata === undefined ? 'json-minimal' : jsonByParameter[odata]
}

/**
 * The format of an answer to an Accept header among those a service offers: the highest q, then the order asked.
 * Without a header, or for any type, the last one offered: a request without Accept was answered in Atom (observed in
 * badstreff/terraform-provider-vmm, which parses the answer to its POST as Atom).
 */
export function negotiate(accept: string | undefined, offered: readonly FormatName[]): FormatName | undefined {
  if (accept === undefined || accept.trim() === '') return offered.at(-1)
  const wanted = accept
    .split(',')
    .map((part) => ({ part, q: Number(/;\s*q=([\d.]+)/.exec(part)?.[1] ?? 1) }))
    .filter(({ q }) => q > 0)
    .toSorted((a, b) => b.q - a.q)
  for (const { part } of wanted) {
    const format = /^\s*(?:\*|application)\/\*/.test(part) ? offered.at(-1) : formatOfMediaType(part)
    if (format !== undefined && offered.includes(format)) return format
  }
  return undefined
}
