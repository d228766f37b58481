import { SnapcheckError } from '../../../foundation/errors.ts'
import { attribute, child, type XmlElement } from '../../xml/tree.ts'
import { element, text, type Markup } from './markup.ts'
import { namespaces } from './namespaces.ts'
import { isReference, readReference, referenceContent, referenceDeclarations } from './reference.ts'
import { isArray, typedScalar, type CimScalar, type CimValue, type PropertyType } from './value.ts'

/**
 * The elements of a property or method parameter under the prefix `p`: one for a scalar, an element `xsi:nil` for null,
 * one for each element of an array, and none at all for an empty one (ws-man.md section 8, recorded).
 */
export function propertyElements(name: string, value: CimValue): readonly Markup[] {
  if (value === null) return [element(`p:${name}`, { 'xsi:nil': 'true' })]
  return isArray(value) ? value.map((each) => scalarElement(name, each)) : [scalarElement(name, value)]
}

function scalarElement(name: string, value: CimScalar): Markup {
  if (typeof value !== 'object') return element(`p:${name}`, {}, text(String(value)))
  if ('resourceUri' in value) return element(`p:${name}`, referenceDeclarations, ...referenceContent(value))
  return element(
    `p:${name}`,
    {},
    'datetime' in value ? element('cim:Datetime', {}, text(value.datetime)) : element('cim:Interval', {}, text(value.interval)),
  )
}

/**
 * Reads the children of an instance, _INPUT or _OUTPUT element by name.
 * @param typeOf tells types and, above all, which property is an array.
 */
export function readProperties(holder: XmlElement, typeOf: (property: string) => PropertyType | undefined): ReadonlyMap<string, CimValue> {
  const groups = Map.groupBy(holder.children, (property) => property.name)
  const entries = [...groups].map(([name, elements]): [string, CimValue] => [
    name,
    readValue(elements, typeOf(name), `${holder.name}.${name}`),
  ])
  return new Map(entries)
}

function readValue(elements: readonly XmlElement[], type: PropertyType | undefined, place: string): CimValue {
  const isNull = elements.length === 1 && isNil(elements[0]!)
  if (isNull) return null
  const values = elements.map((each) => readScalar(each, type, place))
  return values.length > 1 || type?.array === true ? values : values[0]!
}

function readScalar(property: XmlElement, type: PropertyType | undefined, place: string): CimScalar {
  const datetime = child(property, namespaces.cim, 'Datetime')
  if (datetime !== undefined) return { datetime: datetime.text.trim() }
  const interval = child(property, namespaces.cim, 'Interval')
  if (interval !== undefined) return { interval: interval.text.trim() }
  if (isReference(property)) return readReference(property)
  if (property.children.length > 0) {
    throw new SnapcheckError('SNAPCHECK_PROTOCOL', `${place} holds elements that are no CIM value.`, {
      place,
      observed: property.children[0]!.name,
      expected: 'text, Datetime, Interval or a reference',
    })
  }
  return typedScalar(property.text, type?.type, place)
}

function isNil(property: XmlElement): boolean {
  return ['true', '1'].includes(attribute(property, namespaces.xsi, 'nil') ?? '')
}
