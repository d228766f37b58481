import type { ReadFile } from '../read-file.ts'
import { collectionOf } from './collection.ts'

/** Files of one server: those that share a name of it, directly or through another file, and were read the same way. */
export function groupByServer(files: readonly ReadFile[]): readonly (readonly ReadFile[])[] {
  const groups: { readonly names: Set<string>; readonly files: ReadFile[] }[] = []
  for (const file of files) {
    const names = namesOf(file)
    const related = groups.filter((group) => [...names].some((name) => group.names.has(name)))
    const merged = {
      names: new Set([...names, ...related.flatMap((group) => [...group.names])]),
      files: [...related.flatMap((group) => group.files), file],
    }
    for (const group of related) groups.splice(groups.indexOf(group), 1)
    groups.push(merged)
  }
  return groups.map((group) => group.files)
}

/**
 * Where GUIDs were replaced by placeholders for each recording run, equal ones of two runs mean nothing: each run, told by
 * the minute of its time, is then a server of its own.
 */
function namesOf({ file, content }: ReadFile): ReadonlySet<string> {
  // The two sides of one collection lie in one folder, and are one look at the same VMs.
  const collection = content.collected === null ? [] : [`collection ${collectionOf({ file })}`]
  const names = content.identities.size === 0 ? [`file:${file.path}`] : content.identities
  const run = file.provenance?.identities === 'placeholders-per-run' ? ` ${content.statedTime?.slice(0, 16) ?? file.path}` : ''
  return new Set([...collection, ...[...names].map((name) => `${content.interface} ${name}${run}`)])
}
