import { plainXmlReader, type PlainXmlTag, type XmlReader } from '../../xml/read.ts'
import { assembly, type Assembly } from './assembly.ts'
import { decodeText } from './escape.ts'
import type { ObjectFrame } from './frame.ts'
import type { CliXmlHandlers } from './handlers.ts'
import { cliXmlLimits, type CliXmlLimits } from './limits.ts'
import { scalarReaders } from './scalar.ts'
import { listForms } from './tags.ts'
import type { CliXmlValue } from './value.ts'

/** [MS-PSRP] 2.2.5: the namespace of files; a remote shell leaves it out. */
export const cliXmlNamespace = 'http://schemas.microsoft.com/powershell/2004/04'
const namespaces: ReadonlySet<string> = new Set([cliXmlNamespace, ''])

/**
 * Reads serialised PowerShell objects as they come, in pieces of any size; nothing is held that the handlers let go of.
 * Call `write` for each piece of text and `end` once.
 * @param place what is read, for messages.
 * @throws SNAPCHECK_XML_… for the XML, SNAPCHECK_CLIXML_MALFORMED for what is no serialised object.
 */
export function cliXmlReader(place: string, handlers: CliXmlHandlers, limits: CliXmlLimits = cliXmlLimits): XmlReader {
  const parts = assembly(place, handlers, limits)
  /** The element whose text is being read; it may hold nothing else. */
  let leaf: PlainXmlTag | undefined
  let text = ''
  let stream: string | undefined

  function open(tag: PlainXmlTag): void {
    if (leaf !== undefined) throw parts.malformed(`<${shown(tag)}> inside <${leaf.name}>`, 'text')
    if (parts.frame()?.kind === 'root') stream = attributeOf(tag, 'S')
    if (opensContainer(parts, tag)) return
    leaf = tag
    text = ''
  }

  function close(tag: PlainXmlTag): void {
    if (leaf === undefined) return parts.close(stream)
    leaf = undefined
    closeLeaf(parts, tag, text, handlers, stream)
  }

  function read(piece: string): void {
    if (leaf !== undefined) text += piece
    else if (piece.trim() !== '')
      throw parts.malformed(`the text ${JSON.stringify(piece.trim().slice(0, 100))} between elements`, 'white space')
  }
  return plainXmlReader(place, { open, close, text: read }, limits)
}

/** @returns false where the element holds text only. */
function opensContainer(parts: Assembly, tag: PlainXmlTag): boolean {
  const frame = parts.frame()
  if (frame === undefined) return opensRoot(parts, tag)
  if (frame.kind === 'object') return opensPart(parts, frame, tag)
  if (frame.kind === 'types' || frame.kind === 'progress') return false
  if (frame.kind === 'dictionary') {
    if (tag.name !== 'En') throw parts.malformed(`<${shown(tag)}> in a dictionary`, '<En>')
    parts.push({ kind: 'entry', key: undefined, value: undefined })
    return true
  }
  if (frame.kind === 'members' && tag.name === 'MS') {
    parts.openMemberSet(nameOf(tag))
    return true
  }
  return opensValue(parts, tag)
}

/** `Objs`, or one value alone as a remote shell sends it. */
function opensRoot(parts: Assembly, tag: PlainXmlTag): boolean {
  const namespace = attributeOf(tag, 'xmlns') ?? ''
  if (!namespaces.has(namespace)) throw parts.malformed(`an element of namespace ${namespace.slice(0, 200)}`, cliXmlNamespace)
  parts.push({ kind: 'root', count: 0 })
  return tag.name === 'Objs' || opensValue(parts, tag)
}

/** What stands directly in an `Obj`: type names, members, and the value that it wraps. */
function opensPart(parts: Assembly, { object }: ObjectFrame, tag: PlainXmlTag): boolean {
  const form = listForms.get(tag.name)
  if (form !== undefined) parts.push({ kind: 'list', form, items: [] })
  else if (tag.name === 'DCT') parts.push({ kind: 'dictionary', entries: [] })
  else if (tag.name === 'Props') parts.push({ kind: 'members', target: (object.properties = new Map()), set: undefined })
  else if (tag.name === 'MS') parts.push({ kind: 'members', target: (object.extended = new Map()), set: undefined })
  else if (tag.name === 'TN') parts.push({ kind: 'types', names: [], refId: attributeOf(tag, 'RefId') })
  else if (tag.name === 'TNRef' || tag.name === 'ToString') return false
  else return opensValue(parts, tag)
  return true
}

function opensValue(parts: Assembly, tag: PlainXmlTag): boolean {
  if (tag.name === 'Obj') parts.openObject(nameOf(tag), definedIn(tag))
  else if (tag.name === 'PR') parts.push({ kind: 'progress', name: nameOf(tag), fields: new Map() })
  else if (tag.name === 'Ref' || scalarReaders.has(tag.name)) return false
  else throw parts.malformed(`<${shown(tag)}>`, 'an element of [MS-PSRP] 2.2.5')
  return true
}

function closeLeaf(parts: Assembly, tag: PlainXmlTag, text: string, handlers: CliXmlHandlers, stream: string | undefined): void {
  const frame = parts.frame()!
  if (frame.kind === 'types') frame.names.push(decodeText(text))
  else if (frame.kind === 'progress') frame.fields.set(tag.name, decodeText(text))
  else if (frame.kind === 'object' && tag.name === 'ToString') frame.object.text = decodeText(text)
  else if (frame.kind === 'object' && tag.name === 'TNRef') frame.object.typeNames = parts.types(attributeOf(tag, 'RefId'))
  else {
    const name = nameOf(tag)
    if (tag.name === 'Ref') return parts.receive(name, parts.object(attributeOf(tag, 'RefId')), stream)
    const isWanted = frame.kind !== 'members' || name === undefined || handlers.wants?.(name) !== false
    const value = scalarOf(parts, tag, isWanted ? detached(text) : text)
    if (isWanted) parts.receive(name, value, stream)
  }
}

/**
 * A copy of its own. V8 makes a longer piece of a text a view of the whole, so that one kept value would keep 64 kB of the
 * document (measured: an inventory of 200 MB was held completely).
 */
function detached(text: string): string {
  return text.length < shortestView ? text : Buffer.from(text).toString()
}

/** Shorter texts are copied by V8 itself. */
const shortestView = 13

function scalarOf(parts: Assembly, tag: PlainXmlTag, text: string): CliXmlValue {
  const value = scalarReaders.get(tag.name)?.(text)
  if (value === undefined)
    throw parts.malformed(`<${shown(tag)}> with the text ${JSON.stringify(text.slice(0, 100))}`, 'a value of that type')
  return value
}

function attributeOf(tag: PlainXmlTag, name: string): string | undefined {
  return tag.attributes[name]
}

/** Kept for as long as something may refer to it. */
function definedIn(tag: PlainXmlTag): string | undefined {
  const refId = attributeOf(tag, 'RefId')
  return refId === undefined ? undefined : detached(refId)
}

function nameOf(tag: PlainXmlTag): string | undefined {
  const name = attributeOf(tag, 'N')
  return name === undefined ? undefined : decodeText(name)
}

function shown(tag: PlainXmlTag): string {
  return tag.name.slice(0, 100)
}
