import { existsSync, globSync, readFileSync, statSync } from 'node:fs'
import { join } from 'node:path'
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

/** @param place a folder of exported files, or one of them. @throws SNAPCHECK_EMPTY_SELECTION where the folder holds none. */
export function exportsIn(place: string): readonly string[] {
  if (!existsSync(place) || !statSync(place).isDirectory()) return [place]
  const files = globSync('**/*.{xml,json}', { cwd: place, exclude: (name) => name.endsWith('provenance.json') })
  if (files.length > 0) return files.toSorted().map((file) => join(place, file))
  throw new SnapcheckError('SNAPCHECK_EMPTY_SELECTION', `${place} holds no file to compare.`, {
    place,
    observed: 'no .xml and no .json',
    expected: 'the files of snapcheck collect, or exports',
    next: 'snapcheck collect --help',
  })
}
