import { posix } from 'node:path'
import type { ReadFile } from '../read-file.ts'

/** The collection that a file belongs to: its folder, because each collection has one of its own. */
export function collectionOf({ file }: Pick<ReadFile, 'file'>): string {
  return posix.dirname(file.path)
}
