import type { Json } from '../../foundation/json.ts'
import { memberOf, type CliXmlObject, type CliXmlScalar, type CliXmlValue } from '../../protocols/powershell/codec/value.ts'
import { absent, nil, type Exported, type Field } from './exported.ts'

export function exportedFromCliXml(object: CliXmlObject): Exported {
  return {
    typeNames: typeNamesOf(object),
    field: (name) => fieldOf(memberOf(object, name) ?? entryOf(object, name)),
  }
}

/**
 * Objects of one type share the list of its names in the file, and share it here. Select-Object makes a custom object that keeps
 * the nearest name alone (`Selected.X`, PSCustomObject, Object): what X derives from is not in the file, so that it has no chain.
 */
const chains = new WeakMap<readonly string[], readonly string[]>()

function typeNamesOf({ typeNames }: CliXmlObject): readonly string[] {
  const known = chains.get(typeNames)
  if (known !== undefined) return known
  const own = typeNames.map(withoutPrefix)
  const names = own[0]?.startsWith('Selected.') === true ? [] : own
  chains.set(typeNames, names)
  return names
}

/** A hashtable's entries stand for its members, as they do in PowerShell itself. */
function entryOf({ base }: CliXmlObject, name: string): CliXmlValue | undefined {
  if (base?.type !== 'dictionary') return undefined
  return base.entries.find(([key]) => key.type === 'string' && key.value.toLowerCase() === name.toLowerCase())?.[1]
}

function fieldOf(value: CliXmlValue | undefined): Field {
  if (value === undefined) return absent
  if (value.type === 'object') return objectField(value)
  return value.type === 'memberSet' || value.type === 'progress' || value.type === 'released' ? absent : scalarField(value)
}

/** An object that wraps a list is that list, one that wraps a number is an enum: its name is the value. */
function objectField(object: CliXmlObject): Field {
  const { base } = object
  if (base === null) return { form: 'object', object: exportedFromCliXml(object) }
  if (base.type === 'list') return { form: 'list', items: base.items.map(fieldOf) }
  if (base.type === 'dictionary') return { form: 'object', object: exportedFromCliXml(object) }
  if (object.text !== null && object.typeNames.some((name) => name.endsWith('System.Enum'))) return { form: 'scalar', value: object.text }
  return fieldOf(base)
}

function scalarField(value: CliXmlScalar): Field {
  if (value.type === 'nil') return nil
  if (value.type === 'secureString' || value.type === 'bytes') return absent
  return { form: 'scalar', value: json(value.value) }
}

/** A 64-bit integer is kept as its decimal text where a JSON number could not hold it. */
function json(value: string | number | bigint | boolean): Json {
  if (typeof value !== 'bigint') return value
  const number = Number(value)
  return Number.isSafeInteger(number) ? number : String(value)
}

/** Objects that were imported and exported again carry it. */
function withoutPrefix(typeName: string): string {
  return typeName.replace(/^(?:Deserialized\.)+/, '')
}
