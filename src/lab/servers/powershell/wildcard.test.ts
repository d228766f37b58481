import { expect, it } from 'vitest'
import { wildcard } from './wildcard.ts'

// Expected as PowerShell's own -like answers (about_Wildcards, documented).
it.each([
  ['x*', 'X 1', true],
  ['x*', 'a x', false],
  ['a?c', 'abc', true],
  ['a?c', 'ac', false],
  ['[a-c]at', 'bat', true],
  ['[a-c]at', 'dat', false],
  ['`[q`]', '[q]', true],
  ['`*', 'anything', false],
  ['1.0 (a|b) $', '1.0 (a|b) $', true],
  ['1.0', '1x0', false],
  ['*', '', true],
])('%s against %s: %s', (pattern, text, expected) => {
  expect(wildcard(pattern).matches(text)).toBe(expected)
})

it('tells a pattern from a text', () => {
  expect(['a', 'a`*', 'a*', '[ab]', 'a?'].map((text) => wildcard(text).isPattern)).toEqual([false, false, true, true, true])
})
