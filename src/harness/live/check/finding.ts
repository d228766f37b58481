import type { SnapcheckError } from '../../../foundation/errors.ts'

/** What is looked at, in this order: where one is missing, the ones after it cannot be known. */
export const checkSteps = [
  'credentials',
  'certificate authority',
  'address',
  'reachable',
  'tls',
  'authenticated',
  'identified',
  'vm',
  'rights',
] as const
export type CheckStep = (typeof checkSteps)[number]

/** One thing that was found out about an endpoint. */
export interface Finding {
  readonly step: CheckStep
  /** `unknown`: it cannot be told without changing something. */
  readonly state: 'works' | 'missing' | 'unknown'
  readonly sentence: string
  /** Who can grant or mend what is missing. */
  readonly who?: string
  /** What the error behind it says to do next. */
  readonly next?: string
  /** 2: the configuration is wrong; 3: something outside is. */
  readonly exit?: 2 | 3
}

export function works(step: CheckStep, sentence: string): Finding {
  return { step, state: 'works', sentence }
}

export function missing(step: CheckStep, exit: 2 | 3, who: string, error: SnapcheckError): Finding {
  const observed = error.observed === undefined ? '' : ` (${error.observed})`
  return {
    step,
    state: 'missing',
    sentence: `${error.message}${observed}`,
    who,
    exit,
    ...(error.next === undefined ? {} : { next: error.next }),
  }
}
