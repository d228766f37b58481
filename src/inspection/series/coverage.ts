import type { Coverage } from '../../judgement/diff/model.ts'
import type { ReadFile } from '../read-file.ts'
import { collectionOf } from './collection.ts'

/** The parts that the scripts of `snapcheck collect` write: one for each first digit of the VMs' ids, and two about the whole. */
const wanted = ['about', ...'0123456789abcdef', 'end']

/** What the collections among the files say of their own extent. */
export function coverageOf(files: readonly ReadFile[]): readonly Coverage[] {
  const collected = files.filter(({ content }) => content.collected !== null)
  const groups = Map.groupBy(collected, (file) => {
    const { side, place } = file.content.collected!
    return JSON.stringify([collectionOf(file), side, place])
  })
  return [...groups.values()].map((parts) => {
    const about = parts.map(({ content }) => content.collected!)
    const held = new Set(about.map(({ part }) => part))
    const vms = parts.reduce((sum, { content }) => sum + content.vms.length, 0)
    const counted = about.find(({ count }) => count !== null)?.count
    return {
      interface: parts[0]!.content.interface,
      place: about[0]!.place,
      complete: wanted.every((part) => held.has(part)) && counted === vms,
      scope: about.flatMap(({ scope }) => scope ?? []).join() || 'not stated',
    }
  })
}
