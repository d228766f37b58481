import { SnapcheckError } from '../../../foundation/errors.ts'

/** The primitive types of OData v3 that Service Provider Foundation uses (dn785076). */
export const edmPrimitives = ['Edm.Guid', 'Edm.String', 'Edm.Boolean', 'Edm.Int32', 'Edm.DateTime', 'Edm.DateTimeOffset'] as const
export type EdmPrimitive = (typeof edmPrimitives)[number]

/**
 * A value as it stands on the wire: GUIDs and times stay the text that the server wrote, so that nothing is lost by
 * reading. A property that is missing from an entity is missing from its record; one without a value is null.
 */
export type EdmValue = string | number | boolean | null | { readonly [property: string]: EdmValue }
export type EdmRecord = Readonly<Record<string, EdmValue>>

export interface ComplexType {
  /** Namespace-qualified, e.g. `VMM.ErrorInfo`. */
  readonly name: string
  readonly properties: readonly EdmProperty[]
}

export interface EdmProperty {
  readonly name: string
  readonly type: EdmPrimitive | ComplexType
  readonly nullable: boolean
}

export interface EntityType extends ComplexType {
  /** Names of the key properties, in the order in which the service writes them. */
  readonly key: readonly string[]
}

export interface EntitySet {
  readonly name: string
  readonly type: EntityType
}

/** One entity as read or to be written. */
export interface Entity {
  /** Namespace-qualified type where the payload names it: `odata.type`, `__metadata.type`, Atom category. */
  readonly type: string | undefined
  readonly properties: EdmRecord
}

const guid = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/i
const time = /^\d{4}-\d\d-\d\dT\d\d:\d\d(?::\d\d(?:\.\d{1,7})?)?/
const zone = /(?:Z|[+-]\d\d:\d\d)$/

/**
 * Whether a wire value has the form of its type. Edm.DateTime has no zone by definition, yet the documented samples of
 * SPF carry an offset (dn785078, dn785083), so both are a time here.
 */
const forms: Readonly<Record<EdmPrimitive, (value: EdmValue) => boolean>> = {
  'Edm.Guid': (value) => typeof value === 'string' && guid.test(value),
  'Edm.String': (value) => typeof value === 'string',
  'Edm.Boolean': (value) => typeof value === 'boolean',
  'Edm.Int32': (value) => typeof value === 'number' && (value | 0) === value,
  'Edm.DateTime': (value) => typeof value === 'string' && time.test(value),
  'Edm.DateTimeOffset': (value) => typeof value === 'string' && time.test(value) && zone.test(value),
}

export function typeName(type: EdmPrimitive | ComplexType): string {
  return typeof type === 'string' ? type : type.name
}

/** @throws SNAPCHECK_PROTOCOL for a property that the type does not have, or a value of another form. */
export function checkProperties(properties: EdmRecord, type: ComplexType): EdmRecord {
  for (const [name, value] of Object.entries(properties)) {
    const property = type.properties.find((known) => known.name === name)
    if (property === undefined) throw mismatch(`${type.name} has no property ${name}.`, name, type)
    if (value !== null) checkValue(value, property, type)
    else if (!property.nullable) throw mismatch(`${name} of ${type.name} cannot be null.`, 'null', type)
  }
  return properties
}

function checkValue(value: EdmValue, property: EdmProperty, owner: ComplexType): void {
  if (typeof property.type === 'string') {
    if (!forms[property.type](value))
      throw mismatch(`${property.name} of ${owner.name} is no ${property.type}.`, JSON.stringify(value), owner)
  } else if (isComplex(value)) checkProperties(value, property.type)
  else throw mismatch(`${property.name} of ${owner.name} is no ${property.type.name}.`, JSON.stringify(value), owner)
}

export function isComplex(value: EdmValue): value is { readonly [property: string]: EdmValue } {
  return typeof value === 'object' && value !== null
}

function mismatch(summary: string, observed: string, type: ComplexType): SnapcheckError {
  return new SnapcheckError('SNAPCHECK_PROTOCOL', summary, {
    observed,
    expected: `properties of ${type.name} as its $metadata declares them`,
  })
}
