import { messageTerms } from './messages.ts'
import { objectTerms } from './object.ts'
import { operationTerms } from './operations.ts'
import { propertyTerms } from './properties.ts'
import type { TermRow } from './term.ts'

/** The terminology table: what each product and window calls the same thing, and what only sounds like it. */
export const terms: readonly TermRow[] = [...objectTerms, ...propertyTerms, ...operationTerms, ...messageTerms]
