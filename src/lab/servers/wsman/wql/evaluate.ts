import { pathOfReference, writeObjectPath } from '../../../../protocols/wsman/codec/objectPath.ts'
import { isArray, type CimValue } from '../../../../protocols/wsman/codec/value.ts'
import type { WmiClass } from '../../../../products/hyperv-wmi/wmi-class.ts'
import { refuse } from '../fault.ts'
import type { StoredObject } from '../repository.ts'
import type { Comparator, Condition, Literal } from './query.ts'

/** Whether an object fulfils a condition. Text compares without regard to case, and null fulfils no comparison. */
export function fulfils(object: StoredObject, condition: Condition, server: string): boolean {
  switch (condition.kind) {
    case 'and':
      return fulfils(object, condition.left, server) && fulfils(object, condition.right, server)
    case 'or':
      return fulfils(object, condition.left, server) || fulfils(object, condition.right, server)
    case 'not':
      return !fulfils(object, condition.inner, server)
    case 'is-null':
      return (valueOf(object, condition.property, server) === null) !== condition.negated
    case 'compare':
      return compare(valueOf(object, condition.property, server), condition.comparator, resolved(condition.value, server))
  }
}

/** @throws CannotProcessFilter where a condition names a property that the class does not have. */
export function checkProperties(condition: Condition, definition: WmiClass): void {
  const known = [...Object.keys(systemProperties), ...definition.properties.flatMap(({ types }) => Object.keys(types))]
  for (const property of propertiesIn(condition)) {
    if (known.some((name) => name.toLowerCase() === property.toLowerCase())) continue
    throw refuse('cannotProcessFilter', `${definition.name} has no property ${property}.`)
  }
}

function propertiesIn(condition: Condition): readonly string[] {
  switch (condition.kind) {
    case 'not':
      return propertiesIn(condition.inner)
    case 'and':
    case 'or':
      return [...propertiesIn(condition.left), ...propertiesIn(condition.right)]
    case 'compare':
    case 'is-null':
      return [condition.property]
  }
}

const systemProperties: Readonly<Record<string, (object: StoredObject, server: string) => CimValue>> = {
  __CLASS: ({ definition }) => definition.name,
  __SERVER: (_object, server) => server,
  __PATH: ({ reference }, server) => {
    const path = pathOfReference(reference, server)
    return path === undefined ? null : writeObjectPath(path)
  },
}

function valueOf(object: StoredObject, property: string, server: string): CimValue {
  const system = systemProperties[property.toUpperCase()]
  if (system !== undefined) return system(object, server)
  for (const [name, value] of object.instance.properties) {
    if (name.toLowerCase() === property.toLowerCase()) return value
  }
  return null
}

function resolved(value: Literal, server: string): Exclude<Literal, object> {
  return typeof value === 'object' && value !== null ? server : value
}

const tests: Readonly<Record<Comparator, (order: number) => boolean>> = {
  '=': (order) => order === 0,
  '!=': (order) => order !== 0,
  '<>': (order) => order !== 0,
  '<': (order) => order < 0,
  '<=': (order) => order <= 0,
  '>': (order) => order > 0,
  '>=': (order) => order >= 0,
}

function compare(actual: CimValue, comparator: Comparator, wanted: Exclude<Literal, object>): boolean {
  if (wanted === null) return comparator === '=' ? actual === null : comparator === '!=' && actual !== null
  if (actual === null) return false
  if (isArray(actual)) throw refuse('cannotProcessFilter', 'An array cannot be compared in WQL.')
  const order = orderOf(comparable(actual), wanted)
  if (order === undefined) throw refuse('cannotProcessFilter', `The value ${String(wanted)} is not of the property's type.`)
  return tests[comparator](order)
}

function comparable(value: Exclude<CimValue, null>): unknown {
  if (typeof value !== 'object') return value
  if ('datetime' in value) return value.datetime
  return 'interval' in value ? value.interval : value
}

/** Numbers may be quoted in WQL, and booleans too. */
function orderOf(actual: unknown, wanted: string | number | boolean): number | undefined {
  if (typeof actual === 'string') return sign(actual.toLowerCase(), String(wanted).toLowerCase())
  if (typeof actual === 'boolean') return sign(String(actual), String(wanted).toLowerCase())
  if (typeof actual !== 'number' && typeof actual !== 'bigint') return undefined
  const number = Number(wanted)
  return Number.isNaN(number) ? undefined : sign(Number(actual), number)
}

function sign<Value extends string | number>(one: Value, other: Value): number {
  return one < other ? -1 : one > other ? 1 : 0
}
