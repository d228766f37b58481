import { readFileSync } from 'node:fs'
import { SnapcheckError } from '../foundation/errors.ts'

/** @throws SNAPCHECK_FILE_UNREADABLE */
export function readTextFile(path: string): string {
  try {
    return readFileSync(path, 'utf8')
  } catch (cause) {
    throw new SnapcheckError('SNAPCHECK_FILE_UNREADABLE', `${path} could not be read.`, {
      place: path,
      observed: cause instanceof Error ? cause.message : String(cause),
      cause,
    })
  }
}
