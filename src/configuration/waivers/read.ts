import type { z } from 'zod'
import { SnapcheckError } from '../../foundation/errors.ts'
import { nearest } from '../../foundation/nearest.ts'
import { readDocument, type ConfigurationDocument } from '../document.ts'
import { invalid, placed, type FileForm } from '../problems.ts'
import { waiversJsonSchema, waiversSchema } from './schema.ts'

const form: FileForm = { noun: 'file of waivers', code: 'SNAPCHECK_WAIVERS_INVALID', keys: waiversJsonSchema() }

export type WaiverEntry = z.infer<typeof waiversSchema>['waivers'][number]

export interface WaiverChecks {
  /** Ids of the register. */
  readonly claims: ReadonlySet<string>
  /** `YYYY-MM-DD` in UTC. */
  readonly today: string
}

/**
 * Reads a file of waivers. One that no longer counts is refused rather than passed over: what it excused would come back
 * as a surprise, or worse, be excused for ever.
 * @throws SNAPCHECK_WAIVERS_INVALID, SNAPCHECK_WAIVER_EXPIRED, SNAPCHECK_FILE_UNREADABLE
 */
export async function readWaivers(file: string, { claims, today }: WaiverChecks): Promise<readonly WaiverEntry[]> {
  const document = await readDocument(file, form)
  const checked = waiversSchema.safeParse(document.content)
  if (!checked.success) throw invalid(document, checked.error, form)
  const { waivers } = checked.data
  for (const [index, { claim, until }] of waivers.entries()) {
    if (!claims.has(claim)) throw unknownClaim(document, index, claim, claims)
    if (until < today) throw expired(document, index, until, today)
  }
  return waivers
}

function unknownClaim(document: ConfigurationDocument, index: number, claim: string, claims: ReadonlySet<string>): SnapcheckError {
  const near = nearest(claim, [...claims])
  return new SnapcheckError('SNAPCHECK_WAIVERS_INVALID', `There is no claim ${claim}.`, {
    place: placed(document, ['waivers', index, 'claim']),
    observed: claim,
    expected: 'a claim of the register',
    next: near === undefined ? 'snapcheck list --claims' : `snapcheck explain ${near}`,
  })
}

function expired(document: ConfigurationDocument, index: number, until: string, today: string): SnapcheckError {
  return new SnapcheckError('SNAPCHECK_WAIVER_EXPIRED', 'A waiver no longer counts.', {
    place: placed(document, ['waivers', index, 'until']),
    observed: `until ${until}`,
    expected: `${today} or later`,
    next: 'Look whether what it excuses still shows; then remove the waiver, or renew it with a reason.',
  })
}
