import type { CliXmlDictionary, CliXmlList, CliXmlObject, CliXmlValue } from '../value.ts'
import type { Shape } from './description.ts'

/** What of a value the tests compare. */
export function shapeOf(value: CliXmlValue): Shape {
  // The engine writes as few digits as bring the same single back, which as a double is another number.
  if (value.type === 'single') return { type: 'single', value: Math.fround(value.value) }
  if (value.type !== 'object') return 'value' in value ? { type: value.type, value: comparable(value.value) } : { type: value.type }
  return objectShape(value)
}

function objectShape(object: CliXmlObject): Shape {
  const base = object.base === null ? null : baseShape(object.base)
  if (object.extended.size === 0 && base !== null && object.typeNames.includes('System.Enum'))
    return { type: 'enum', text: object.text, value: base }
  if (object.extended.size === 0 && base !== null) return base
  return { type: 'members', members: [...object.extended].map(([name, value]) => [name, shapeOf(value)] as const), base }
}

function baseShape(base: CliXmlValue | CliXmlList | CliXmlDictionary): Shape {
  if (base.type === 'list') return { type: base.form, items: base.items.map(shapeOf) }
  if (base.type === 'dictionary')
    return { type: 'dictionary', entries: base.entries.map(([key, value]) => [shapeOf(key), shapeOf(value)] as const) }
  return shapeOf(base)
}

/** Bytes compare as hexadecimal text. */
function comparable(value: unknown): unknown {
  return value instanceof Uint8Array ? Buffer.from(value).toString('hex') : value
}
