import { attribute, child, children, parseXml, type XmlElement } from '../../xml/tree.ts'
import { typeName, type ComplexType, type EntitySet } from './edm.ts'
import { ns } from './names.ts'

/** What $metadata declares of one entity set. */
export interface DeclaredSet {
  readonly name: string
  readonly type: string
  readonly key: readonly string[]
  /** Property name to type name, in the order declared. */
  readonly properties: Readonly<Record<string, string>>
}

const newest = 'http://schemas.microsoft.com/ado'

/** Writes the EDMX of OData v3 ([MC-CSDL]) for the sets that a service has. */
export function writeMetadata(namespace: string, container: string, sets: readonly EntitySet[]): string {
  const types = [...new Set(sets.map((set) => set.type))]
  const complex = [
    ...new Set(types.flatMap((type) => type.properties.map((property) => property.type)).filter((type) => typeof type !== 'string')),
  ]
  return [
    `<?xml version="1.0" encoding="utf-8"?><edmx:Edmx Version="1.0" xmlns:edmx="${ns.edmx}">`,
    `<edmx:DataServices m:DataServiceVersion="3.0" m:MaxDataServiceVersion="3.0" xmlns:m="${ns.metadata}">`,
    `<Schema Namespace="${namespace}" xmlns="${ns.edm}">`,
    ...types.map(
      (type) =>
        `<EntityType Name="${local(type.name)}"><Key>${type.key.map((name) => `<PropertyRef Name="${name}" />`).join('')}</Key>${declared(type)}</EntityType>`,
    ),
    ...complex.map((type) => `<ComplexType Name="${local(type.name)}">${declared(type)}</ComplexType>`),
    `<EntityContainer Name="${container}" m:IsDefaultEntityContainer="true">`,
    ...sets.map((set) => `<EntitySet Name="${set.name}" EntityType="${set.type.name}" />`),
    '</EntityContainer></Schema></edmx:DataServices></edmx:Edmx>',
  ].join('')
}

function declared(type: ComplexType): string {
  return type.properties
    .map(
      (property) => `<Property Name="${property.name}" Type="${typeName(property.type)}"${property.nullable ? '' : ' Nullable="false"'} />`,
    )
    .join('')
}

function local(qualified: string): string {
  return qualified.slice(qualified.lastIndexOf('.') + 1)
}

/** Reads the entity sets out of an EDMX; the namespace of Schema depends on the version of the service, so any of Microsoft's will do. */
export function readMetadata(body: string, place: string): readonly DeclaredSet[] {
  const schemas = (child(parseXml(body, place), ns.edmx, 'DataServices')?.children ?? []).filter(
    (schema) => schema.name === 'Schema' && schema.namespace.startsWith(newest),
  )
  const types = new Map(
    schemas.flatMap((schema) =>
      children(schema, schema.namespace, 'EntityType').map((type) => [
        `${attribute(schema, '', 'Namespace')}.${attribute(type, '', 'Name')}`,
        type,
      ]),
    ),
  )
  return schemas
    .flatMap((schema) => children(schema, schema.namespace, 'EntityContainer'))
    .flatMap((container) => children(container, container.namespace, 'EntitySet'))
    .map((set) => declaredSet(set, types))
}

function declaredSet(set: XmlElement, types: ReadonlyMap<string, XmlElement>): DeclaredSet {
  const type = attribute(set, '', 'EntityType') ?? ''
  const element = types.get(type)
  const inside = (parent: XmlElement | undefined, name: string): readonly XmlElement[] => children(parent, element?.namespace ?? '', name)
  return {
    name: attribute(set, '', 'Name') ?? '',
    type,
    key: inside(child(element, element?.namespace ?? '', 'Key'), 'PropertyRef').map((key) => attribute(key, '', 'Name') ?? ''),
    properties: Object.fromEntries(
      inside(element, 'Property').map((property) => [attribute(property, '', 'Name') ?? '', attribute(property, '', 'Type') ?? '']),
    ),
  }
}
