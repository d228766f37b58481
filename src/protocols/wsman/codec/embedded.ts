import { SnapcheckError } from '../../../foundation/errors.ts'
import { attribute, parseXml, type XmlElement } from '../../xml/tree.ts'
import { readDmtf, writeDmtf } from './datetime.ts'
import { element, text, type Markup } from './markup.ts'
import {
  integerTypes,
  isArray,
  realTypes,
  textTypes,
  typedScalar,
  wideIntegerTypes,
  type CimScalar,
  type CimType,
  type CimValue,
} from './value.ts'

/** A property in CIM-XML, which carries its type. */
export interface EmbeddedProperty {
  readonly name: string
  readonly type: Exclude<CimType, 'reference'>
  readonly array: boolean
  /** Null is a property without VALUE; an array of none is an empty VALUE.ARRAY. */
  readonly value: CimValue
}

/** An instance inside a string, as methods take and give it (ws-man.md section 7). */
export interface EmbeddedInstance {
  readonly className: string
  readonly properties: readonly EmbeddedProperty[]
}

/** CIM-XML text that a method parameter holds; written as CDATA, as libvirt and go-wsman send it. */
export interface EmbeddedText {
  readonly cimXml: string
}

/** No DTD, no CIM wrapper, no qualifiers. @throws SNAPCHECK_CANNOT_CARRY */
export function writeEmbedded(instance: EmbeddedInstance): EmbeddedText {
  return { cimXml: element('INSTANCE', { CLASSNAME: instance.className }, ...instance.properties.map(property)) }
}

/** A host writes null with `PROPAGATED` and without VALUE (recorded). */
function property({ name, type, array, value }: EmbeddedProperty): Markup {
  const tag = array ? 'PROPERTY.ARRAY' : 'PROPERTY'
  if (value === null) return element(tag, { NAME: name, PROPAGATED: 'true', TYPE: type }, text(''))
  const values = (isArray(value) ? value : [value]).map((each) => element('VALUE', {}, text(scalarText(each, name))))
  return element(tag, { NAME: name, TYPE: type }, ...(array ? [element('VALUE.ARRAY', {}, ...values)] : values))
}

function scalarText(value: CimScalar, place: string): string {
  if (typeof value !== 'object') return String(value)
  const dmtf = 'resourceUri' in value ? undefined : writeDmtf(value)
  if (dmtf !== undefined) return dmtf
  throw new SnapcheckError('SNAPCHECK_PROTOCOL', `${place} has no form in CIM-XML.`, {
    place,
    observed: JSON.stringify(value),
    expected: 'text, number, boolean, instant or interval',
  })
}

/** @throws SNAPCHECK_XML_…, and SNAPCHECK_PROTOCOL for XML that is no INSTANCE or holds more than properties. */
export function readEmbedded(cimXml: string, place: string): EmbeddedInstance {
  const root = parseXml(cimXml, place)
  const className = attribute(root, '', 'CLASSNAME')
  if (root.name !== 'INSTANCE' || className === undefined) throw unexpected(root, place, 'INSTANCE with CLASSNAME')
  return { className, properties: root.children.filter(({ name }) => name !== 'QUALIFIER').map((each) => readProperty(each, place)) }
}

const types: ReadonlySet<string> = new Set([...textTypes, ...integerTypes, ...wideIntegerTypes, ...realTypes, 'boolean', 'datetime'])

function isEmbeddedType(type: string | undefined): type is EmbeddedProperty['type'] {
  return type !== undefined && types.has(type)
}

function readProperty(each: XmlElement, place: string): EmbeddedProperty {
  const name = attribute(each, '', 'NAME')
  const type = attribute(each, '', 'TYPE')
  const array = each.name === 'PROPERTY.ARRAY'
  if ((!array && each.name !== 'PROPERTY') || name === undefined || !isEmbeddedType(type))
    throw unexpected(each, place, 'PROPERTY or PROPERTY.ARRAY with NAME and a CIM TYPE')
  const holder = each.children.find((inner) => inner.name === (array ? 'VALUE.ARRAY' : 'VALUE'))
  if (holder === undefined) return { name, type, array, value: null }
  const values = (array ? holder.children : [holder]).map((value) => readScalar(value.text, type, `${place}, ${name}`))
  return { name, type, array, value: array ? values : values[0]! }
}

function readScalar(content: string, type: EmbeddedProperty['type'], place: string): CimScalar {
  if (type !== 'datetime') return typedScalar(content, type, place)
  const time = readDmtf(content.trim())
  if (time === undefined)
    throw new SnapcheckError('SNAPCHECK_PROTOCOL', `${place} is no CIM datetime.`, {
      place,
      observed: content.slice(0, 100),
      expected: 'yyyymmddHHMMSS.mmmmmm+UUU',
    })
  return time
}

function unexpected(found: XmlElement, place: string, expected: string): SnapcheckError {
  return new SnapcheckError('SNAPCHECK_PROTOCOL', `${place} is not the CIM-XML of an instance.`, { place, observed: found.name, expected })
}
