import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { compareValues, firstDifference, plain, same } from './compare.ts'

describe('comparing values', () => {
  it('tells equal from equal-after-normalisation and keeps what was read', () => {
    const expected = plain('A comment')
    const marked = { raw: ['A comment #CLUSTER-INVARIANT#:{34202489-bc6a-44fb-8182-8682894e9029}'], normalised: 'A comment' }
    expect(compareValues(expected, plain('A comment')).relation).toBe('equal')
    const comparison = compareValues(expected, marked)
    expect(comparison.relation).toBe('equal-after-normalisation')
    expect(comparison.actual.raw).toEqual(marked.raw)
  })

  it('is different exactly where the meanings differ', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), fc.string({ unit: 'binary' }), (a, b) => {
        const comparison = compareValues(plain(a), plain(b))
        expect(comparison.relation).toBe(a === b ? 'equal' : 'different')
        expect(comparison.differsAt === undefined).toBe(a === b)
      }),
    )
  })

  it('finds the place where two texts part, in code points', () => {
    expect(firstDifference('caf\u{E9} \u{1F600}x', 'caf\u{E9} \u{1F600}y')).toEqual({ index: 6, expected: 'U+0078', actual: 'U+0079' })
    expect(firstDifference('abc', 'ab')).toEqual({ index: 2, expected: 'U+0063', actual: 'end' })
    expect(firstDifference('a\u{301}', 'á')).toEqual({ index: 0, expected: 'U+0061', actual: 'U+00E1' })
    expect(firstDifference('same', 'same')).toBeUndefined()
    expect(firstDifference(null, 'text')).toBeUndefined()
  })

  it('takes a common prefix of any length as equal so far', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), fc.string({ unit: 'binary', minLength: 1 }), (prefix, rest) => {
        expect(firstDifference(prefix + rest, prefix)?.index).toBe([...prefix].length)
      }),
    )
  })

  it('does not mind the order of keys', () => {
    expect(same({ a: 1, b: [null] }, { b: [null], a: 1 })).toBe(true)
    expect(same([1, 2], [2, 1])).toBe(false)
  })
})
