import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { sample } from '../../testing/sample.ts'
import { schemaErrors, schemaFile } from '../../testing/schema.ts'
import { reportJson } from '../../json/serialise.ts'
import { buildReport } from '../build/build.ts'
import { reportJsonSchemaText } from './json-schema.ts'

test('the committed JSON Schema is the one that the source of truth gives (renew it with `npm run docs`)', () => {
  expect(readFileSync(schemaFile, 'utf8').replaceAll('\r\n', '\n')).toBe(reportJsonSchemaText())
})

const written = (options: Parameters<typeof sample>[0]): Record<string, unknown> =>
  JSON.parse([...reportJson(buildReport(sample(options).input))].join(''))

test.each([
  ['conforming', {}],
  ['damaged', { damaged: true }],
  ['of a product, from a file', { origin: 'product', via: 'file' }],
  ['with a problem', { problems: [{ code: 'SNAPCHECK_UNREACHABLE', sentence: 'No answer.', scenario: null, place: 'lab', next: null }] }],
] as const)('what is written conforms to the published schema: %s', (_name, options) => {
  expect(schemaErrors(written(options))).toEqual([])
})

test('the published schema refuses what is not of the format', () => {
  const document = written({})
  expect(schemaErrors({ ...document, format: 'snapcheck.report/2' })).toEqual(['/format must be equal to constant'])
  expect(schemaErrors({ ...document, excuses: [] })).toEqual([' must NOT have additional properties'])
  expect(schemaErrors({ ...document, participants: [{ id: 'alone' }] })).not.toEqual([])
})

test('the published schema leaves room for extensions under x-', () => {
  const document = written({})
  expect(schemaErrors({ ...document, 'x-ci': { job: 7 }, harness: { ...(document['harness'] as object), 'x-commit': 'abc' } })).toEqual([])
})
