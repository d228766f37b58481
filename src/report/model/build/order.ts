/** Code unit order: the same on every machine, whatever its locale. */
function compareText(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0
}

/** A new array in the order of the keys, each worked out once; equal keys keep their order. */
export function sortedBy<Item>(items: Iterable<Item>, key: (item: Item) => string): Item[] {
  const keyed = Array.from(items, (item) => ({ item, key: key(item) }))
  return keyed.toSorted((a, b) => compareText(a.key, b.key)).map(({ item }) => item)
}

export function unique(texts: Iterable<string>): string[] {
  return [...new Set(texts)].toSorted(compareText)
}

/** Items in groups by key; groups and items in the order of their first appearance. */
export function groupedBy<Item>(items: Iterable<Item>, key: (item: Item) => string): ReadonlyMap<string, readonly Item[]> {
  const groups = new Map<string, Item[]>()
  for (const item of items) {
    const own = key(item)
    const group = groups.get(own)
    if (group === undefined) groups.set(own, [item])
    else group.push(item)
  }
  return groups
}
