import type { JSX } from 'preact'
import type { ReportClaim } from '../../../model/report.ts'

/** How binding a claim is and what it stands on. */
export function Level({ level, basis }: Pick<ReportClaim, 'level' | 'basis'>): JSX.Element {
  return (
    <span class="level">
      <strong>{level}</strong> {basis}
    </span>
  )
}
