import { escapeAttribute, escapeText } from '../../xml/write.ts'

/** XML text whose content has been escaped: a plain string cannot be taken for it. */
export type Markup = string & { readonly __markup: unique symbol }

type Attributes = Readonly<Record<string, string | undefined>>

/** Element content. @throws SNAPCHECK_CANNOT_CARRY where XML 1.0 has no form for a character. */
export function text(content: string): Markup {
  return escapeText(content) as Markup
}

/** Without content arguments the element is written closed in itself, as the recorded host writes nil and EndOfSequence. */
export function element(name: string, attributes: Attributes, ...content: readonly Markup[]): Markup {
  const written = Object.entries(attributes).map(([key, value]) => (value === undefined ? '' : ` ${key}="${escapeAttribute(value)}"`))
  const start = `<${name}${written.join('')}`
  return (content.length === 0 ? `${start}/>` : `${start}>${content.join('')}</${name}>`) as Markup
}

/** An element with text in it, or nothing where there is no text to hold. */
export function textElement(name: string, content: string | number | undefined): readonly Markup[] {
  return content === undefined ? [] : [element(name, {}, text(String(content)))]
}

/** Keeps the text's own markup readable; `]]>` is split, because a CDATA section ends there. */
export function cdata(content: string): Markup {
  return `<![CDATA[${content.replaceAll(']]>', ']]]]><![CDATA[>')}]]>` as Markup
}
