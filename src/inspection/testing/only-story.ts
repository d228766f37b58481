import { expect } from 'vitest'
import type { Story } from '../../judgement/observation.ts'
import type { Inspection } from '../model.ts'

/** The one story of an inspection without problems. */
export const only = (inspection: Inspection): Story => {
  expect(inspection.problems).toEqual([])
  expect(inspection.stories).toHaveLength(1)
  return inspection.stories[0]!
}
