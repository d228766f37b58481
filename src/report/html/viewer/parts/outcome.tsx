import type { JSX } from 'preact'
import type { Outcome } from '../../../../judgement/outcome.ts'

/** One drawing per outcome, 16 by 16, so that no font decides how it looks and no colour has to be seen. */
const drawings: Readonly<Record<Outcome, string>> = {
  conforms: 'M3.5 8.5l3 3 6-7',
  deviates: 'M2.5 6.2c2-2 3.5-2 5.5-.4s3.5 1.6 5.5-.4M2.5 10.6c2-2 3.5-2 5.5-.4s3.5 1.6 5.5-.4',
  violates: 'M4 4l8 8M12 4l-8 8',
  unsupported: 'M8 2.5a5.5 5.5 0 1 0 0 11a5.5 5.5 0 1 0 0-11M4.2 11.8l7.6-7.6',
  inconclusive: 'M5.5 6a2.5 2.5 0 1 1 3.7 2.2c-.8.45-1.2.9-1.2 1.8M8 12.8v.2',
  error: 'M8 3v6M8 12.4v.3',
  'not-run': 'M4 8h8',
}

export function OutcomeIcon({ outcome }: { readonly outcome: Outcome }): JSX.Element {
  return (
    <svg class="icon" viewBox="0 0 16 16" aria-hidden="true" focusable="false">
      <path d={drawings[outcome]} />
    </svg>
  )
}

/** Symbol, word and colour; never colour alone. */
export function OutcomeTag({ outcome }: { readonly outcome: Outcome }): JSX.Element {
  return (
    <span class={`tag outcome-${outcome}`}>
      <OutcomeIcon outcome={outcome} />
      {outcome}
    </span>
  )
}
