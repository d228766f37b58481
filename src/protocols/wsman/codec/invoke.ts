import { SnapcheckError } from '../../../foundation/errors.ts'
import type { XmlElement } from '../../xml/tree.ts'
import type { EmbeddedText } from './embedded.ts'
import { cdata, element, type Markup } from './markup.ts'
import { namespaces } from './namespaces.ts'
import { propertyElements, readProperties } from './property.ts'
import type { CimValue, PropertyType } from './value.ts'

/** A parameter as it is sent. An array of embedded instances repeats the parameter element. */
export interface MethodParameter {
  readonly name: string
  readonly value: CimValue | EmbeddedText | readonly EmbeddedText[]
}

export interface MethodCall {
  readonly method: string
  readonly resourceUri: string
  /** By name; embedded instances come as their CIM-XML text. */
  readonly parameters: ReadonlyMap<string, CimValue>
}

export type ParameterTypes = (method: string, parameter: string) => PropertyType | undefined

const noTypes: ParameterTypes = () => undefined

/** The Action of a call; the answer's has `Response` after it. */
export function methodAction(resourceUri: string, method: string): string {
  return `${resourceUri}/${method}`
}

/** A REF parameter holds Address and ReferenceParameters directly: a wrapper is refused (ws-man.md section 7, recorded). */
export function writeInput(resourceUri: string, method: string, parameters: readonly MethodParameter[]): Markup {
  return element(
    `p:${method}_INPUT`,
    { 'xmlns:p': resourceUri, 'xmlns:xsi': namespaces.xsi, 'xmlns:cim': namespaces.cim },
    ...parameters.flatMap(parameterElements),
  )
}

/** An out parameter without a value is null, so `xsi:nil` (ResultingSnapshot of an asynchronous CreateSnapshot, observed). */
export function writeOutput(resourceUri: string, method: string, parameters: readonly MethodParameter[]): Markup {
  return element(
    `p:${method}_OUTPUT`,
    { 'xmlns:xsi': namespaces.xsi, 'xmlns:p': resourceUri, 'xmlns:cim': namespaces.cim },
    ...parameters.flatMap(parameterElements),
  )
}

export function readInput(body: XmlElement | undefined, types: ParameterTypes = noTypes): MethodCall {
  return readCall(body, '_INPUT', types)
}

export function readOutput(body: XmlElement | undefined, types: ParameterTypes = noTypes): MethodCall {
  return readCall(body, '_OUTPUT', types)
}

function parameterElements({ name, value }: MethodParameter): readonly Markup[] {
  if (isEmbeddedList(value)) return value.map((each) => embeddedElement(name, each))
  return isEmbedded(value) ? [embeddedElement(name, value)] : propertyElements(name, value)
}

function embeddedElement(name: string, { cimXml }: EmbeddedText): Markup {
  return element(`p:${name}`, {}, cdata(cimXml))
}

function isEmbedded(value: MethodParameter['value'] | undefined): value is EmbeddedText {
  return typeof value === 'object' && value !== null && 'cimXml' in value
}

function isEmbeddedList(value: MethodParameter['value']): value is readonly EmbeddedText[] {
  return Array.isArray(value) && isEmbedded(value[0])
}

function readCall(body: XmlElement | undefined, suffix: string, types: ParameterTypes): MethodCall {
  if (body?.name.endsWith(suffix) !== true) {
    throw new SnapcheckError('SNAPCHECK_PROTOCOL', 'The body is not that of a method call.', {
      observed: body?.name ?? 'an empty body',
      expected: `an element whose name ends with ${suffix}`,
    })
  }
  const method = body.name.slice(0, -suffix.length)
  return { method, resourceUri: body.namespace, parameters: readProperties(body, (parameter) => types(method, parameter)) }
}
