import fc from 'fast-check'
import { expect, test } from 'vitest'
import { addressOf, fragmentOf } from './address.ts'
import { filterText, matches, parseFilter } from './filter.ts'

const verdict = {
  o: ['violates'],
  c: ['C-012'],
  l: ['must'],
  creator: ['hyperv-wmi', 'Hyper-V (WMI)'],
  observer: ['scvmm-spf', 'SCVMM (SPF)'],
  p: ['comment'],
  s: ['visibility.one/hyperv-wmi'],
  text: ['A snapshot that Hyper-V Manager made shows in SCVMM', 'Grüße'],
}

test.each([
  ['', true],
  ['o:violates', true],
  ['o:viol', false],
  ['o:conforms o:violates', true],
  ['o:violates c:c-012 creator:hyperv observer:scvmm p:comment s:visibility.one', true],
  ['o:violates p:name', false],
  ['-o:conforms', true],
  ['-o:violates', false],
  ['hyper-v SCVMM', true],
  ['hyper-v missing', false],
  ['"made shows"', true],
  ['"shows made"', false],
  ['-"made shows"', false],
  ['GRÜSSE', false],
  ['grüße', true],
  ['r:not-visible', false],
  ['-r:not-visible', true],
  ['observer:"scvmm (spf)"', true],
  ['nobody:knows', false],
] as const)('the filter %j against a verdict: %s', (text, expected) => {
  expect(matches(parseFilter(text), verdict)).toBe(expected)
})

test('a word with an unknown field is text, also one that looks like a time', () => {
  expect(parseFilter('10:15:30 -x:y C:\\vm "open')).toEqual([
    { field: 'text', word: '10:15:30', isNot: false },
    { field: 'text', word: 'x:y', isNot: true },
    { field: 'c', word: '\\vm', isNot: false },
    { field: 'text', word: '"open', isNot: false },
  ])
})

test('a filter made of parts asks for exactly them', () => {
  const text = filterText({ o: 'violates', s: 'a scenario', creator: 'hyperv-wmi' })
  expect(text).toBe('o:violates s:"a scenario" creator:hyperv-wmi')
  expect(parseFilter(text).map(({ field, word }) => [field, word])).toEqual([
    ['o', 'violates'],
    ['s', 'a scenario'],
    ['creator', 'hyperv-wmi'],
  ])
})

test('an address goes through the address bar and back', () => {
  const text = fc.string({ unit: 'grapheme', maxLength: 20 }).map((one) => one.trim())
  fc.assert(
    fc.property(text, text, (anchor, filter) => {
      expect(addressOf(fragmentOf({ anchor, filter }))).toEqual({ anchor, filter })
    }),
    { seed: 1 },
  )
  expect(fragmentOf({ anchor: 'scenario-visibility.one/hyperv-wmi', filter: 'o:violates p:comment' })).toBe(
    '#scenario-visibility.one/hyperv-wmi?o:violates+p:comment',
  )
})

test('an address that was cut in the middle of a character is taken as it is', () => {
  expect(addressOf('#claim-C-042?%E4%B')).toEqual({ anchor: 'claim-C-042', filter: '%E4%B' })
  expect(addressOf('')).toEqual({ anchor: '', filter: '' })
})
