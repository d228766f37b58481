import { createHash } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { SnapcheckError } from '../../../foundation/errors.ts'

/** A script that snapcheck ships, and the SHA-256 (lower-case hex) of the text that was reviewed. */
export interface Script {
  /** Below the folder of package.json, with `/`. */
  readonly path: string
  readonly sha256: string
}

/** Scripts lie in `src` also where the code runs from `dist`: the compiler does not copy them. */
const packageRoot = join(import.meta.dirname, import.meta.url.endsWith('.ts') ? '../../../..' : '../../../../..')

/** @returns the script's bytes. @throws SNAPCHECK_POWERSHELL_SCRIPT where they are not those of its hash. */
export function readScript({ path, sha256 }: Script): Buffer {
  let bytes: Buffer
  try {
    bytes = readFileSync(join(packageRoot, path))
  } catch (cause) {
    throw changed(path, 'no file that could be read', sha256, cause)
  }
  const observed = createHash('sha256').update(bytes).digest('hex')
  if (observed !== sha256) throw changed(path, observed, sha256)
  return bytes
}

/** @param observed the SHA-256 of what is there, or what is there instead. */
export function changed(path: string, observed: string, expected: string, cause?: unknown): SnapcheckError {
  return new SnapcheckError('SNAPCHECK_POWERSHELL_SCRIPT', `${path} is not the script that was shipped.`, {
    place: path,
    observed,
    expected,
    cause,
  })
}
