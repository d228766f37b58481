import type { ComplexType, EdmPrimitive, EdmProperty, EntitySet } from './edm.ts'
import { edmPrimitives } from './edm.ts'

/** An entity set as product data describes it: types by name. */
export interface SetDescription {
  readonly type: string
  readonly collection: string
  readonly key: readonly string[]
  readonly properties: readonly PropertyDescription[]
}

export interface PropertyDescription {
  readonly name: string
  readonly type: string
  readonly nullable: boolean
}

/**
 * Makes the type objects of the codec out of product data.
 * @param complex the properties of each complex type, by its qualified name.
 * @throws TypeError for a type name that is in neither: the product data is wrong.
 */
export function declareSet(description: SetDescription, complex: Readonly<Record<string, readonly PropertyDescription[]>>): EntitySet {
  const property = ({ name, type, nullable }: PropertyDescription): EdmProperty => ({ name, nullable, type: resolve(type) })
  const resolve = (name: string): EdmPrimitive | ComplexType => {
    const primitive = edmPrimitives.find((known) => known === name)
    if (primitive !== undefined) return primitive
    const properties = complex[name]
    if (properties === undefined) throw new TypeError(`${description.type} uses the unknown type ${name}`)
    return { name, properties: properties.map(property) }
  }
  return {
    name: description.collection,
    type: { name: description.type, key: description.key, properties: description.properties.map(property) },
  }
}
