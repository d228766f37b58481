import { isRecord, type Json } from '../../foundation/json.ts'
import { absent, nil, type Exported, type Field } from './exported.ts'

/** JSON has no type names; names are found in any case, as PowerShell would. */
export function exportedFromJson(record: Readonly<Record<string, unknown>>): Exported {
  return {
    typeNames: [],
    field: (name) => fieldOf(Object.hasOwn(record, name) ? record[name] : inAnyCase(record, name.toLowerCase())),
  }
}

function fieldOf(value: unknown): Field {
  if (value === undefined) return absent
  if (value === null) return nil
  if (Array.isArray(value)) return { form: 'list', items: value.map(fieldOf) }
  if (!isRecord(value)) return { form: 'scalar', value: value as Json }
  return 'value' in value && wrapperKeys(value) ? fieldOf(value['value']) : { form: 'object', object: exportedFromJson(value) }
}

/** What Windows PowerShell 5.1 writes around a value that carries members of its own, such as a time or an array. */
const wrapper: ReadonlySet<string> = new Set([
  'value',
  'Count',
  'DisplayHint',
  'DateTime',
  'PSPath',
  'PSParentPath',
  'PSChildName',
  'PSDrive',
  'PSProvider',
  'ReadCount',
])

function wrapperKeys(record: Readonly<Record<string, unknown>>): boolean {
  return Object.keys(record).every((key) => wrapper.has(key))
}

function inAnyCase(record: Readonly<Record<string, unknown>>, lowerName: string): unknown {
  for (const name of Object.keys(record)) if (name.toLowerCase() === lowerName) return record[name]
  return undefined
}
