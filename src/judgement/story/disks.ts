import type { Guid } from '../../checkpoint/guid.ts'
import type { Observation, View } from '../observation.ts'
import { checkpointsById } from './index-views.ts'

/** The files of each disk, from the one in use up to the base, in lower case; undefined where the view does not tell. */
export function chainsIn({ observations: { diskChains } }: View): readonly (readonly string[])[] | undefined {
  const chains = diskChains?.form === 'value' ? diskChains.normalised : undefined
  if (!Array.isArray(chains) || !chains.every((chain) => Array.isArray(chain))) return undefined
  return chains.map((chain) => texts(chain))
}

export function filesIn(disks: Observation | undefined): readonly string[] | undefined {
  return disks?.form === 'value' && Array.isArray(disks.normalised) ? texts(disks.normalised) : undefined
}

function texts(values: readonly unknown[]): readonly string[] {
  return values.map(String)
}

/** How many checkpoints the running state stands on, root included; undefined where the view does not tell them all. */
export function depthOf(view: View): number | undefined {
  const position = view.observations.position
  if (position?.form !== 'value' && position?.form !== 'null') return undefined
  const path = new Set<Guid>()
  for (let at = position.normalised as Guid | null; at !== null;) {
    const parent = checkpointsById(view).get(at)?.observations.parent
    if (path.has(at) || (parent?.form !== 'value' && parent?.form !== 'null')) return undefined
    path.add(at)
    at = parent.normalised as Guid | null
  }
  return path.size
}

/** The folder of a Windows path, without the separator. */
export function folderOf(path: string): string {
  return path.slice(0, Math.max(path.lastIndexOf('\\'), 0))
}

export function fileOf(path: string): string {
  return path.slice(path.lastIndexOf('\\') + 1)
}

export function stemOf(path: string): string {
  return fileOf(path).replace(/\.[^.]*$/u, '')
}
