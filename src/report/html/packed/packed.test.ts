import fc from 'fast-check'
import { expect, test } from 'vitest'
import type { Json } from '../../../foundation/json.ts'
import type { PackableTable } from './layout.ts'
import { pack } from './pack.ts'
import { unpack, type Unpacked } from './unpack.ts'

function through<Head extends Json>(head: Head, tables: Readonly<Record<string, PackableTable>>): Unpacked<Head> {
  const bytes = Buffer.concat([...pack(head, tables)])
  return unpack(bytes.buffer.slice(bytes.byteOffset, bytes.byteOffset + bytes.byteLength) as ArrayBuffer)
}

/** A JavaScript string of any code units, unpaired surrogates among them. */
const anyText = fc.array(fc.integer({ min: 0, max: 0xffff }), { maxLength: 12 }).map((units) => String.fromCharCode(...units))
const anyRow = fc.record(
  {
    id: anyText,
    word: fc.constantFrom('conforms', 'violates', 'not-run'),
    value: fc.oneof(anyText, fc.jsonValue(), fc.array(anyText, { maxLength: 3 })),
    rests: fc.array(anyText, { maxLength: 4 }),
    sometimes: anyText,
  },
  { requiredKeys: ['id', 'word', 'value', 'rests'] },
)

test('every row comes back as it was, whatever its texts hold', () => {
  fc.assert(
    fc.property(fc.array(anyRow, { maxLength: 30 }), fc.array(anyRow, { maxLength: 5 }), (first, second) => {
      const { table } = through(null, { first: { rows: first }, second: { rows: second } })
      for (const [name, rows] of Object.entries({ first, second })) {
        const own = table<Json>(name)
        expect(Array.from({ length: own.length }, (_one, index) => own.row(index))).toEqual(JSON.parse(JSON.stringify(rows)))
      }
    }),
    { seed: 1, numRuns: 300 },
  )
})

test('numbers of every width survive, and rows are found by what a column holds', () => {
  const rows = Array.from({ length: 70_000 }, (_one, index) => ({ id: `row ${index}`, word: `word ${index % 300}`, odd: index % 2 === 1 }))
  const { table, value } = through(
    { title: 'many' },
    { rows: { rows, derived: { third: (index) => (index % 3 === 0 ? index : undefined) } } },
  )
  const many = table<(typeof rows)[number] & { third?: number }>('rows')
  expect([many.row(0), many.row(69_999), many.row(300).third]).toEqual([{ ...rows[0], third: 0 }, { ...rows[69_999], third: 69_999 }, 300])
  const word = many.numbers('word')[7]!
  expect(value(word)).toBe('word 7')
  expect([...many.groups('word').rowsOf(word)]).toEqual(rows.flatMap((row, index) => (row.word === 'word 7' ? [index] : [])))
  expect(many.groups('third').rowsOf(0)).toHaveLength(rows.filter((_row, index) => index % 3 !== 0).length)
})

test('what appears again costs a number, not its text', () => {
  const rows = Array.from({ length: 1_000 }, () => ({ text: 'x'.repeat(500), list: ['y'.repeat(500)] }))
  const bytes = [...pack(null, { rows: { rows } })].reduce((sum, piece) => sum + piece.length, 0)
  expect(bytes).toBeLessThan(4_000)
})

test('an empty table, and one that nobody packed, have no rows', () => {
  const { table, head } = through({ only: 'head' }, { empty: { rows: [] } })
  expect([table('empty').length, table('none').length, head]).toEqual([0, 0, { only: 'head' }])
})
