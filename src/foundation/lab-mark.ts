/**
 * How the lab says in every dialect that it is none of the products (design section 1, origin). Who meets the mark takes
 * every answer for one of a simulator, and the mark goes along with whatever is derived from it.
 */
export const labMark = {
  /** HTTP header of every answer of every server of the lab. */
  header: 'x-snapcheck-lab',
  /** ProductVendor of WS-Management's Identify. */
  vendor: 'snapcheck lab (simulator)',
  /** Raised when an answer of the lab changes. */
  version: '1',
} as const
