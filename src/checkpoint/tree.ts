import type { Guid } from './guid.ts'

/** One checkpoint and what hangs above it; null where nothing does. */
export interface Edge {
  readonly id: Guid
  readonly parent: Guid | null
}

/** The checkpoints of one VM as a tree, with everything that keeps them from being one. */
export interface CheckpointTree {
  readonly roots: readonly Guid[]
  /** In the order in which they were given. */
  readonly children: ReadonlyMap<Guid, readonly Guid[]>
  readonly parents: ReadonlyMap<Guid, Guid | null>
  /** Their parent is named and is none of the given checkpoints. */
  readonly orphans: readonly Guid[]
  /** Given twice; the first parent counts. */
  readonly duplicates: readonly Guid[]
  /** Each cycle once, from its first given member on. */
  readonly cycles: readonly (readonly Guid[])[]
}

/** Never throws: what is wrong with the edges is in `orphans`, `duplicates` and `cycles`. */
export function buildTree(edges: Iterable<Edge>): CheckpointTree {
  const parents = new Map<Guid, Guid | null>()
  const duplicates: Guid[] = []
  for (const { id, parent } of edges) {
    if (parents.has(id)) duplicates.push(id)
    else parents.set(id, parent)
  }
  const children = new Map<Guid, Guid[]>()
  const roots: Guid[] = []
  const orphans: Guid[] = []
  for (const [id, parent] of parents) {
    if (parent === null) roots.push(id)
    else if (!parents.has(parent)) orphans.push(id)
    else addTo(children, parent, id)
  }
  return { roots, children, parents, orphans, duplicates, cycles: cyclesOf(parents) }
}

/** One root at the most, every parent known, no cycle, nothing twice. */
export function isWhole(tree: CheckpointTree): boolean {
  return tree.roots.length <= 1 && tree.orphans.length === 0 && tree.cycles.length === 0 && tree.duplicates.length === 0
}

/** Edges as sorted texts `parent>id`; equal trees give equal lists whatever order they were given in. */
export function edgeSet(edges: Iterable<Edge>): readonly string[] {
  return [...new Set([...edges].map(({ id, parent }) => `${parent ?? 'none'}>${id}`))].toSorted()
}

/** Every checkpoint after all its children: the order in which single removals leave no orphan. Members of cycles are left out. */
export function leafOrder(tree: CheckpointTree): readonly Guid[] {
  const order: Guid[] = []
  const stack = [...tree.roots, ...tree.orphans]
  for (let id = stack.pop(); id !== undefined; id = stack.pop()) {
    order.push(id)
    for (const child of tree.children.get(id) ?? []) stack.push(child)
  }
  return order.toReversed()
}

function addTo(children: Map<Guid, Guid[]>, parent: Guid, child: Guid): void {
  const known = children.get(parent)
  if (known === undefined) children.set(parent, [child])
  else known.push(child)
}

function cyclesOf(parents: ReadonlyMap<Guid, Guid | null>): readonly (readonly Guid[])[] {
  const visited = new Set<Guid>()
  const cycles: (readonly Guid[])[] = []
  for (const start of parents.keys()) {
    const path: Guid[] = []
    const position = new Map<Guid, number>()
    let id: Guid | null | undefined = start
    while (id !== null && id !== undefined && !visited.has(id)) {
      visited.add(id)
      position.set(id, path.push(id) - 1)
      id = parents.get(id)
    }
    const entry = id === null || id === undefined ? undefined : position.get(id)
    if (entry !== undefined) cycles.push(path.slice(entry))
  }
  return cycles
}
