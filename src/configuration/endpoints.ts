import { X509Certificate } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { SnapcheckError } from '../foundation/errors.ts'
import type { CredentialReader, Credentials } from './credentials.ts'
import { milliseconds } from './duration.ts'
import type { LoadedConfiguration } from './load.ts'
import type { HostEntry, VmmEntry } from './schema/schema.ts'

/** An endpoint with everything that is needed to reach it. Plain data; holds secrets, so it is never printed. */
export interface ReadyEndpoint {
  readonly label: string
  readonly url: string
  readonly credentials?: Credentials
  /** PEM. */
  readonly ca?: string
  /** Milliseconds. */
  readonly timeout?: number
  readonly job?: number
  readonly poll?: number
}

/** @throws SNAPCHECK_CREDENTIALS_UNAVAILABLE, SNAPCHECK_FILE_UNREADABLE, SNAPCHECK_FILE_MALFORMED */
export async function readyEndpoint(
  { name, url, credentials, ca, timeouts = {} }: HostEntry | VmmEntry,
  loaded: LoadedConfiguration,
  read: CredentialReader,
): Promise<ReadyEndpoint> {
  return {
    label: name,
    url,
    ...(credentials === undefined ? {} : { credentials: await read(credentials) }),
    ...(ca === undefined ? {} : { ca: certificates(name, loaded.resolve(ca)) }),
    ...inMilliseconds('timeout', timeouts.answer),
    ...inMilliseconds('job', timeouts.job),
    ...inMilliseconds('poll', timeouts.poll),
  }
}

function inMilliseconds<Key extends string>(key: Key, duration: string | undefined): { readonly [Name in Key]?: number } {
  return (duration === undefined ? {} : { [key]: milliseconds(duration) }) as { readonly [Name in Key]?: number }
}

/** The text of a PEM file, once it is sure that it holds certificates: TLS silently takes a file that holds none. */
function certificates(label: string, file: string): string {
  let pem: string
  try {
    pem = readFileSync(file, 'utf8')
  } catch (cause) {
    throw unusable('SNAPCHECK_FILE_UNREADABLE', label, file, cause)
  }
  try {
    void new X509Certificate(pem)
    return pem
  } catch (cause) {
    throw unusable('SNAPCHECK_FILE_MALFORMED', label, file, cause)
  }
}

function unusable(
  code: 'SNAPCHECK_FILE_UNREADABLE' | 'SNAPCHECK_FILE_MALFORMED',
  label: string,
  file: string,
  cause: unknown,
): SnapcheckError {
  return new SnapcheckError(code, `The CA file of ${label} cannot be used.`, {
    place: file,
    observed: cause instanceof Error ? cause.message : String(cause),
    expected: 'a PEM file with the certificate of the CA',
    next: 'Ask who runs the CA for its certificate in PEM form, and correct `ca`.',
    cause,
  })
}
