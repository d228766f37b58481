import { SnapcheckError } from '../../../foundation/errors.ts'
import { child, type XmlElement } from '../../xml/tree.ts'
import { readFilter, writeFilter, type Filter, type UnknownFilter } from './filter.ts'
import { readInstance, writeInstance, type CimInstance } from './instance.ts'
import { element, text, textElement, type Markup } from './markup.ts'
import { namespaces } from './namespaces.ts'
import { endpointReference, readReference, type Reference } from './reference.ts'
import type { Schema } from './value.ts'

const { b, n, w } = namespaces

export const enumerationModes = ['EnumerateEPR', 'EnumerateObjectAndEPR'] as const
export type EnumerationMode = (typeof enumerationModes)[number]

export interface EnumerateRequest {
  readonly filter?: Filter
  /** Asks for the first items in the answer to Enumerate. */
  readonly optimize?: boolean
  /** Only with `optimize`. */
  readonly maxElements?: number
  /** Left out: objects. */
  readonly mode?: EnumerationMode
  /** Such as `IncludeSubClassProperties`. */
  readonly polymorphism?: string
}

export interface PullRequest {
  readonly context: string
  /** Left out, a host gives one item (recorded). */
  readonly maxElements?: number
}

/** An object, its reference, or both (EnumerateObjectAndEPR). */
export interface Item {
  readonly instance?: CimInstance
  readonly reference?: Reference
}

/** What an Enumerate or a Pull brought. */
export interface Batch {
  /** Null where there is nothing more to pull. May change with every Pull: the newest one counts (recorded). */
  readonly context: string | null
  readonly items: readonly Item[]
  /** Comes with the last item (recorded) and is final whatever the context says. */
  readonly end: boolean
}

/** MaxElements is of namespace `w` here and of `n` in Pull (ws-man.md section 6). */
export function writeEnumerate(request: EnumerateRequest): Markup {
  return element(
    'n:Enumerate',
    {},
    ...(request.optimize === true ? [element('w:OptimizeEnumeration', {})] : []),
    ...textElement('w:MaxElements', request.maxElements),
    ...textElement('w:EnumerationMode', request.mode),
    ...(request.polymorphism === undefined ? [] : [element('b:PolymorphismMode', { 'xmlns:b': b }, text(request.polymorphism))]),
    ...(request.filter === undefined ? [] : [writeFilter(request.filter)]),
  )
}

/** What was asked for; a mode or filter that is not known is left to the server to refuse. */
export interface IncomingEnumerate extends Omit<EnumerateRequest, 'filter' | 'mode'> {
  readonly filter?: Filter | UnknownFilter
  readonly mode?: string
}

export function readEnumerate(body: XmlElement): IncomingEnumerate {
  const filter = readFilter(body)
  const mode = child(body, w, 'EnumerationMode')?.text.trim()
  const maxElements = child(body, w, 'MaxElements')?.text
  const polymorphism = child(body, b, 'PolymorphismMode')?.text.trim()
  return {
    ...(child(body, w, 'OptimizeEnumeration') === undefined ? {} : { optimize: true }),
    ...(maxElements === undefined ? {} : { maxElements: Number(maxElements) }),
    ...(mode === undefined ? {} : { mode }),
    ...(polymorphism === undefined ? {} : { polymorphism }),
    ...(filter === undefined ? {} : { filter }),
  }
}

export function writePull({ context, maxElements }: PullRequest): Markup {
  return element('n:Pull', {}, ...textElement('n:EnumerationContext', context), ...textElement('n:MaxElements', maxElements))
}

export function readPull(body: XmlElement): PullRequest {
  const maxElements = child(body, n, 'MaxElements')?.text
  return { context: contextOf(body) ?? '', ...(maxElements === undefined ? {} : { maxElements: Number(maxElements) }) }
}

export function writeRelease(context: string): Markup {
  return element('n:Release', {}, ...textElement('n:EnumerationContext', context))
}

export function readRelease(body: XmlElement): string {
  return contextOf(body) ?? ''
}

/** The plain answer holds the context and nothing else (recorded); items make it the optimised one, of namespace `w`. */
export function writeEnumerateResponse({ context, items, end }: Batch): Markup {
  return element(
    'n:EnumerateResponse',
    {},
    element('n:EnumerationContext', {}, ...(context === null ? [] : [text(context)])),
    ...(items.length === 0 && !end ? [] : [element('w:Items', {}, ...items.map(itemElement))]),
    ...(end ? [element('w:EndOfSequence', {})] : []),
  )
}

/** Context before Items, EndOfSequence after it and then no context (recorded). */
export function writePullResponse({ context, items, end }: Batch): Markup {
  return element(
    'n:PullResponse',
    {},
    ...textElement('n:EnumerationContext', context ?? undefined),
    element('n:Items', {}, ...items.map(itemElement)),
    ...(end ? [element('n:EndOfSequence', {})] : []),
  )
}

function itemElement({ instance, reference }: Item): Markup {
  if (instance === undefined) return endpointReference(reference!)
  return reference === undefined ? writeInstance(instance) : element('w:Item', {}, writeInstance(instance), endpointReference(reference))
}

/** Reads the answer to an Enumerate or a Pull; Items and EndOfSequence of either namespace (ws-man.md section 6). */
export function readBatch(body: XmlElement | undefined, schema?: Schema): Batch {
  if (body === undefined || !['EnumerateResponse', 'PullResponse'].includes(body.name)) {
    throw new SnapcheckError('SNAPCHECK_PROTOCOL', 'The body is no answer to Enumerate or Pull.', {
      observed: body?.name ?? 'an empty body',
      expected: 'EnumerateResponse or PullResponse',
    })
  }
  const end = either(body, 'EndOfSequence') !== undefined
  return {
    context: end ? null : contextOf(body),
    items: (either(body, 'Items')?.children ?? []).map((item) => readItem(item, schema)),
    end,
  }
}

function readItem(item: XmlElement, schema?: Schema): Item {
  if (isEpr(item)) return { reference: readReference(item) }
  if (item.namespace !== w || item.name !== 'Item') return { instance: readInstance(item, schema) }
  const epr = item.children.find(isEpr)
  const object = item.children.find((inner) => !isEpr(inner))
  return { ...(object && { instance: readInstance(object, schema) }), ...(epr && { reference: readReference(epr) }) }
}

function isEpr(item: XmlElement): boolean {
  return item.namespace === namespaces.a && item.name === 'EndpointReference'
}

function either(body: XmlElement, name: string): XmlElement | undefined {
  return child(body, n, name) ?? child(body, w, name)
}

function contextOf(body: XmlElement): string | null {
  const context = child(body, n, 'EnumerationContext')?.text.trim()
  return context === undefined || context === '' ? null : context
}
