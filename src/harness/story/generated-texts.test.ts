import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { isXmlText } from '../../foundation/xml-text.ts'
import { generatedTexts } from './generated-texts.ts'

describe('generated texts', () => {
  it('are the same for the same seed, differ otherwise, and can be carried by XML', () => {
    fc.assert(
      fc.property(fc.string(), fc.string(), fc.integer({ min: 1, max: 20 }), (seed, other, count) => {
        const texts = generatedTexts(count, seed)
        expect(generatedTexts(count, seed)).toEqual(texts)
        expect(texts).toHaveLength(count)
        for (const text of texts) {
          expect(text.isWellFormed()).toBe(true)
          expect(isXmlText(text)).toBe(true)
          expect(text.length).toBeGreaterThan(0)
        }
        if (count > 3 && seed !== other) expect(generatedTexts(count, other)).not.toEqual(texts)
      }),
      { numRuns: 50 },
    )
  })

  it('reach beyond one script, and beyond one UTF-16 unit', () => {
    const all = generatedTexts(200, 'reach').join('')
    for (const kind of [/\p{Script=Cyrillic}/u, /\p{Script=Hebrew}/u, /\p{M}/u, /[\u{1F300}-\u{1F64F}]/u, /\n/u, /&/u, /\u200B/u]) {
      expect(all).toMatch(kind)
    }
  })
})
