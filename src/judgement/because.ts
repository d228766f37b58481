import { reasons, type ReasonCode } from './outcome.ts'
import type { Reason } from './verdict.ts'

/** A reason with its own sentence, or with the one that stands for its code. */
export function because(code: ReasonCode, sentence: string = reasons[code]): Reason {
  return { code, sentence }
}
