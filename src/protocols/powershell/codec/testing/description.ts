import type { CliXmlValue } from '../value.ts'

/** A .NET value in words that Describe.cs of the host understands. Text is base64 of UTF-16. */
export interface Description {
  readonly type: string
  readonly value?: unknown
  readonly around?: Description
}

/** A value to be serialised, and what the reader must give for it (`shape` in shape.ts). */
export interface Case {
  readonly description: Description
  readonly shape: Shape
}

/** A value without what the engine decides by itself (type names of containers, reference numbers): see shape.ts. */
export type Shape =
  | { readonly type: Exclude<CliXmlValue['type'], 'object'>; readonly value?: unknown }
  | { readonly type: 'list' | 'enumerable' | 'stack' | 'queue'; readonly items: readonly Shape[] }
  | { readonly type: 'dictionary'; readonly entries: readonly (readonly [Shape, Shape])[] }
  | { readonly type: 'members'; readonly members: readonly (readonly [string, Shape])[]; readonly base: Shape | null }
  | { readonly type: 'enum'; readonly text: string | null; readonly value: Shape }

export function utf16(text: string): string {
  return Buffer.from(text, 'utf16le').toString('base64')
}
