import type { Json } from '../../../foundation/json.ts'

/**
 * How a page holds a report: many rows, few distinct values, so each value is stored once and a column holds only where.
 * Before it is deflated the body is, each part beginning at a multiple of four bytes:
 *
 * 1. the JSON texts of all distinct values, one after the other (JSON, so that an unpaired surrogate survives);
 * 2. numbers, little-endian, each the difference from the one before it, modulo their width: the lengths of those texts, the
 *    lengths of all distinct lists, the values in them, then every column of every table;
 * 3. the directory as JSON, and its length in bytes as the last four bytes.
 *
 * Value 0 and list 0 stand for "not there".
 */
export interface Directory<Head> {
  readonly head: Head
  readonly values: { readonly count: number; readonly bytes: number }
  readonly lists: { readonly count: number; readonly items: number }
  readonly tables: Readonly<Record<string, TableLayout>>
}

export interface TableLayout {
  readonly rows: number
  readonly columns: readonly ColumnLayout[]
}

export interface ColumnLayout {
  readonly key: string
  /** Whether its numbers name values, or lists of values. */
  readonly holds: 'values' | 'lists'
  readonly width: Width
}

/** Bytes of one number. */
export type Width = 1 | 2 | 4
export type Numbers = Uint8Array<ArrayBuffer> | Uint16Array<ArrayBuffer> | Uint32Array<ArrayBuffer>

export const numbersOf = { 1: Uint8Array, 2: Uint16Array, 4: Uint32Array } as const

/** Bytes up to the next multiple of four. */
export function padding(length: number): number {
  return (4 - (length % 4)) % 4
}

export interface PackableTable {
  /** Objects of JSON values; a property that is undefined or left out is not there. */
  readonly rows: readonly object[]
  /** Further columns, worked out per row. */
  readonly derived?: Readonly<Record<string, (index: number) => Json | undefined>>
}
