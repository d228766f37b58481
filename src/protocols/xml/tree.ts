import type { SaxesTagNS } from 'saxes'
import { protocolLimits, xmlReader, type XmlLimits } from './read.ts'

/** An element with its namespaces resolved. Prefixes are the sender's and mean nothing. */
export interface XmlElement {
  readonly namespace: string
  readonly name: string
  readonly attributes: readonly XmlAttribute[]
  readonly children: readonly XmlElement[]
  /** The text directly inside, CDATA included. */
  readonly text: string
  /** Prefixes declared here or further out, for QNames in content such as fault subcodes. */
  readonly prefixes: Readonly<Record<string, string>>
}

export interface XmlAttribute {
  readonly namespace: string
  readonly name: string
  readonly value: string
}

interface Growing extends XmlElement {
  readonly children: Growing[]
  text: string
}

/** Reads a whole document into a tree; for envelopes and Atom entries, whose size the transport bounds. */
export function parseXml(document: string, place: string, limits: XmlLimits = protocolLimits): XmlElement {
  const open: Growing[] = []
  let root: Growing | undefined
  const reader = xmlReader(
    place,
    {
      open(tag) {
        const element = growing(tag, open.at(-1)?.prefixes)
        open.at(-1)?.children.push(element)
        root ??= element
        open.push(element)
      },
      close() {
        open.pop()
      },
      text(text) {
        const element = open.at(-1)
        if (element !== undefined) element.text += text
      },
    },
    limits,
  )
  reader.write(document)
  reader.end()
  return root!
}

function growing(tag: SaxesTagNS, outer: Readonly<Record<string, string>> = {}): Growing {
  const own = Object.keys(tag.ns).length > 0
  return {
    namespace: tag.uri,
    name: tag.local,
    attributes: Object.values(tag.attributes).map(({ uri, local, value }) => ({ namespace: uri, name: local, value })),
    children: [],
    text: '',
    prefixes: own ? { ...outer, ...tag.ns } : outer,
  }
}

export function child(element: XmlElement | undefined, namespace: string, name: string): XmlElement | undefined {
  return element?.children.find((inner) => inner.name === name && inner.namespace === namespace)
}

export function children(element: XmlElement | undefined, namespace: string, name: string): readonly XmlElement[] {
  return element?.children.filter((inner) => inner.name === name && inner.namespace === namespace) ?? []
}

export function attribute(element: XmlElement, namespace: string, name: string): string | undefined {
  return element.attributes.find((inner) => inner.name === name && inner.namespace === namespace)?.value
}
