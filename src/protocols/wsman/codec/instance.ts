import type { XmlElement } from '../../xml/tree.ts'
import { element, type Markup } from './markup.ts'
import { namespaces } from './namespaces.ts'
import { propertyElements, readProperties } from './property.ts'
import { untyped, type CimValue, type Schema } from './value.ts'

/** An object of a class. A property that is not in the map is absent; one that is null is present as `xsi:nil`. */
export interface CimInstance {
  readonly className: string
  /** The class's resource URI, which is also the namespace of the element and its properties. */
  readonly resourceUri: string
  readonly properties: ReadonlyMap<string, CimValue>
}

/**
 * An instance as the recorded host writes it: namespaces declared on the instance, `xsi:type`, properties in
 * alphabetical order without regard to case (hyperv-wmi-v2.md section 2, observed).
 */
export function writeInstance(instance: CimInstance): Markup {
  const sorted = [...instance.properties].toSorted(([one], [other]) => compare(one.toLowerCase(), other.toLowerCase()))
  return element(
    `p:${instance.className}`,
    {
      'xmlns:xsi': namespaces.xsi,
      'xmlns:p': instance.resourceUri,
      'xmlns:cim': namespaces.cim,
      'xsi:type': `p:${instance.className}_Type`,
    },
    ...sorted.flatMap(([name, value]) => propertyElements(name, value)),
  )
}

export function readInstance(holder: XmlElement, schema: Schema = untyped): CimInstance {
  return {
    className: holder.name,
    resourceUri: holder.namespace,
    properties: readProperties(holder, (property) => schema(holder.name, property)),
  }
}

function compare(one: string, other: string): number {
  return one < other ? -1 : one > other ? 1 : 0
}
