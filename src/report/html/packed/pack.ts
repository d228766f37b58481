import type { Json } from '../../../foundation/json.ts'
import { interning, type Interning } from './interning.ts'
import {
  numbersOf,
  padding,
  type ColumnLayout,
  type Directory,
  type Numbers,
  type PackableTable,
  type TableLayout,
  type Width,
} from './layout.ts'

interface PackedColumn {
  readonly layout: ColumnLayout
  readonly numbers: Numbers
}

/** The body of a page (layout.ts) in pieces, so that it never has to be one text. */
export function* pack(head: Json, tables: Readonly<Record<string, PackableTable>>): Generator<Uint8Array> {
  const known = interning()
  const layouts: Record<string, TableLayout> = {}
  const columns: PackedColumn[] = []
  for (const [name, table] of Object.entries(tables)) {
    const own = columnsOf(table, known)
    layouts[name] = { rows: table.rows.length, columns: own.map((column) => column.layout) }
    columns.push(...own)
  }
  const lengths = new Uint32Array(known.values.length)
  let bytes = 0
  for (const piece of valueTexts(known.values, lengths)) {
    bytes += piece.length
    yield piece
  }
  yield new Uint8Array(padding(bytes))
  const items = known.lists.flat()
  const listLengths = Uint32Array.from(known.lists, (list) => list.length)
  for (const numbers of [lengths, listLengths, Uint32Array.from(items), ...columns.map((column) => column.numbers)]) yield* stored(numbers)
  const directory: Directory<Json> = {
    head,
    values: { count: known.values.length, bytes },
    lists: { count: known.lists.length, items: items.length },
    tables: layouts,
  }
  const text = Buffer.from(JSON.stringify(directory))
  yield text
  yield new Uint8Array(Uint32Array.of(text.length).buffer)
}

function columnsOf({ rows, derived = {} }: PackableTable, known: Interning): readonly PackedColumn[] {
  const keys = new Set<string>()
  for (const row of rows) for (const key of Object.keys(row)) keys.add(key)
  const own = [...keys].map((key) => columnOf(key, rows.length, (index) => (rows[index] as Record<string, Json | undefined>)[key], known))
  return [...own, ...Object.entries(derived).map(([key, of]) => columnOf(key, rows.length, of, known))]
}

function columnOf(key: string, rows: number, of: (index: number) => Json | undefined, known: Interning): PackedColumn {
  const holds = everyRow(rows, (index) => isTextList(of(index))) ? 'lists' : 'values'
  const numbers = new Uint32Array(rows)
  for (let index = 0; index < rows; index++) {
    const item = of(index)
    numbers[index] = holds === 'lists' ? known.list(item as readonly string[] | undefined) : known.value(item)
  }
  const narrow = narrowed(numbers)
  return { layout: { key, holds, width: narrow.BYTES_PER_ELEMENT as Width }, numbers: narrow }
}

function everyRow(rows: number, holds: (index: number) => boolean): boolean {
  for (let index = 0; index < rows; index++) if (!holds(index)) return false
  return true
}

function isTextList(item: Json | undefined): boolean {
  return item === undefined || (Array.isArray(item) && item.every((one) => typeof one === 'string'))
}

function narrowed(numbers: Uint32Array<ArrayBuffer>): Numbers {
  const most = numbers.reduce((a, b) => Math.max(a, b), 0)
  return most < 2 ** 8 ? Uint8Array.from(numbers) : most < 2 ** 16 ? Uint16Array.from(numbers) : numbers
}

/** Characters gathered into one piece. */
const batch = 256 * 1024

/** Writes down the bytes of each text while it gives them. */
function* valueTexts(values: readonly Json[], lengths: Uint32Array): Generator<Uint8Array> {
  let gathered = ''
  for (const [index, value] of values.entries()) {
    const text = JSON.stringify(value)
    lengths[index] = Buffer.byteLength(text)
    gathered += text
    if (gathered.length < batch) continue
    yield Buffer.from(gathered)
    gathered = ''
  }
  yield Buffer.from(gathered)
}

/** Differences instead of the numbers: what counts up deflates to next to nothing. */
function* stored(numbers: Numbers): Generator<Uint8Array> {
  const differences = new numbersOf[numbers.BYTES_PER_ELEMENT as Width](numbers.length)
  for (let index = 0; index < numbers.length; index++) differences[index] = numbers[index]! - (numbers[index - 1] ?? 0)
  yield new Uint8Array(differences.buffer)
  yield new Uint8Array(padding(differences.byteLength))
}
