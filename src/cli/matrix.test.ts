import { stripVTControlCharacters } from 'node:util'
import { expect, test } from 'vitest'
import { buildReport } from '../report/model/build/build.ts'
import { matricesOf } from '../report/present/matrix.ts'
import { sample } from '../report/testing/sample.ts'
import { matrixLines } from './matrix.ts'

const matrices = matricesOf(buildReport(sample({ damaged: true }).input))
const lines = (width: number): readonly string[] => matrixLines(matrices, width).map(stripVTControlCharacters)

test('has a row for each property and a column for each crossing, with what could be judged', () => {
  const [creators, observers, ...rows] = lines(120)
  expect(creators).toBe('made through  hyperv-wmi  hyperv-wmi  scvmm-spf   scvmm-spf')
  expect(observers).toBe('seen through  hyperv-wmi  scvmm-spf   hyperv-wmi  scvmm-spf')
  expect(rows).toHaveLength(matrices.length)
  expect(rows[0]).toMatch(/^Visibility +✓ \d+\/\d+ +✗ 4\/5 /)
})

test.each([40, 62, 80])('fits into %i columns', (width) => {
  expect(Math.max(...lines(width).map((line) => line.length))).toBeLessThanOrEqual(Math.max(width, 54))
})

test('where there is no room for counts, symbols stand alone and the columns are named below', () => {
  const narrow = lines(40)
  expect(narrow[0]).toBe('              1   2   3   4')
  expect(narrow[1]).toMatch(/^Visibility {4}✓ {3}✗/)
  expect(narrow.at(-3)).toBe('2  made through hyperv-wmi, seen through scvmm-spf')
})
