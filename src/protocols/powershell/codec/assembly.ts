import { SnapcheckError } from '../../../foundation/errors.ts'
import { growingObject, keyIn, type EntryFrame, type Frame, type MembersFrame, type ObjectFrame } from './frame.ts'
import type { CliXmlHandlers } from './handlers.ts'
import type { CliXmlLimits } from './limits.ts'
import { references } from './references.ts'
import type { CliXmlDictionary, CliXmlList, CliXmlValue } from './value.ts'

const released: CliXmlValue = { type: 'released' }

/** Puts values together as their elements open and close; knows containers and references, not tags. */
export interface Assembly {
  frame(): Frame | undefined
  push(frame: Frame): void
  openObject(name: string | undefined, refId: string | undefined): void
  /** A set of members under a name, inside the members that were added to an object. */
  openMemberSet(name: string | undefined): void
  /** A value is complete: it goes into the element that is open now. @param stream of a top-level value. */
  receive(name: string | undefined, value: CliXmlValue, stream?: string): void
  /** The element that is open now has ended. */
  close(stream: string | undefined): void
  /** The object that a `Ref` means. */
  object(refId: string | undefined): CliXmlValue
  /** The type names that a `TNRef` means. */
  types(refId: string | undefined): readonly string[]
  malformed(observed: string, expected: string): SnapcheckError
}

export function assembly(document: string, handlers: CliXmlHandlers, limits: CliXmlLimits): Assembly {
  const frames: Frame[] = []
  const path: (string | number)[] = []
  const objects = references()
  const typeLists = new Map<string, readonly string[]>()
  let objectCount = 0

  const place = (): string => `${document}, at ${path.join(' > ').slice(0, 500) || 'the beginning'}`
  const innermost = (): Frame => frames.at(-1)!

  function malformed(observed: string, expected: string): SnapcheckError {
    return new SnapcheckError('SNAPCHECK_CLIXML_MALFORMED', `${document} holds something that is no serialised PowerShell object.`, {
      place: place(),
      observed,
      expected,
    })
  }

  function bounded(count: number, limit: number, what: string): void {
    if (count <= limit) return
    throw new SnapcheckError('SNAPCHECK_XML_LIMIT', `${document} has too many ${what}.`, {
      place: place(),
      observed: `over ${limit}`,
      expected: `at most ${limit}`,
    })
  }

  function receive(name: string | undefined, value: CliXmlValue, stream?: string): void {
    const frame = innermost()
    switch (frame.kind) {
      case 'root':
        frame.count++
        return handlers.top?.(value, stream)
      case 'object':
        frame.object.base = value
        return
      case 'members':
        if (name === undefined) throw malformed('a member without a name', 'an attribute N')
        frame.target.set(name, value)
        return bounded(frame.target.size, limits.members, 'members in one object')
      case 'list':
        return bounded(frame.items.push(value), limits.members, 'items in one list')
      case 'entry':
        frame[name === 'Key' ? 'key' : 'value'] = value
        return
      default:
        throw malformed(`a value in ${frame.kind}`, 'a value in an object, list or entry')
    }
  }

  function closeObject(frame: ObjectFrame, stream: string | undefined): void {
    const kept = handlers.object?.(frame.object, path) ?? frame.object
    path.pop()
    if (kept === 'release') objects.release(frame.mark)
    else if (kept !== frame.object && frame.refId !== undefined) objects.replace(frame.refId, kept)
    receive(frame.name, kept === 'release' ? released : kept, stream)
  }

  function closeMembers({ set, target }: MembersFrame): void {
    if (set === undefined) return
    path.pop()
    receive(set.name, { type: 'memberSet', members: target })
  }

  function closeBase(base: CliXmlList | CliXmlDictionary): void {
    const holder = innermost()
    if (holder.kind === 'object') holder.object.base = base
  }

  function closeEntry({ key, value }: EntryFrame): void {
    if (key === undefined || value === undefined) throw malformed('an entry without key or value', 'N="Key" and N="Value"')
    const holder = innermost()
    if (holder.kind === 'dictionary') bounded(holder.entries.push([key, value]), limits.members, 'entries in one dictionary')
  }

  function closeTypes(names: readonly string[], refId: string | undefined): void {
    const holder = innermost()
    if (holder.kind === 'object') holder.object.typeNames = names
    if (refId !== undefined) typeLists.set(refId, names)
  }

  return {
    frame: () => frames.at(-1),
    push: (frame) => void frames.push(frame),
    openObject(name, refId) {
      bounded(++objectCount, limits.objects, 'objects')
      const frame: ObjectFrame = { kind: 'object', object: growingObject(), name, refId, mark: objects.count }
      path.push(keyIn(innermost(), name))
      if (refId !== undefined) objects.define(refId, frame.object)
      frames.push(frame)
    },
    openMemberSet(name) {
      path.push(keyIn(innermost(), name))
      frames.push({ kind: 'members', target: new Map(), set: { name } })
    },
    receive,
    close(stream) {
      const frame = frames.pop()!
      if (frame.kind === 'object') closeObject(frame, stream)
      else if (frame.kind === 'members') closeMembers(frame)
      else if (frame.kind === 'list') closeBase({ type: 'list', form: frame.form, items: frame.items })
      else if (frame.kind === 'dictionary') closeBase({ type: 'dictionary', entries: frame.entries })
      else if (frame.kind === 'entry') closeEntry(frame)
      else if (frame.kind === 'types') closeTypes(frame.names, frame.refId)
      else if (frame.kind === 'progress') receive(frame.name, { type: 'progress', fields: frame.fields }, stream)
    },
    object(refId) {
      const value = refId === undefined ? undefined : objects.get(refId)
      if (value === undefined) throw malformed(`Ref ${refId}`, 'a reference to an object further up')
      return value
    },
    types(refId) {
      const names = refId === undefined ? undefined : typeLists.get(refId)
      if (names === undefined) throw malformed(`TNRef ${refId}`, 'a reference to type names further up')
      return names
    },
    malformed,
  }
}
