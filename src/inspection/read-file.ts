import { isSnapcheckError, SnapcheckError } from '../foundation/errors.ts'
import type { FileContent } from './content.ts'
import { readContent } from './detect.ts'
import type { InspectedFile } from './model.ts'
import { shownPath } from './paths.ts'
import { provenanceOf } from './provenance.ts'
import { digestOf, openSource } from './source/file.ts'

export interface ReadFile {
  readonly file: InspectedFile
  readonly content: FileContent
}

/** Reads one file. @throws a SnapcheckError with place, observed, expected and next, whatever is wrong with the file. */
export function readFile(path: string): ReadFile {
  try {
    const source = openSource(path)
    const content = readContent(source)
    const sha256 = digestOf(source)
    const file = {
      path: source.path,
      kind: content.kind,
      sha256,
      bytes: source.bytes,
      provenance: provenanceOf(path),
      evidenceDigest: `sha256:${sha256}`,
    }
    return { file, content }
  } catch (error) {
    if (isSnapcheckError(error)) throw completed(error, shownPath(path))
    throw error
  }
}

/** Errors of the codecs know the document, not what a person can do about a file. */
function completed(error: SnapcheckError, path: string): SnapcheckError {
  if (error.next !== undefined && error.place !== undefined && error.expected !== undefined) return error
  return new SnapcheckError(error.code, error.message, {
    place: error.place ?? path,
    observed: error.observed ?? error.message,
    expected: error.expected ?? 'a complete file of a known kind',
    next: error.next ?? `Export it again, or see snapcheck explain ${error.code}.`,
    cause: error,
  })
}
