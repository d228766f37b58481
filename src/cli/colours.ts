import pc from 'picocolors'
import type { Outcome } from '../judgement/outcome.ts'

export const outcomeColours: Readonly<Record<Outcome, (text: string) => string>> = {
  conforms: pc.green,
  deviates: pc.yellow,
  violates: pc.red,
  unsupported: pc.dim,
  inconclusive: pc.magenta,
  error: pc.red,
  'not-run': pc.dim,
}
