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
  'fixtures/recordings/host/PROVENANCE.md',
  'fixtures/recordings/host/provenance.json',
  'fixtures/recordings/host/LICENSE.txt',
  'fixtures/recordings/host/pull.xml',
]

test('a tarball with what it needs passes', () => {
  expect(contentOffences(whole)).toEqual([])
})

test.each([
  'dist/src/lab/world.test.js',
  'src/cli/main.ts',
  '.ci/run',
  'bench/run.ts',
  'fixtures/recordings/host/a:b.json',
  'fixtures/recordings/host/aux.json',
  'fixtures/recordings/host/ends.',
  `fixtures/recordings/host/${'x'.repeat(140)}`,
])('%s is refused', (path) => {
  expect(contentOffences([...whole, path])).toHaveLength(1)
})

test('a recording without its papers is refused', () => {
  expect(contentOffences([...whole, 'fixtures/recordings/nobody-knows/pull.xml'])).toHaveLength(3)
})

test('what is missing is named', () => {
  expect(contentOffences(whole.filter((path) => path !== 'NOTICE'))).toEqual(['NOTICE is missing'])
})
