import { expect, test } from 'vitest'
import { median } from './statistics.ts'

test.each([
  [[7], 7],
  [[3, 1], 2],
  [[9, 1, 5], 5],
  [[4, 1, 3, 2], 2.5],
])('the median of %j is %d', (values, middle) => {
  expect(median(values)).toBe(middle)
})

test('nothing has no median', () => {
  expect(() => median([])).toThrow(RangeError)
})
