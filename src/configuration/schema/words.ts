import { z } from 'zod'

/** The names by which entries of the file refer to each other; a report shows the names of hosts and servers. */
export const name = z
  .string()
  .regex(/^[A-Za-z0-9][A-Za-z0-9 ._-]{0,62}$/, 'is no name: letters, digits, blanks, dots, hyphens and underscores, at most 63')

export const guid = z
  .string()
  .regex(/^\{?[0-9A-Fa-f]{8}(-[0-9A-Fa-f]{4}){3}-[0-9A-Fa-f]{12}\}?$/, 'is no GUID such as 4F1A2B3C-0000-4000-8000-000000000001')

export const duration = z.string().regex(/^\d{1,9}(ms|s|m|h)$/, 'is no duration such as 500ms, 90s, 35m or 2h')

/** User and password have places of their own: an address that holds them would put them into every message. */
export const url = z
  .string()
  .refine(isAddress, 'is no http or https address without user, password, query and fragment')
  .meta({ format: 'uri', pattern: '^https?://[^@?#]+$' })

export const path = z.string().min(1)

function isAddress(text: string): boolean {
  if (!URL.canParse(text)) return false
  const { protocol, username, password, search, hash } = new URL(text)
  return ['http:', 'https:'].includes(protocol) && [username, password, search, hash].every((part) => part === '')
}
