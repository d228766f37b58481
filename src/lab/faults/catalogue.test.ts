import { describe, expect, it } from 'vitest'
import { faultCatalogue, faultId, faultIds } from './catalogue.ts'

describe('fault catalogue', () => {
  it('names the nearest of an unknown fault', () => {
    expect(() => faultId('hidden-chekpoint')).toThrowError(
      expect.objectContaining({ code: 'SNAPCHECK_LAB_FAULT_UNKNOWN', message: expect.stringContaining('hidden-checkpoint') }),
    )
  })

  it('takes every fault that it lists', () => {
    expect(faultIds.map(faultId)).toEqual(Object.keys(faultCatalogue))
  })

  it('says of every corruption whose cells it turns', () => {
    for (const fault of Object.values(faultCatalogue)) expect(fault.corrupts.length > 0).toBe(fault.kind === 'corruption')
  })
})
