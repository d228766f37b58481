import { existsSync, readFileSync } from 'node:fs'

/** Memory of a process and everything that it started, in bytes. */
export interface TreeMemory {
  /** Resident bytes of all of them at one moment, at its highest. Pages that several share count once for each. */
  readonly tree: number
  /** High-water mark of the largest single process, kept by the kernel. */
  readonly largest: number
}

const interval = 20

/** Samples /proc until `stop`. Where there is no /proc (not Linux), nothing is known: undefined, never 0. */
export function watchTree(root: number): { stop(): TreeMemory | undefined } {
  if (!existsSync('/proc/self/status')) return { stop: () => undefined }
  let tree = 0
  let largest = 0
  const sample = (): void => {
    const all = withDescendants(root).map(statusOf)
    tree = Math.max(
      tree,
      all.reduce((sum, { resident }) => sum + resident, 0),
    )
    largest = Math.max(largest, ...all.map(({ peak }) => peak))
  }
  const timer = setInterval(sample, interval)
  return {
    stop() {
      clearInterval(timer)
      return { tree: Math.max(tree, largest), largest }
    },
  }
}

function withDescendants(pid: number): readonly number[] {
  const children = read(`/proc/${pid}/task/${pid}/children`).split(' ').filter(Boolean).map(Number)
  return [pid, ...children.flatMap(withDescendants)]
}

function statusOf(pid: number): { readonly resident: number; readonly peak: number } {
  const status = read(`/proc/${pid}/status`)
  return { resident: kilobytes(status, 'VmRSS') * 1024, peak: kilobytes(status, 'VmHWM') * 1024 }
}

function kilobytes(status: string, field: string): number {
  return Number(new RegExp(`^${field}:\\s+(\\d+) kB$`, 'm').exec(status)?.[1] ?? 0)
}

/** A process may end between two reads: then it holds nothing. */
function read(path: string): string {
  try {
    return readFileSync(path, 'utf8')
  } catch {
    return ''
  }
}
