import type { CliXmlTop } from './document.ts'
import { keyText } from './frame.ts'
import { cliXmlWriteLimits, type CliXmlWriteLimits } from './limits.ts'
import type { XmlAttributes } from './output.ts'
import { cliXmlNamespace } from './read.ts'
import { listTags } from './tags.ts'
import type { CliXmlDictionary, CliXmlList, CliXmlObject, CliXmlValue } from './value.ts'
import { nameAttribute, writeLeaf, writeText, type Position } from './write-leaf.ts'
import { writing as startWriting, type Writing } from './writing.ts'

/** Characters of a piece, about. */
const pieceLength = 64 * 1024

type Pieces = Iterable<string>

/**
 * Writes values as the engine serialises them, without indentation, in pieces that can go out one by one; an object that
 * is met again, by identity, becomes a reference to the first.
 * @param place what is written, for messages.
 * @throws SNAPCHECK_CANNOT_CARRY for a value that CLIXML has no form for and for secure strings, SNAPCHECK_XML_LIMIT for
 * what is too deep or too long.
 */
export function* writeCliXml(values: Iterable<CliXmlTop>, place: string, limits: CliXmlWriteLimits = cliXmlWriteLimits): Pieces {
  const writing = startWriting(place, limits)
  const { out, path } = writing
  out.open('Objs', [
    ['Version', '1.1.0.1'],
    ['xmlns', cliXmlNamespace],
  ])
  let count = 0
  for (const { value, stream } of values) {
    path.push(count++)
    yield* writeValue(writing, value, { stream }, 1)
    path.pop()
  }
  out.close()
  writing.checkSize()
  yield* out.take(0)
}

/** @param depth values inside each other, this one included. */
function writeValue(writing: Writing, value: CliXmlValue, at: Position, depth: number): Pieces {
  writing.checkBounds(depth)
  if (value.type === 'object') return writeObject(writing, value, at, depth)
  writeLeaf(writing, value, at)
  writing.checkSize()
  return writing.out.take(pieceLength)
}

function* writeObject(writing: Writing, object: CliXmlObject, at: Position, depth: number): Pieces {
  const { out } = writing
  const { id, isKnown } = writing.objectId(object)
  out.open(isKnown ? 'Ref' : 'Obj', [['S', at.stream], nameAttribute(writing, at), ['RefId', String(id)]])
  if (!isKnown) {
    writeTypes(writing, object.typeNames)
    if (object.text !== null) writeText(writing, 'ToString', object.text)
    if (object.base !== null) yield* writeBase(writing, object.base, depth)
    if (object.properties !== null) yield* writeMembers(writing, 'Props', [], object.properties, depth)
    if (object.extended.size > 0) yield* writeMembers(writing, 'MS', [], object.extended, depth)
  }
  out.close()
}

/** A chain of type names is written out once. */
function writeTypes(writing: Writing, typeNames: readonly string[]): void {
  if (typeNames.length === 0) return
  const { id, isKnown } = writing.typesId(typeNames)
  writing.out.open(isKnown ? 'TNRef' : 'TN', [['RefId', String(id)]])
  if (!isKnown) for (const name of typeNames) writeText(writing, 'T', name)
  writing.out.close()
}

/** Only an object counts as a value inside the one that wraps it. */
function writeBase(writing: Writing, base: CliXmlValue | CliXmlList | CliXmlDictionary, depth: number): Pieces {
  if (base.type === 'list') return writeItems(writing, base, depth)
  if (base.type === 'dictionary') return writeEntries(writing, base, depth)
  return writeValue(writing, base, {}, base.type === 'object' ? depth + 1 : depth)
}

function* writeItems(writing: Writing, { form, items }: CliXmlList, depth: number): Pieces {
  writing.out.open(listTags.get(form)!)
  for (const [index, item] of items.entries()) {
    writing.path.push(index)
    yield* writeValue(writing, item, {}, depth + 1)
    writing.path.pop()
  }
  writing.out.close()
}

function* writeEntries(writing: Writing, { entries }: CliXmlDictionary, depth: number): Pieces {
  writing.out.open('DCT')
  for (const [key, value] of entries) {
    writing.path.push(keyText(key))
    if (key.type === 'nil') throw writing.refused('null as a key', 'a key that is a value')
    writing.out.open('En')
    yield* writeValue(writing, key, { name: 'Key' }, depth + 1)
    yield* writeValue(writing, value, { name: 'Value' }, depth + 1)
    writing.out.close()
    writing.path.pop()
  }
  writing.out.close()
}

function* writeMembers(
  writing: Writing,
  tag: 'Props' | 'MS',
  attributes: XmlAttributes,
  members: ReadonlyMap<string, CliXmlValue>,
  depth: number,
): Pieces {
  writing.checkBounds(depth)
  writing.out.open(tag, attributes)
  for (const [name, value] of members) {
    writing.path.push(name)
    if (value.type === 'memberSet' && tag === 'MS')
      yield* writeMembers(writing, 'MS', [nameAttribute(writing, { name })], value.members, depth)
    else yield* writeValue(writing, value, { name }, depth + 1)
    writing.path.pop()
  }
  writing.out.close()
}
