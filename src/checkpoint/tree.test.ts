import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { derivedGuid } from '../foundation/seed.ts'
import type { Guid } from './guid.ts'
import { buildTree, edgeSet, isWhole, leafOrder, type Edge } from './tree.ts'

const guid = (n: number): Guid => derivedGuid('tree', n) as Guid

/** A random tree: each checkpoint hangs below an earlier one or is the root. */
const trees = fc
  .integer({ min: 1, max: 60 })
  .chain((size) =>
    fc
      .array(fc.nat(), { minLength: size, maxLength: size })
      .map((draws): readonly Edge[] => draws.map((draw, index) => ({ id: guid(index), parent: index === 0 ? null : guid(draw % index) }))),
  )

describe('a tree of checkpoints', () => {
  it('is whole whatever the order of its edges, with the same set of edges', () => {
    fc.assert(
      fc.property(trees, fc.infiniteStream(fc.nat()), (edges, keys) => {
        const shuffled = edges
          .map((edge) => ({ edge, key: keys.next().value! }))
          .toSorted((a, b) => a.key - b.key)
          .map(({ edge }) => edge)
        expect(isWhole(buildTree(shuffled))).toBe(true)
        expect(edgeSet(shuffled)).toEqual(edgeSet(edges))
      }),
    )
  })

  it('gives every checkpoint after all its children', () => {
    fc.assert(
      fc.property(trees, (edges) => {
        const order = leafOrder(buildTree(edges))
        expect(order).toHaveLength(edges.length)
        for (const { id, parent } of edges) if (parent !== null) expect(order.indexOf(id)).toBeLessThan(order.indexOf(parent))
      }),
    )
  })

  it('loses an edge set equality as soon as one parent changes', () => {
    fc.assert(
      fc.property(trees, fc.nat(), (edges, draw) => {
        const at = draw % edges.length
        const changed = edges.map((edge, index) => (index === at ? { ...edge, parent: guid(999) } : edge))
        expect(edgeSet(changed)).not.toEqual(edgeSet(edges))
        expect(buildTree(changed).orphans).toEqual([guid(at)])
      }),
    )
  })

  it('names a cycle once and leaves it out of the order of removal', () => {
    const tree = buildTree([
      { id: guid(1), parent: guid(3) },
      { id: guid(2), parent: guid(1) },
      { id: guid(3), parent: guid(2) },
      { id: guid(4), parent: guid(2) },
    ])
    expect(tree.cycles).toEqual([[guid(1), guid(3), guid(2)]])
    expect(isWhole(tree)).toBe(false)
    expect(leafOrder(tree)).toEqual([])
  })

  it('sees itself as its own parent as a cycle, and a second mention as a duplicate', () => {
    const tree = buildTree([
      { id: guid(1), parent: guid(1) },
      { id: guid(2), parent: null },
      { id: guid(2), parent: guid(1) },
    ])
    expect(tree.cycles).toEqual([[guid(1)]])
    expect(tree.duplicates).toEqual([guid(2)])
    expect(tree.parents.get(guid(2))).toBeNull()
  })

  it('is no tree with two roots', () => {
    expect(
      isWhole(
        buildTree([
          { id: guid(1), parent: null },
          { id: guid(2), parent: null },
        ]),
      ),
    ).toBe(false)
  })

  it('holds a chain of 100,000 without running out of stack', () => {
    const chain = Array.from({ length: 100_000 }, (_, index): Edge => ({ id: guid(index), parent: index === 0 ? null : guid(index - 1) }))
    const tree = buildTree(chain)
    expect(leafOrder(tree).at(0)).toBe(guid(99_999))
    expect(tree.cycles).toEqual([])
  })
})
