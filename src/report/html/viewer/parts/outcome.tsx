import type { JSX } from 'preact'
import type { Outcome } from '../../../../judgement/outcome.ts'

/** One drawing per outcome, 16 by 16, so that no font decides how it looks and no colour has to be seen. */
const drawings: Readonly<Record<Outcome, string>> = {
  conforms: 'M3.5 8.5l3 3 6-7',
  deviates: 'M2.5 6.5c2-2 3.5-2 5.5-.3s3.500 1.700 5.500-.3M2.500 10.500c2-2 3.500-2 5.500-.300s3.500 1.700 5.500-.300',
  violates: 'M4 4l8 8M12 4l-8 8',
  unsupported: 'M8 2.500a5.500 5.500 0 1 0 0 11a5.500 5.500 0 1 0 0-11M4.200 11.800l7.600-7.600',
  inconclusive: 'M5.500 6a2.500 2.500 0 1 1 3.700 2.200c-.8.450-1.200.900-1.200 1.800M8 12.600v.2',
  error: 'M8 3v6M8 12.200v.3',
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
