import type { Json } from '../../foundation/json.ts'

/** A PowerShell object as a file holds it, whatever the file's format. */
export interface Exported {
  /** Empty where the format has no type names. */
  readonly typeNames: readonly string[]
  field(name: string): Field
}

/** What stands under a name: `absent` is "no such name", `nil` "there, without a value". */
export type Field =
  | { readonly form: 'absent' | 'nil' }
  | { readonly form: 'scalar'; readonly value: Json }
  | { readonly form: 'object'; readonly object: Exported }
  | { readonly form: 'list'; readonly items: readonly Field[] }

export const absent: Field = { form: 'absent' }
export const nil: Field = { form: 'nil' }

/** The text of a scalar that is not empty; undefined for everything else. */
export function textOf(field: Field): string | undefined {
  return field.form === 'scalar' && field.value !== null && field.value !== '' ? String(field.value) : undefined
}

export function objectOf(field: Field): Exported | undefined {
  return field.form === 'object' ? field.object : undefined
}

/** The first of the names that has a text. */
export function firstText(object: Exported, names: readonly string[]): string | undefined {
  for (const name of names) {
    const text = textOf(object.field(name))
    if (text !== undefined) return text
  }
  return undefined
}
