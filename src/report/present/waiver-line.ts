import type { ReportWaiver } from '../model/report.ts'

/** A waiver in one line, with what it excuses. */
export function waiverLine({ id, claim, outcome, verdicts, reason, by, until }: ReportWaiver): string {
  const excuses = verdicts === 0 ? 'excuses nothing here' : `excuses ${verdicts}`
  return `${id} ${claim} ${outcome}, until ${until}, by ${by}, ${excuses}: ${reason}`
}
