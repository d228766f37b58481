import { resolve } from 'node:path'
import { isSnapcheckError } from '../foundation/errors.ts'
import type { InspectionProblem } from './model.ts'
import { shownPath } from './paths.ts'
import { readFile, type ReadFile } from './read-file.ts'

/** Reads each file once, in the order of their paths. One that cannot be read is a problem; it rejects only for faults of snapcheck itself. */
export async function readFiles(
  paths: readonly string[],
): Promise<{ readonly read: readonly ReadFile[]; readonly problems: readonly InspectionProblem[] }> {
  const problems: InspectionProblem[] = []
  const read: ReadFile[] = []
  for (const path of [...new Set(paths.map((given) => resolve(given)))].toSorted()) {
    // Between files, so that an interrupt is noticed.
    await new Promise(setImmediate)
    try {
      read.push(readFile(path))
    } catch (error) {
      if (!isSnapcheckError(error)) throw error
      problems.push({ path: shownPath(path), error })
    }
  }
  return { read, problems }
}
