import { z } from 'zod'
import { SnapcheckError } from '../../foundation/errors.ts'
import { isRecord } from '../../foundation/json.ts'
import type { Report } from '../model/report.ts'
import { reportSchema } from '../model/schema/report.ts'

/**
 * Reads a report.json; keys that begin with `x-` are ignored.
 * @param place the file's name, for messages.
 * @throws SNAPCHECK_REPORT_MALFORMED
 */
export function parseReport(text: string, place: string): Report {
  const parsed = reportSchema.safeParse(withoutExtensions(jsonOf(text, place)))
  if (parsed.success) return parsed.data
  const first = parsed.error.issues[0]!
  throw malformed(place, { observed: `${z.core.toDotPath(first.path)}: ${first.message}`, cause: parsed.error })
}

function jsonOf(text: string, place: string): unknown {
  try {
    return JSON.parse(text)
  } catch (cause) {
    throw malformed(place, { observed: String(cause), cause })
  }
}

function malformed(place: string, details: { observed: string; cause: unknown }): SnapcheckError {
  return new SnapcheckError('SNAPCHECK_REPORT_MALFORMED', `${place} is not a snapcheck report.`, {
    place,
    expected: 'a snapcheck.report/1 document',
    next: 'Name a report.json that snapcheck wrote.',
    ...details,
  })
}

/** Payload is left alone: there a key that begins with `x-` is somebody's value. */
const payloadKeys = new Set(['raw', 'normalised', 'expected', 'actual'])

function withoutExtensions(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(withoutExtensions)
  if (!isRecord(value)) return value
  const own = Object.entries(value).filter(([key]) => !key.startsWith('x-'))
  return Object.fromEntries(own.map(([key, inner]) => [key, payloadKeys.has(key) ? inner : withoutExtensions(inner)]))
}
