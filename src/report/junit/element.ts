import { escapeAttribute, escapeText, withStandIns } from '../../foundation/xml-text.ts'

/** An element of the JUnit file. Values may hold anything that a product answered, so what XML cannot hold gets a stand-in. */
export interface Element {
  readonly name: string
  readonly attributes?: Readonly<Record<string, string | number>>
  readonly children?: readonly Element[]
  readonly text?: string
}

export function xmlOf(element: Element, indent: string): string {
  const { name, children = [], text } = element
  if (children.length === 0 && text === undefined) return `${indent}<${name}${attributesOf(element)}/>\n`
  const inner = children.map((child) => xmlOf(child, `${indent}  `)).join('')
  const content = text === undefined ? `\n${inner}${indent}` : escapeText(withStandIns(text))
  return `${openTag(element, indent)}${content}</${name}>\n`
}

/** For elements that are written in pieces because their content may be long. */
export function openTag(element: Omit<Element, 'children'>, indent: string): string {
  return `${indent}<${element.name}${attributesOf(element)}>`
}

function attributesOf({ attributes = {} }: Pick<Element, 'attributes'>): string {
  return Object.entries(attributes)
    .map(([key, value]) => ` ${key}="${escapeAttribute(withStandIns(String(value)))}"`)
    .join('')
}

export function propertiesElement(properties: readonly (readonly [string, string])[]): Element {
  return { name: 'properties', children: properties.map(([name, value]) => ({ name: 'property', attributes: { name, value } })) }
}
