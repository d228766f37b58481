import { SnapcheckError } from '../../../foundation/errors.ts'
import { readCliXml } from '../../../protocols/powershell/codec/document.ts'
import {
  noMembers,
  type CliXmlDictionary,
  type CliXmlList,
  type CliXmlObject,
  type CliXmlValue,
} from '../../../protocols/powershell/codec/value.ts'
import { writeCliXml } from '../../../protocols/powershell/codec/write.ts'

/** What the lab's modules and the lab tell each other. Numbers are whole ones of 32 bits. */
export type Plain = null | string | boolean | number | readonly Plain[] | PlainRecord
export interface PlainRecord {
  readonly [name: string]: Plain
}

const hashtable = ['System.Collections.Hashtable', 'System.Object'] as const
const array = ['System.Object[]', 'System.Array', 'System.Object'] as const

/** @returns one document with each of them as a top-level value. */
export function writePlain(records: readonly Plain[]): string {
  const tops = records.map((record) => ({ value: toCliXml(record), stream: undefined }))
  return [...writeCliXml(tops, 'the answer of the lab')].join('')
}

/** @throws SNAPCHECK_PROTOCOL and what the codec throws: only the lab's own modules call. */
export function readPlain(document: string): PlainRecord {
  const [top] = readCliXml(document, 'the call')
  const plain = top === undefined ? null : fromCliXml(top.value)
  if (isRecord(plain)) return plain
  throw new SnapcheckError('SNAPCHECK_PROTOCOL', 'The call is no record.', { expected: 'a hashtable' })
}

export function isRecord(value: Plain | undefined): value is PlainRecord {
  return typeof value === 'object' && value !== null && !isList(value)
}

export function isList(value: Plain | undefined): value is readonly Plain[] {
  return Array.isArray(value)
}

function toCliXml(plain: Plain): CliXmlValue {
  if (plain === null) return { type: 'nil' }
  if (typeof plain === 'string') return { type: 'string', value: plain }
  if (typeof plain === 'boolean') return { type: 'boolean', value: plain }
  if (typeof plain === 'number') return { type: 'int32', value: plain }
  if (isList(plain)) return wrapped(array, { type: 'list', form: 'list', items: plain.map(toCliXml) })
  const entries = Object.entries(plain).map(([key, value]) => [{ type: 'string', value: key }, toCliXml(value)] as const)
  return wrapped(hashtable, { type: 'dictionary', entries })
}

function wrapped(typeNames: readonly string[], base: CliXmlList | CliXmlDictionary): CliXmlObject {
  return { type: 'object', typeNames, text: null, base, properties: null, extended: noMembers }
}

function fromCliXml(value: CliXmlValue): Plain {
  switch (value.type) {
    case 'nil':
      return null
    case 'string':
    case 'boolean':
    case 'int32':
      return value.value
    case 'int64':
      return Number(value.value)
    case 'object':
      return fromObject(value)
    default:
      throw new SnapcheckError('SNAPCHECK_PROTOCOL', 'The call holds a value of a type that the modules do not send.', {
        observed: value.type,
      })
  }
}

function fromObject({ base }: CliXmlObject): Plain {
  if (base?.type === 'list') return base.items.map(fromCliXml)
  if (base?.type !== 'dictionary')
    throw new SnapcheckError('SNAPCHECK_PROTOCOL', 'The call holds an object.', { expected: 'lists and hashtables' })
  return Object.fromEntries(base.entries.map(([key, item]) => [String(fromCliXml(key)), fromCliXml(item)]))
}
