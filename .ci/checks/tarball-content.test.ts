import { expect, test } from 'vitest'
import { contentOffences } from './tarball-content.ts'

const whole = [
  'package.json',
  'README.md',
  'LICENSE',
  'NOTICE',
  'CHANGELOG.md',
  'src/cli/snapcheck.js',
  'dist/src/index.js',
  'dist/src/index.d.ts',
  'fixtures/host/PROVENANCE.md',
  'fixtures/host/pull.xml',
]

test('a tarball with what it needs passes', () => {
  expect(contentOffences(whole)).toEqual([])
})

test.each([
  'dist/src/lab/world.test.js',
  'src/cli/main.ts',
  '.ci/run',
  'bench/run.ts',
  'fixtures/host/a:b.json',
  'fixtures/host/aux.json',
  'fixtures/host/ends.',
  'fixtures/nobody-knows/pull.xml',
  `fixtures/host/${'x'.repeat(140)}`,
])('%s is refused', (path) => {
  expect(contentOffences([...whole, path])).toHaveLength(1)
})

test('what is missing is named', () => {
  expect(contentOffences(whole.filter((path) => path !== 'NOTICE'))).toEqual(['NOTICE is missing'])
})
