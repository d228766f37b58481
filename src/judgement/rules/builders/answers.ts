import { firstDifference } from '../../../checkpoint/compare.ts'
import { parseGuid } from '../../../checkpoint/guid.ts'
import type { CheckpointProperty } from '../../../checkpoint/reading.ts'
import type { Json } from '../../../foundation/json.ts'
import { because } from '../../because.ts'
import type { CheckpointView, Observation, View } from '../../observation.ts'
import { reasons } from '../../outcome.ts'
import type { Judgement, Reason } from '../../verdict.ts'

/** A judgement without its place: which cell and which checkpoint is known to the builder that asked. */
export type Answer = Pick<Judgement, 'answer' | 'expected' | 'actual' | 'reason' | 'finding' | 'rests'>

export function met(expected: Json, actual: Json, rests: readonly string[], finding?: string): Answer {
  return { answer: 'met', expected, actual, rests, ...(finding === undefined ? {} : { finding }) }
}

export function unmet(
  expected: Json,
  actual: Json,
  rests: readonly string[],
  reason: Reason = because('differs', differing(expected, actual)),
): Answer {
  return { answer: 'unmet', expected, actual, rests, reason }
}

export function metIf(isMet: boolean, expected: Json, actual: Json, rests: readonly string[]): Answer {
  return isMet ? met(expected, actual, rests) : unmet(expected, actual, rests)
}

/** An open question requires nothing: what was observed is the answer (design section 5). */
export function found(finding: string, expected: Json, actual: Json, rests: readonly string[]): Answer {
  return met(expected, actual, rests, finding)
}

export function unjudged(
  answer: Exclude<Judgement['answer'], 'met' | 'unmet'>,
  reason: Reason,
  rests: readonly string[],
  expected: Json = null,
): Answer {
  return { answer, expected, actual: null, rests, reason }
}

/** The value of a property, or why there is none to judge. */
export type Read = { readonly ok: true; readonly value: Observation } | { readonly ok: false; readonly answer: Answer }

/** Null counts as a value: it is what the interface says. */
export function read(view: View, row: CheckpointView, property: CheckpointProperty): Read {
  const value = row.observations[property]
  if (value === undefined) return { ok: false, answer: notCarried(view, property) }
  if (value.form === 'value' || value.form === 'null') return { ok: true, value }
  if (value.form === 'truncated-by-depth') return { ok: false, answer: unjudged('not-run', because('truncated-by-depth'), [value.id]) }
  return { ok: false, answer: { ...notCarried(view, property), rests: [value.id] } }
}

/** An export may have lost what the interface itself would carry. */
function notCarried(view: View, property: CheckpointProperty): Answer {
  if (view.settled === 'file') return unjudged('not-run', because('not-in-file'), [view.id])
  return unjudged('unsupported', because('no-way-to-read', `${view.interface} does not carry the property (${property}).`), [view.id])
}

function differing(expected: Json, actual: Json): string {
  const at = typeof expected === 'string' && parseGuid(expected) === undefined ? firstDifference(expected, actual) : undefined
  return at === undefined
    ? reasons.differs
    : `${reasons.differs} They part at character ${at.index + 1}: ${at.expected} expected, ${at.actual} observed.`
}
