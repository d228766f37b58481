import type { Entity, EntitySet } from './edm.ts'
import { formatResourcePath } from './key.ts'
import { literal, type Literal } from './literals.ts'

/** The path of an entity below the service root. Key properties of other types than Edm.Guid are written as strings. */
export function entityPath(set: EntitySet, entity: Entity): string {
  return formatResourcePath({ name: set.name, key: Object.fromEntries(set.type.key.map((name) => [name, keyLiteral(set, entity, name)])) })
}

function keyLiteral(set: EntitySet, entity: Entity, name: string): Literal {
  const text = String(entity.properties[name] ?? '')
  const type = set.type.properties.find((property) => property.name === name)?.type
  return type === 'Edm.Guid' ? literal.guid(text) : literal.string(text)
}
