import { expect, test } from 'vitest'
import { compare } from './compare.ts'

const turn = (value: number) => ({ wall: { value, unit: 'ms' } })

test('medians of both variants, their ratio and the spread of the large one', () => {
  expect(compare([turn(1), turn(9), turn(2)], [turn(10), turn(20), turn(40)])).toEqual([
    { measure: 'wall', unit: 'ms', small: 2, large: 20, ratio: 10, spread: 4 },
  ])
})

test('a measure without its counterpart is left out', () => {
  expect(compare([turn(1)], [{ ...turn(2), extra: { value: 3, unit: 'ms' } }]).map(({ measure }) => measure)).toEqual(['wall'])
})
