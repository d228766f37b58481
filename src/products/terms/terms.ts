import { changeTerms } from './change.ts'
import { kindTerms } from './kind.ts'
import { messageTerms } from './messages.ts'
import { objectTerms } from './object.ts'
import { operationTerms } from './operations.ts'
import { placeTerms } from './place.ts'
import { propertyTerms } from './properties.ts'
import type { TermRow } from './term.ts'

/** The terminology table: what each product and window calls the same thing, and what only sounds like it. */
export const terms: readonly TermRow[] = [
  ...objectTerms,
  ...kindTerms,
  ...propertyTerms,
  ...placeTerms,
  ...operationTerms,
  ...changeTerms,
  ...messageTerms,
]
