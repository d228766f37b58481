import { SaxesParser } from 'saxes'

export interface ParsedElement {
  readonly name: string
  readonly attributes: Readonly<Record<string, string>>
  readonly children: readonly ParsedElement[]
  readonly text: string
}

interface Growing extends ParsedElement {
  readonly children: Growing[]
  text: string
}

/** Reads a document with another reader than the one that wrote it. @throws where it is not well-formed. */
export function parsed(xml: string): ParsedElement {
  const root: Growing = { name: '', attributes: {}, children: [], text: '' }
  const open = [root]
  const parser = new SaxesParser()
  parser.on('error', (error) => {
    throw error
  })
  parser.on('opentag', ({ name, attributes }) => {
    const element: Growing = { name, attributes: { ...attributes }, children: [], text: '' }
    open.at(-1)!.children.push(element)
    open.push(element)
  })
  parser.on('text', (text) => void (open.at(-1)!.text += text))
  parser.on('closetag', () => void open.pop())
  parser.write(xml).close()
  return root.children[0]!
}

export function all(element: ParsedElement, name: string): readonly ParsedElement[] {
  return [...element.children.filter((child) => child.name === name), ...element.children.flatMap((child) => all(child, name))]
}
