import { SnapcheckError } from '../foundation/errors.ts'
import { isRecord } from '../foundation/json.ts'
import type { ConfigurationDocument, KeyPath } from './document.ts'

const secretKey = /pass(word|wd|phrase|code)?$|^pwd$|secret|token|api[-_]?key|private[-_]?key/i
const credentialsInUrl = /^[a-z][a-z0-9+.-]*:\/\/[^/?#]*@/i

/**
 * Refuses a configuration into which a secret was written, before anything else is said about it: no other message may
 * repeat it. @throws SNAPCHECK_SECRET_IN_CONFIGURATION with the place, never the value.
 */
export function refuseSecrets(document: ConfigurationDocument): void {
  const found = secretIn(document.content, [])
  if (found === undefined) return
  throw new SnapcheckError('SNAPCHECK_SECRET_IN_CONFIGURATION', 'The configuration holds what looks like a secret.', {
    place: `${document.place(found)}, at ${found.join('.')}`,
    observed: 'a value, which is not repeated here',
    expected: 'credentials by env (names of variables), fd, file or command',
    next: 'Take it out, and change the secret if others could read the file: snapcheck init shows how credentials are referred to.',
  })
}

function secretIn(value: unknown, path: KeyPath): KeyPath | undefined {
  if (typeof value === 'string') return credentialsInUrl.test(value) ? path : undefined
  const entries: readonly (readonly [string | number, unknown])[] = Array.isArray(value)
    ? value.map((item, index) => [index, item])
    : isRecord(value)
      ? Object.entries(value)
      : []
  for (const [key, inner] of entries) {
    const at = [...path, key]
    if (typeof key === 'string' && secretKey.test(key) && !namesVariable(at)) return at
    const found = secretIn(inner, at)
    if (found !== undefined) return found
  }
  return undefined
}

/** `credentials.NAME` may be called anything, and `credentials.NAME.env.password` names a variable: the schema sees to that. */
function namesVariable(path: KeyPath): boolean {
  const [root, , way, key] = path
  return root === 'credentials' && (path.length === 2 || (path.length === 4 && way === 'env' && key === 'password'))
}
