import type { Json } from '../../../foundation/json.ts'
import { numbersOf, padding, type ColumnLayout, type Directory, type Numbers, type TableLayout, type Width } from './layout.ts'
import { groupsOf, type Groups } from './groups.ts'

/** Rows that come into being when they are looked at. */
export interface Table<Row> {
  readonly length: number
  readonly row: (index: number) => Row
  /** For each row the number of what the column holds; equal numbers are equal values. All 0 where there is no such column. */
  readonly numbers: (key: keyof Row & string) => Numbers
  /** Rows by the number of what the column holds, worked out once. */
  readonly groups: (key: keyof Row & string) => Groups
}

export interface Unpacked<Head> {
  readonly head: Head
  readonly table: <Row>(name: string) => Table<Row>
  /** What the number of a value stands for; undefined for 0. */
  readonly value: (number: number) => Json | undefined
  /** The numbers of the values in a list. */
  readonly list: (number: number) => Numbers
  /** How many distinct values there are; their numbers go from 1 to here. */
  readonly valueCount: number
}

/** Reads the body of a page (layout.ts). Nothing but the directory is parsed before somebody asks for it. */
export function unpack<Head>(body: ArrayBuffer): Unpacked<Head> {
  const directory = directoryOf<Head>(body)
  const { values, lists } = directory
  const reader = numberReader(body, values.bytes + padding(values.bytes))
  const valueEnds = sums(reader(values.count, 4))
  const listEnds = sums(reader(lists.count, 4))
  const items = reader(lists.items, 4)
  const columns = Object.entries(directory.tables).map(([name, layout]) => [name, columnsOf(layout, reader)] as const)
  const byTable = new Map(columns)
  const decoder = new TextDecoder()

  const value = (number: number): Json | undefined => {
    if (number === 0) return undefined
    const from = valueEnds[number - 2] ?? 0
    return JSON.parse(decoder.decode(new Uint8Array(body, from, valueEnds[number - 1]! - from)))
  }
  const list = (number: number): Numbers =>
    number === 0 ? new Uint32Array(0) : items.subarray(listEnds[number - 2] ?? 0, listEnds[number - 1])
  const contentOf = ({ holds }: ColumnLayout, number: number): Json | undefined => {
    if (holds === 'values') return value(number)
    return number === 0 ? undefined : Array.from(list(number), (item) => value(item) as string)
  }
  return {
    head: directory.head,
    table: (name) => tableOf(directory.tables[name]?.rows ?? 0, byTable.get(name) ?? [], contentOf),
    value,
    list,
    valueCount: values.count,
  }
}

interface Column {
  readonly layout: ColumnLayout
  readonly numbers: Numbers
}

function directoryOf<Head>(body: ArrayBuffer): Directory<Head> {
  const end = body.byteLength - 4
  const length = new DataView(body).getUint32(end, true)
  return JSON.parse(new TextDecoder().decode(new Uint8Array(body, end - length, length)))
}

type NumberReader = (count: number, width: Width) => Numbers

/** Gives the next numbers at each call, with the differences added up again. */
function numberReader(body: ArrayBuffer, from: number): NumberReader {
  let place = from
  return (count, width) => {
    const numbers = new numbersOf[width](body, place, count)
    for (let index = 1; index < count; index++) numbers[index]! += numbers[index - 1]!
    place += numbers.byteLength + padding(numbers.byteLength)
    return numbers
  }
}

function sums(lengths: Numbers): Numbers {
  for (let index = 1; index < lengths.length; index++) lengths[index]! += lengths[index - 1]!
  return lengths
}

function columnsOf({ rows, columns }: TableLayout, reader: NumberReader): readonly Column[] {
  return columns.map((layout) => ({ layout, numbers: reader(rows, layout.width) }))
}

function tableOf<Row>(
  length: number,
  columns: readonly Column[],
  contentOf: (layout: ColumnLayout, number: number) => Json | undefined,
): Table<Row> {
  const known = new Map<string, Groups>()
  const numbers = (key: string): Numbers => columns.find(({ layout }) => layout.key === key)?.numbers ?? new Uint32Array(length)
  return {
    length,
    numbers,
    row(index) {
      const filled = columns.map(({ layout, numbers: own }) => [layout.key, contentOf(layout, own[index]!)] as const)
      return Object.fromEntries(filled.filter(([, content]) => content !== undefined)) as Row
    },
    groups(key) {
      const groups = known.get(key) ?? groupsOf(numbers(key))
      known.set(key, groups)
      return groups
    },
  }
}
