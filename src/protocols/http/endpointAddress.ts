import { SnapcheckError } from '../../foundation/errors.ts'
import type { HttpEndpoint } from './transport.ts'

/**
 * The endpoint's URL, once it is safe to use.
 * @throws SNAPCHECK_OPTION_VALUE for what is no http(s) URL or holds credentials; SNAPCHECK_CREDENTIALS_IN_CLEAR where a
 *   password would travel unencrypted.
 */
export function endpointAddress({ label, url, credentials }: HttpEndpoint): URL {
  const address = URL.canParse(url) ? new URL(url) : undefined
  if (address === undefined || !['http:', 'https:'].includes(address.protocol) || address.username !== '' || address.password !== '') {
    throw new SnapcheckError('SNAPCHECK_OPTION_VALUE', `The address of ${label} cannot be used.`, {
      place: label,
      expected: 'an http or https URL without user and password',
      next: 'Correct the URL of this endpoint; credentials have a place of their own.',
    })
  }
  if (credentials !== undefined && address.protocol === 'http:' && !isLoopback(address.hostname)) {
    throw new SnapcheckError('SNAPCHECK_CREDENTIALS_IN_CLEAR', `The password for ${label} would travel unencrypted.`, {
      place: label,
      observed: 'http to another machine',
      expected: 'https, or http to this machine',
      next: 'Use the https address of this endpoint.',
    })
  }
  return address
}

/** The WHATWG parser has already made one canonical form of every spelling of an IPv4 or IPv6 address. */
function isLoopback(hostname: string): boolean {
  return hostname === 'localhost' || hostname === '[::1]' || /^127\.\d+\.\d+\.\d+$/.test(hostname)
}
