import { attribute, child, children, type XmlElement } from '../../xml/tree.ts'
import { element, text, type Markup } from './markup.ts'
import { anonymousAddress, namespaces } from './namespaces.ts'
import { readSelectorSet, selectorSet, type Selector } from './reference.ts'

export interface QName {
  readonly namespace: string
  readonly name: string
}

export interface Option {
  readonly name: string
  readonly value: string
}

/** What is left out is not written. An Identify has none at all. */
export interface Headers {
  readonly action?: string
  /** `uuid:…` */
  readonly messageId?: string
  readonly to?: string
  /** Of an answer: the request's MessageID. */
  readonly relatesTo?: string
  readonly replyTo?: string
  readonly resourceUri?: string
  readonly selectors?: readonly Selector[]
  readonly options?: readonly Option[]
  /** Bytes. */
  readonly maxEnvelopeSize?: number
  /** xs:duration, e.g. `PT60S`. */
  readonly operationTimeout?: string
  readonly locale?: string
  readonly dataLocale?: string
  readonly sessionId?: string
}

const { s, a, w, m, xml } = namespaces

/** Action, MessageID, To, RelatesTo come first in this order (recorded); the order of a request's others is free. */
export function writeHeaders(headers: Headers, kind: 'request' | 'response'): readonly Markup[] {
  const must: Readonly<Record<string, string>> = kind === 'request' ? { 's:mustUnderstand': 'true' } : {}
  const optional = { 's:mustUnderstand': 'false' }
  const has = (name: string, attributes: Readonly<Record<string, string>>, content: string | number | undefined): readonly Markup[] =>
    content === undefined ? [] : [element(name, attributes, text(String(content)))]
  const language = (name: string, tag: string | undefined, declared = {}): readonly Markup[] =>
    tag === undefined ? [] : [element(name, { ...declared, 'xml:lang': tag, ...optional })]
  return [
    ...has('a:Action', must, headers.action),
    ...has('a:MessageID', {}, headers.messageId),
    ...has('a:To', {}, headers.to),
    ...has('a:RelatesTo', {}, headers.relatesTo),
    ...(headers.replyTo === undefined ? [] : [element('a:ReplyTo', {}, element('a:Address', {}, text(headers.replyTo)))]),
    ...has('w:ResourceURI', must, headers.resourceUri),
    ...selectorSet(headers.selectors ?? []),
    ...optionSet(headers.options ?? []),
    ...has('w:MaxEnvelopeSize', must, headers.maxEnvelopeSize),
    ...has('w:OperationTimeout', {}, headers.operationTimeout),
    ...language('w:Locale', headers.locale),
    ...language('m:DataLocale', headers.dataLocale, { 'xmlns:m': m }),
    ...has('m:SessionId', { 'xmlns:m': m, ...optional }, headers.sessionId),
  ]
}

function optionSet(options: readonly Option[]): readonly Markup[] {
  return options.length === 0
    ? []
    : [element('w:OptionSet', {}, ...options.map(({ name, value }) => element('w:Option', { Name: name }, text(value))))]
}

/** Headers that this codec reads or may pass over without harm; any other one is not understood. */
const known: Readonly<Record<string, readonly string[]>> = {
  [a]: ['Action', 'MessageID', 'To', 'RelatesTo', 'ReplyTo', 'From', 'FaultTo'],
  [w]: [
    'ResourceURI',
    'SelectorSet',
    'OptionSet',
    'MaxEnvelopeSize',
    'OperationTimeout',
    'Locale',
    'RequestTotalItemsCountEstimate',
    'TotalItemsCountEstimate',
  ],
  [m]: ['DataLocale', 'SessionId', 'OperationID', 'SequenceId', 'Activity'],
}

export function readHeaders(header: XmlElement | undefined): { readonly headers: Headers; readonly notUnderstood: readonly QName[] } {
  const one = (namespace: string, name: string): XmlElement | undefined => child(header, namespace, name)
  const content = (namespace: string, name: string): string | undefined => one(namespace, name)?.text.trim()
  const maxEnvelopeSize = content(w, 'MaxEnvelopeSize')
  const options = one(w, 'OptionSet')
  const selectors = one(w, 'SelectorSet')
  const headers: Headers = defined({
    action: content(a, 'Action'),
    messageId: content(a, 'MessageID'),
    to: content(a, 'To'),
    relatesTo: content(a, 'RelatesTo'),
    replyTo: child(one(a, 'ReplyTo'), a, 'Address')?.text.trim(),
    resourceUri: content(w, 'ResourceURI'),
    selectors: selectors && readSelectorSet(selectors),
    options: options && readOptions(options),
    maxEnvelopeSize: maxEnvelopeSize === undefined ? undefined : Number(maxEnvelopeSize),
    operationTimeout: content(w, 'OperationTimeout'),
    locale: languageOf(one(w, 'Locale')),
    dataLocale: languageOf(one(m, 'DataLocale')),
    sessionId: content(m, 'SessionId'),
  })
  return {
    headers,
    notUnderstood: (header?.children ?? [])
      .filter((inner) => mustUnderstand(inner) && !isKnown(inner))
      .map(({ namespace, name }) => ({ namespace, name })),
  }
}

/** The headers of an answer to `request`, as the recorded host writes them. */
export function answerHeaders(request: Headers, messageId: string, action: string): Headers {
  return { action, messageId, to: anonymousAddress, ...(request.messageId === undefined ? {} : { relatesTo: request.messageId }) }
}

function readOptions(set: XmlElement): readonly Option[] {
  return children(set, w, 'Option').map((option) => ({ name: attribute(option, '', 'Name') ?? '', value: option.text }))
}

function languageOf(locale: XmlElement | undefined): string | undefined {
  return locale && attribute(locale, xml, 'lang')
}

/** pywinrm writes the attribute without a namespace (ws-man.md section 3, measured): that one binds nobody. */
function mustUnderstand(header: XmlElement): boolean {
  return ['true', '1'].includes(attribute(header, s, 'mustUnderstand') ?? '')
}

function isKnown(header: XmlElement): boolean {
  return known[header.namespace]?.includes(header.name) === true
}

type Optional<Shape> = { readonly [Key in keyof Shape]: Shape[Key] | undefined }

function defined(headers: Optional<Required<Headers>>): Headers {
  return Object.fromEntries(Object.entries(headers).filter(([, value]) => value !== undefined))
}
